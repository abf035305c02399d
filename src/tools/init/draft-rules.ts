import { isCatalogueField } from '../../io/bind/match.ts'
import { labelText } from '../../learn/writing/label.ts'
import { percent, plural, thousands } from '../../report/numbers.ts'
import type { Inline, Written, WrittenEntry } from '../../rulebook/index.ts'
import { inline, list, map } from '../../rulebook/yaml/building.ts'
import { quantile, round, spanFor } from './numbers.ts'
import { type FoundValue, isTable, type Profile } from './probe.ts'
import { joinSpellings, type SameValue } from './same-values.ts'
import { OWN_WAYS, type ScoreName, TEMPLATES, type Template } from './templates.ts'

/** A rule that is to be written. */
export interface DraftRule {
  readonly id: string
  readonly field: string
  readonly score: ScoreName
  readonly group: string
  /** The most points that it can give. */
  readonly highest: number
  readonly row: Written
  /** The evidence, for people. */
  readonly found: string
}

/** A field with a smaller share of filled or valid cells gets no rule. */
const FILLED = 0.02
const INVALID = 0.3

/** Values that a table lists, and how long one may be. */
const LISTED = 8
const MAX_VALUE_LENGTH = 50

/** Drafts a rule for a field, if its values separate the leads. */
export function ruleFor(profile: Profile, asOf: number): DraftRule | undefined {
  const { field, leads, filled, invalid } = profile
  if (filled < Math.max(1, FILLED * leads) || invalid > INVALID * (filled + invalid)) return undefined
  const template = isCatalogueField(field.name) ? TEMPLATES[field.name] : ownTemplate(profile)
  const made = template && makeRule({ ...template, label: labelOf(profile) }, profile, asOf)
  return made && { ...made, field: field.name }
}

function ownTemplate({ field: { name, type } }: Profile): Template | undefined {
  if (type === 'date' || type === 'list') return undefined
  return { ...OWN_WAYS[type], score: 'fit', group: 'more', id: `${name}-told` }
}

type Made = Omit<DraftRule, 'field'>

/** A template, with the heading that people know the column by. */
type Labelled = Template & { readonly label?: string }

const MAX_LABEL = 60

function labelOf({ headings: [heading = ''] }: Profile): string {
  return labelText(heading, MAX_LABEL)
}

function makeRule(template: Labelled, profile: Profile, asOf: number): Made | undefined {
  switch (template.way) {
    case 'flag':
      return flagRule(template, profile)
    case 'known':
      return knownRule(template, profile)
    case 'steps':
      return stepsRule(template, profile)
    case 'values':
      return valuesRule(template, profile)
    case 'recent':
      return recentRule(template, profile, asOf)
  }
}

function flagRule(template: Labelled, { field, leads, values }: Profile): Made | undefined {
  const yes = values.find(({ value }) => value === true)?.count ?? 0
  if (yes < Math.max(1, FILLED * leads) || yes === leads) return undefined
  const [points = 0] = template.points
  return inlineRule(template, points, `true for ${plural(yes, 'lead')}`, [
    ['when', new Map([[field.name, true]])],
    ['points', points],
  ])
}

function knownRule(template: Labelled, { field, leads, filled }: Profile): Made | undefined {
  if (filled === leads) return undefined
  const [points = 0] = template.points
  return inlineRule(template, points, `there for ${percent(filled, leads)} of the leads`, [
    ['when', new Map([[field.name, new Map([['known', true]])]])],
    ['points', points],
  ])
}

/** Thresholds from the median upwards, as many as there are steps of points. */
function stepsRule(template: Labelled, { field, values }: Profile): Made | undefined {
  const numbers = numbersOf(values).filter(number => number > 0)
  const [lowest] = numbers
  if (lowest === undefined) return undefined
  const shares = { 1: [0.5], 2: [0.5, 0.8], 3: [0.3, 0.6, 0.85] }[template.points.length] ?? []
  const bounds = [...new Set(shares.map(share => round(quantile(numbers, share))))].filter(bound => bound > 0)
  const points = template.points.slice(-bounds.length)
  const highest = points.at(-1)
  if (bounds.length === 0 || highest === undefined) return undefined
  const middle = thousands(quantile(numbers, 0.5))
  const found = `range ${thousands(lowest)}-${thousands(numbers.at(-1) ?? lowest)}, median ${middle}`
  const steps = bounds.map((bound, index): [number, number] => [bound, points[index] ?? highest])
  return inlineRule(template, highest, found, [
    ['field', field.name],
    ['points_from', new Map(steps)],
  ])
}

