import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { runs } from './draws.ts'
import { ROOT } from './program.ts'

/**
 * One row per behaviour of every operator: a condition on a field of a type, a cell, and the state of a criterion with
 * this condition. `options` are settings of `locale`, or of the field (`split`, `keep`), or what stands behind the
 * heading (`heading: (TEUR)`). The day of the run is 2026-03-02.
 */
export interface Behaviour {
  readonly type: string
  readonly condition: string
  readonly cell: string
  readonly criterion: 'met' | 'not_met' | 'unknown'
  readonly options: string
  readonly why: string
}

export const behaviours: Behaviour[] = parse(readFileSync(join(ROOT, 'fixtures', 'operators.csv')), { columns: true })

/** A rulebook with a criterion and a tag for the condition of a row. */
export function rulebookOf({ type, condition, options }: Behaviour): string {
  if (type === CHANCE) return chanceRulebook(condition)
  const own = ofField(options)
  const locale = options === '' || own !== '' || options.startsWith(BEHIND) ? '' : `locale: { ${options} }\n`
  return [
    'leadq: 1',
    `${locale}fields: { x: { from: X, type: ${type}${own} } }`,
    `criteria: { c: { when: { x: ${condition} } } }`,
    `tags: { t: { x: ${condition} } }`,
  ].join('\n')
}

const BEHIND = 'heading: '

/** The heading of the column that a behaviour is about. */
export function headingOf({ options }: Behaviour, name = 'X'): string {
  return options.startsWith(BEHIND) ? `${name} ${options.slice(BEHIND.length)}` : name
}

/** Rows about a chance: the cell is a number of visits, each a point, and 10 and 40 are the bounds of 5 and 20 per cent. */
const CHANCE = 'chance'

function chanceRulebook(condition: string): string {
  return [
    'leadq: 1',
    'fields: { x: { from: X, type: number } }',
    'scores: { s: { rules: [ { id: r, per: x, points: 1 } ] } }',
    'chance: { of: score.total, bands: { 10: 5, 40: 20 } }',
    `criteria: { c: { when: { chance: ${condition} } } }`,
    `tags: { t: { chance: ${condition} } }`,
  ].join('\n')
}

function ofField(options: string): string {
  return /^(?:split|keep):/.test(options) ? `, ${options}` : ''
}

/** Behaviours in one query: Spark takes longer to plan a larger query than to plan two. */
const TOGETHER = 25

/**
 * Rulebooks for many behaviours with the same settings, with a field, a criterion and a tag for each: engines take
 * longer to plan a query than to run it. `oneOf`: for a slow engine, which answers one of so many without `LEADQ_DRAWS`.
 */
export function rulebooksOfAll(oneOf = 1): {
  readonly rulebook: string
  readonly headings: string[]
  readonly cells: string[]
}[] {
  const settings = new Map<string, Behaviour[]>()
  for (const behaviour of behaviours.filter(({ type }) => type !== CHANCE)) {
    const isOfLocale = ofField(behaviour.options) === '' && !behaviour.options.startsWith(BEHIND)
    const key = isOfLocale ? behaviour.options : ''
    settings.set(key, [...(settings.get(key) ?? []), behaviour])
  }
  const groups = [...settings].flatMap(([options, all]) =>
    Array.from({ length: Math.ceil(all.length / TOGETHER) }, (_, n) => ({
      options,
      group: all.slice(n * TOGETHER, (n + 1) * TOGETHER),
    })),
  )
  const ofChance = behaviours
    .filter(({ type }) => type === CHANCE)
    .map(behaviour => ({ headings: ['X'], cells: [behaviour.cell], rulebook: rulebookOf(behaviour) }))
  const ofFields = groups.map(({ options, group }) => {
    const each = (line: (behaviour: Behaviour, n: number) => string) => group.map(line)
    return {
      headings: each((behaviour, n) => headingOf(behaviour, `X${n}`)),
      cells: each(({ cell }) => cell),
      rulebook: [
        'leadq: 1',
        ...(options === '' ? [] : [`locale: { ${options} }`]),
        'fields:',
        ...each(({ type, options: own }, n) => `  x${n}: { from: X${n}, type: ${type}${ofField(own)} }`),
        'criteria:',
        ...each(({ condition }, n) => `  c${n}: { when: { x${n}: ${condition} } }`),
        'tags:',
        ...each(({ condition }, n) => `  t${n}: { x${n}: ${condition} }`),
      ].join('\n'),
    }
  })
  return [...ofFields, ...ofChance].filter((_, n) => runs(1).numRuns > 1 || n % oneOf === 0)
}
