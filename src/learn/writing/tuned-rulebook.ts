import type { Field } from '../../ir/plan/field.ts'
import { percent, plural } from '../../report/numbers.ts'
import { inline, list, map, type Pair, pairs, section } from '../../rulebook/yaml/building.ts'
import type { Inline, InlineMap, Written, WrittenItem } from '../../rulebook/yaml/yaml-write.ts'
import { exclusionsOf, nextRows, optOutsOf, totalFrom } from './routing.ts'

/** A rule that was learned, with what is known of it. */
export interface TunedRule {
  readonly score: string
  readonly entries: readonly Pair[]
  readonly evidence: string
}

/** The content of a learned rulebook. */
export interface TunedRulebook {
  readonly name: string
  readonly nulls: readonly string[]
  /** Columns that leadq does not know by itself. */
  readonly fields: readonly Field[]
  /** Fields that the file has, whether or not a rule reads them. */
  readonly known: ReadonlySet<string>
  readonly lists: readonly { readonly name: string; readonly values: readonly Inline[] }[]
  readonly rules: readonly TunedRule[]
  readonly start: ReadonlyMap<string, number>
  readonly highest: ReadonlyMap<string, number>
  /** Leads that are already won, according to a field of the rulebook. */
  readonly alreadyWon: InlineMap | undefined
  readonly stages: readonly { readonly stage: string; readonly from: number; readonly found: string }[]
  /** Lowest first. */
  readonly bands: readonly { readonly from: number; readonly chance: number; readonly found: string }[]
}

/** Scores that leadq names itself, in this order; others follow. */
const ABOUT: ReadonlyMap<string, string> = new Map([
  ['fit', 'who they are'],
  ['engagement', 'what they did'],
])

/** The rulebook as a document, with the evidence beside its parts. */
export function tunedDocument(tuned: TunedRulebook): Written {
  const { name, nulls, fields, lists, rules } = tuned
  const scores = [...new Set([...ABOUT.keys(), ...rules.map(({ score }) => score)])].filter(name =>
    rules.some(({ score }) => score === name),
  )
  const stages = new Set([...tuned.stages.map(({ stage }) => stage), 'nurture'])
  const optOuts = optOutsOf(tuned.known)
  const exclusions = [
    ...exclusionsOf(tuned.known),
    ...(tuned.alreadyWon === undefined ? [] : [{ id: 'already-won', when: tuned.alreadyWon }]),
  ]
  return map([
    { key: 'leadq', value: inline(1) },
    { key: 'name', value: inline(name) },
    ...section(
      'locale',
      nulls.length > 0 && inline(pairs(['nulls', [...nulls]])),
      'What stands in cells where nobody chose anything.',
    ),
    ...section(
      'lists',
      lists.length > 0 && map(lists.map(each => ({ key: each.name, value: inline([...each.values]) }))),
    ),
    ...section(
      'fields',
      fields.length > 0 && map(fields.map(field => ({ key: field.name, value: inline(fieldValue(field)) }))),
    ),
    ...section('scores', map(scores.map(score => scoreEntry(score, tuned))), SCORES_COMMENT),
    ...section(
      'exclude',
      exclusions.length > 0 &&
        list(exclusions.map(({ id, when }) => ({ value: inline(pairs(['id', id], ['when', when])) }))),
    ),
    ...section(
      'stages',
      list([...tuned.stages.map(stageItem), { value: inline(pairs(['stage', 'nurture'])) }]),
      'The first row that matches counts.',
    ),
    ...chanceEntry(tuned),
    ...section(
      'tags',
      optOuts.tags.length > 0 &&
        map(optOuts.tags.map(({ name: tag, when, about }) => ({ key: tag, value: inline(when), beside: about }))),
    ),
    ...section(
      'next',
      list(nextRows(stages, optOuts).map(row => ({ value: inline(row) }))),
      'Nothing happens to leads for whom no row is left: they have said no.',
    ),
  ])
}

const SCORES_COMMENT =
  'Ten points double the odds. Nothing there earns nothing; `start` keeps every score at 0 or above.'

function fieldValue({ from, type, split }: Field): InlineMap {
  return pairs(
    ['from', from.length === 1 ? (from[0] ?? '') : [...from]],
    ['type', type],
    ...(split === undefined ? [] : [['split', split] satisfies Pair]),
  )
}

function scoreEntry(name: string, { rules, start, highest }: TunedRulebook) {
  const items = rules.filter(({ score }) => score === name).map(ruleItem)
  const about = ABOUT.get(name)
  const from = start.get(name) ?? 0
  return {
    key: name,
    above: `${about === undefined ? '' : `${about}: `}0 to ${highest.get(name) ?? 0} points`,
    value: map([...(from === 0 ? [] : [{ key: 'start', value: inline(from) }]), { key: 'rules', value: list(items) }]),
  }
}

/** Rules of many rows are written over several lines. */
const MAX_ONE_LINE = 160

function ruleItem({ entries, evidence }: TunedRule): WrittenItem {
  const short = JSON.stringify(entries.map(([key, value]) => [key, plainOf(value)])).length <= MAX_ONE_LINE
  const value = short ? inline(pairs(...entries)) : map(entries.map(([key, part]) => ({ key, value: blockOf(part) })))
  return { value, above: evidence }
}

function blockOf(value: Inline): Written {
  if (Array.isArray(value) && value.length > 1) return list(value.map(each => ({ value: inline(each) })))
  return inline(value)
}

/** For measuring only. */
function plainOf(value: Inline): unknown {
  return value instanceof Map ? [...value].map(([key, part]) => [key, plainOf(part)]) : value
}

function stageItem({ stage, from, found }: TunedRulebook['stages'][number]): WrittenItem {
  return { value: inline(pairs(['stage', stage], ['when', totalFrom(from)])), beside: found }
}

function chanceEntry({ bands }: TunedRulebook) {
  if (bands.length < 2) return []
  const value = map([
    { key: 'of', value: inline('score.total') },
    {
      key: 'bands',
      value: map(bands.map(({ from, chance, found }) => ({ key: from, value: inline(chance), beside: found }))),
    },
  ])
  return section(
    'chance',
    value,
    'Per cent of such leads that were won, on leads that were not learned from; beside it 95% intervals.',
  )
}

/** `650 and more: 2,104 leads, 71% won, 1.8 x; without this rule AUC -0.064` */
export function evidenceText(row: string, leads: number, won: number, lift: number, change: number): string {
  return `${row}: ${plural(leads, 'lead')}, ${percent(won, leads)} won, ${lift.toFixed(1)} x; without this rule AUC ${change < 0 ? '-' : '+'}${Math.abs(change).toFixed(3)}`
}