/** The most frequent values as a table; other values give no points until somebody adds them. */
function valuesRule(template: Labelled, profile: Profile): Made | undefined {
  const { field } = profile
  const listed = listedValues(profile)
  if (listed.length === 0) return undefined
  const others = profile.values.length - listed.reduce((sum, { texts }) => sum + texts.length, 0)
  const isPlain = listed.every(({ texts }) => texts.length === 1)
  const table: WrittenEntry = isPlain
    ? {
        key: 'points',
        value: map(
          listed.map(({ texts: [text = ''], count }) => ({
            key: text,
            value: inline(0),
            beside: plural(count, 'lead'),
          })),
        ),
      }
    : {
        key: 'cases',
        value: list(
          listed.map(({ texts, count }) => ({ value: inline(caseOf(texts)), beside: plural(count, 'lead') })),
        ),
      }
  return {
    ...template,
    highest: 0,
    found: `what is each worth? 0 until somebody says${others > 0 ? `; ${plural(others, 'other value')} not listed` : ''}`,
    row: map([
      { key: 'id', value: inline(template.id) },
      ...(template.label ? [{ key: 'label', value: inline(template.label) }] : []),
      { key: 'field', value: inline(field.name) },
      table,
    ]),
  }
}

/** `{ when: [ Germany, DE ], points: 0 }` */
function caseOf(texts: readonly string[]): Inline {
  const [only] = texts
  return new Map<string, Inline>([
    ['when', texts.length === 1 && only !== undefined ? only : [...texts]],
    ['points', 0],
  ])
}

/** Values that a table can hold: short, and some of them of several leads. Spellings of one value stand together. */
export function listedValues({ values, field }: Profile): SameValue[] {
  if (!isTable(values.map(({ count }) => count))) return []
  const usable = values.filter(({ text, count }) => text.length <= MAX_VALUE_LENGTH && count > 1 && isTold(text))
  return joinSpellings(usable, field.name).slice(0, LISTED)
}

/** Values with invisible characters are not listed. */
function isTold(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text) && !text.startsWith('$') && !/[\p{Cc}\p{Cs}]/u.test(text)
}

function recentRule(template: Labelled, { field, values }: Profile, asOf: number): Made | undefined {
  const ages = numbersOf(values)
    .map(day => asOf - day)
    .filter(age => age >= 0)
    .sort((a, b) => a - b)
  if (ages.length === 0) return undefined
  const spans = [...new Set([0.25, 0.6].flatMap(share => spanFor(quantile(ages, share)) ?? []))]
  const [best] = template.points
  if (spans.length === 0 || best === undefined) return undefined
  const cases = spans.map(
    (days, index): Inline =>
      new Map<string, Inline>([
        ['when', new Map([['in_last', `${days}d`]])],
        ['points', template.points[index] ?? best],
      ]),
  )
  const found = `the latest is ${plural(ages[0] ?? 0, 'day')} ago, half are at most ${thousands(quantile(ages, 0.5))}`
  return inlineRule(template, best, found, [
    ['field', field.name],
    ['cases', cases],
  ])
}

export function inlineRule(
  { id, score, group, label }: Pick<Labelled, 'id' | 'score' | 'group' | 'label'>,
  highest: number,
  found: string,
  parts: readonly (readonly [string, Inline])[],
): Made {
  return {
    id,
    score,
    group,
    highest,
    found,
    row: inline(new Map<string, Inline>([['id', id], ...(label ? [['label', label] as const] : []), ...parts])),
  }
}

/** The numbers found, repeated by their counts, in ascending order. */
export function numbersOf(values: readonly FoundValue[]): number[] {
  return values
    .flatMap(({ value, count }) => (typeof value === 'number' ? Array.from({ length: count }, () => value) : []))
    .sort((a, b) => a - b)
}
