import { didYouMean } from '../../../base/nearest.ts'
import type { ChanceBands } from '../../../ir/plan/plan.ts'
import type { Draft } from '../../language/language.ts'
import { quote } from '../../yaml/node.ts'
import type { Report } from '../report-problem.ts'

/** The chance by score, the highest bound first. */
export function readChance(draft: Draft, report: Report): { readonly chance?: ChanceBands } {
  const { chance } = draft
  if (chance === undefined) return {}
  const of = chance.of === undefined ? undefined : readScore(chance.of, draft, report)
  const bands = readBands(chance, report)
  if (bands.length === 0 && !chance.broken) {
    report('rule/shape', 'expected at least one bound with its per cent: `bands: { 0: 2, 75: 31 }`', chance.place)
  }
  return { chance: { ...(of !== undefined && { of }), bands, place: chance.place } }
}

const PREFIX = 'score.'
const TOTAL = 'score.total'

/** `score.fit` -> `fit`; undefined for the total. */
function readScore(
  { value, place }: NonNullable<NonNullable<Draft['chance']>['of']>,
  { scores = [], broken }: Draft,
  report: Report,
): string | undefined {
  if (value === TOTAL || (scores.length === 0 && broken)) return undefined
  const names = scores.map(({ key }) => key.text)
  const name = value.startsWith(PREFIX) ? value.slice(PREFIX.length) : value
  if (value.startsWith(PREFIX) && names.includes(name)) return name
  const known = [TOTAL, ...names.map(each => `${PREFIX}${each}`)]
  const hint = names.includes(name) ? `did you mean \`${PREFIX}${name}\`?` : didYouMean(value, known)
  report('rule/unknown-name', `unknown score ${quote(value)}`, place, { hint })
  return undefined
}

function readBands({ bands = [] }: NonNullable<Draft['chance']>, report: Report): ChanceBands['bands'] {
  const seen = new Set<number>()
  const read = bands.flatMap(({ key, value }) => {
    if (value === undefined) return []
    const from = Number(key.text)
    if (!/^[+-]?\d{1,9}$/.test(key.text)) {
      report('rule/constant', `expected a whole number of points, found ${quote(key.text)}`, key.place)
      return []
    }
    if (seen.has(from)) report('rule/range', `the bound ${from} is there twice`, key.place)
    seen.add(from)
    return [{ from, percent: value.value }]
  })
  return read.sort((a, b) => b.from - a.from)
}
