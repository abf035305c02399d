import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { ROOT } from './program.ts'

/**
 * One row per behaviour of every operator: a condition on a field of a type, a cell, and what a criterion of it comes to.
 * `options` are settings of `locale`, or of the field (`split`). The day of the run is 2026-03-02.
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

/** A rulebook in which a criterion and a tag ask what a row is about. */
export function rulebookOf({ type, condition, options }: Behaviour): string {
  const split = options.startsWith('split') ? `, ${options}` : ''
  const locale = options === '' || split !== '' ? '' : `locale: { ${options} }\n`
  return [
    'leadq: 1',
    `${locale}fields: { x: { from: X, type: ${type}${split} } }`,
    `criteria: { c: { when: { x: ${condition} } } }`,
    `tags: { t: { x: ${condition} } }`,
  ].join('\n')
}
