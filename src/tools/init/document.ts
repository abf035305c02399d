import { isCatalogueField } from '../../io/bind/match.ts'
import { FIELDS } from '../../ir/catalogue/fields.ts'
import { percent, plural } from '../../report/numbers.ts'
import { type Inline, inlineYaml, type Written, type WrittenEntry, type WrittenItem } from '../../rulebook/index.ts'
import { inline, list, map, type Pair, pairs, section } from '../../rulebook/yaml/building.ts'
import type { Draft } from './draft.ts'
import { type DraftRule, listedValues } from './draft-rules.ts'
import type { Findings } from './findings.ts'
import { outcomeEntries } from './outcome.ts'
import type { Profile } from './probe.ts'
import { DECIDER, DECIDERS, type ScoreName } from './templates.ts'

const SCORES: readonly { readonly name: ScoreName; readonly about: string }[] = [
  { name: 'fit', about: 'the right company, the right person? Does not change when they click' },
  { name: 'engagement', about: 'do they want something from us, now?' },
]

/** The rulebook as a document, with the evidence beside each part. */
export function documentOf(findings: Findings): Written {
  const { draft } = findings
  const scores = SCORES.filter(score => draft.rules.some(rule => rule.score === score.name))
  const fields = fieldsOf(findings)
  const columns = columnsComment(findings)
  const isBare = fields === undefined && scores.length === 0 && columns !== ''
  return map([
    { key: 'leadq', value: inline(1) },
    { key: 'name', value: inline('First rules'), ...(isBare && { above: columns, apart: true }) },
    ...section(
      'locale',
      localeOf(findings),
      'How dates are written, and what stands in cells where nobody chose anything.',
    ),
    ...section('lists', draft.rules.some(({ id }) => id === DECIDER) && listsOf(), LISTS_COMMENT),
    ...section('fields', fields, columns),
    ...samenessOf(draft),
    ...section(
      'scores',
      scores.length > 0 && map(scores.map(score => scoreEntry(score, draft.rules))),
      fields === undefined ? `${columns}\n\n${SCORES_COMMENT}` : SCORES_COMMENT,
    ),
    ...section('total', scores.length > 1 && inline(pairs(...scores.map((score): Pair => [score.name, 0.5])))),
    ...section('criteria', draft.criteria.length > 0 && criteriaOf(draft), CRITERIA_COMMENT),
    ...section('exclude', draft.exclude.length > 0 && excludeOf(draft), EXCLUDE_COMMENT),
    ...outcomeEntries(findings),
  ])
}

const LISTS_COMMENT = 'Who signs, or decides for a department. A * stands for the rest of the word.'
const DEDUPE_COMMENT = 'Of leads with the same e-mail address only one is scored, the others are marked.'
const SCORES_COMMENT =
  'The points are a first guess. Tables start at 0: how often a value comes does not say what it is worth.'
const CRITERIA_COMMENT = 'What has to be found out: met, not met or unknown.'
const EXCLUDE_COMMENT = 'Leads that are out, whatever their points.'

function localeOf({ locale: { dates, nulls } }: Findings): Written | undefined {
  const parts: Pair[] = [
    ...(dates === 'auto' ? [] : [['dates', dates] satisfies Pair]),
    ...(nulls.length === 0 ? [] : [['nulls', nulls] satisfies Pair]),
  ]
  return parts.length === 0 ? undefined : inline(pairs(...parts))
}

function listsOf(): Written {
  return map([{ key: 'deciders', value: inline(DECIDERS) }])
}

/** Fields that a person or the file named. */
function fieldsOf({ profiles }: Findings): Written | undefined {
  const declared = profiles.filter(({ field }) => field.from.length > 0)
  if (declared.length === 0) return undefined
  return map(
    declared.map(profile => {
      const { key, value } = fieldEntry(profile)
      return { key, value: inline(value), beside: `${percent(profile.filled, profile.leads)} filled` }
    }),
  )
}

function fieldEntry({ field: { name, from, type, split } }: Profile): { readonly key: string; readonly value: Inline } {
  const isPlain = isCatalogueField(name) && FIELDS[name].type === type
  const parts: [string, Inline][] = [
    ['from', from.length === 1 ? (from[0] ?? '') : [...from]],
    ...(isPlain ? [] : [['type', type] satisfies [string, Inline]]),
    ...(split === undefined || isPlain ? [] : [['split', split] satisfies [string, Inline]]),
  ]
  return { key: name, value: new Map(parts) }
}

/** Lists the recognised columns, and how the others could be used. */
function columnsComment({ profiles, unused }: Findings): string {
  const known = profiles.filter(({ field }) => field.from.length === 0)
  const names = known.map(({ field, headings }) => `${field.name} (${headings.map(oneLine).join(', ')})`)
  const found = known.length === 0 ? [] : [`Fields that are found by their headings need no line:\n${flowing(names)}`]
  const offered = unused.map(offeredLine)
  const more = unused.length === 0 ? [] : [`${OFFERED}\n${offered.join('\n')}`]
  return [...found, ...more].join('\n\n')
}

function offeredLine(profile: Profile): string {
  const { key, value } = fieldEntry(profile)
  const values = listedValues(profile).map(({ texts: [text = ''] }) => oneLine(text))
  const shown = values.length > MAX_SHOWN_VALUES ? [...values.slice(0, MAX_SHOWN_VALUES), '...'] : values
  return `  ${inlineYaml(key)}: ${inlineYaml(value)}${shown.length > 0 ? `   ${shown.join(', ')}` : ''}`
}

const MAX_SHOWN_VALUES = 4

const OFFERED = 'Columns that leadq does not know and no rule uses yet; with such a line under `fields:` a rule can:'

/** Texts one after the other, on lines that are not too long. */
function flowing(texts: readonly string[]): string {
  const lines: string[] = []
  for (const text of texts) {
    const last = lines.at(-1)
    if (last === undefined || last.length + text.length > 110) lines.push(text)
    else lines[lines.length - 1] = `${last}, ${text}`
  }
  return lines.join(',\n')
}

/** A heading or value inside a sentence. */
export function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}

/** Duplicates, if there are any. */
function samenessOf({ repeated, dated }: Draft): WrittenEntry[] {
  if (repeated === 0) return []
  const value = inline(pairs(['by', 'email'], ['keep', dated ? 'latest' : 'first']))
  return [{ key: 'dedupe', value, above: DEDUPE_COMMENT, beside: `${plural(repeated, 'duplicate')} here`, apart: true }]
}

function scoreEntry({ name, about }: (typeof SCORES)[number], all: readonly DraftRule[]): WrittenEntry {
  const rules = all.filter(({ score }) => score === name)
  const groups = [...new Set(rules.map(({ group }) => group))].map(group => ({
    key: group,
    value: map([{ key: 'rules', value: list(rules.filter(rule => rule.group === group).map(ruleItem)) }]),
  }))
  const highest = rules.reduce((sum, rule) => sum + rule.highest, 0)
  const cap = highest > HIGHEST ? [{ key: 'max', value: inline(HIGHEST) }] : []
  return { key: name, above: about, value: map([...cap, { key: 'groups', value: map(groups) }]) }
}

const HIGHEST = 100

function ruleItem({ row, found }: DraftRule): WrittenItem {
  return row.kind === 'inline' ? { value: row, beside: found } : { value: row, above: found }
}

function criteriaOf({ criteria }: Draft): Written {
  return map(criteria.map(({ name, when, ask }) => ({ key: name, value: inline(pairs(['when', when], ['ask', ask])) })))
}

function excludeOf({ exclude }: Draft): Written {
  return list(
    exclude.map(({ id, when, found }) => ({ value: inline(pairs(['id', id], ['when', when])), beside: found })),
  )
}
