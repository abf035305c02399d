import { comparePlaces, type Place } from '../../base/place.ts'
import { COLUMN_NAMES } from '../../ir/plan/columns.ts'
import { fold } from '../../ir/values/fold.ts'
import type { Draft } from '../language/language.ts'
import type { Located, Named } from '../language/shape.ts'
import { quote, type ScalarNode } from '../yaml/node.ts'
import { rulesOf } from './collect.ts'
import type { Report } from './report-problem.ts'

const FIELD_WORDS = ['all', 'any', 'not', 'some', 'stage', 'grade', 'chance']
const CRITERION_WORDS = ['met', 'unknown']

/** Names that are taken: by another id, by a word of the language, by a column of leadq. */
export function checkNames(draft: Draft, files: readonly string[], report: Report): void {
  checkIds(draft, files, report)
  checkFieldNames(draft, report)
  checkColumnNames(draft, report)
  for (const { text, place } of keysOf(draft.criteria)) {
    if (CRITERION_WORDS.includes(text)) reportReserved('criterion', text, place, report)
  }
  for (const { text, place } of keysOf(draft.scores)) {
    if (text === 'total') reportReserved('score', text, place, report)
  }
}

interface Identified extends Located<string> {
  readonly kind: string
}

/** Rules, criteria, exclusions and rows of stages share one space of ids: reports speak of them by id alone. */
function checkIds(draft: Draft, files: readonly string[], report: Report): void {
  const ids: Identified[] = [
    ...rulesOf(draft).filter(isEnabled).map(named('a rule')),
    ...(draft.criteria ?? []).flatMap(({ key: { text, place }, value }) =>
      value === undefined || isEnabled(value) ? [{ kind: 'a criterion', value: text, place }] : [],
    ),
    ...(draft.exclude ?? []).flatMap(row => (row && isEnabled(row) ? [named('an exclusion')(row)] : [])),
    ...(draft.stages ?? []).flatMap(row => (row?.id ? [{ kind: 'a stage row', ...row.id }] : [])),
  ]
  const seen = new Map<string, Identified>()
  const layer = ({ place }: Identified) => files.indexOf(place.file)
  for (const each of ids.sort((a, b) => layer(a) - layer(b) || comparePlaces(a.place, b.place))) {
    const first = seen.get(each.value)
    if (first === undefined) seen.set(each.value, each)
    else reportTwice(each, first, report)
  }
}

function isEnabled({ enabled }: { readonly enabled?: Located<boolean> | undefined }): boolean {
  return enabled?.value !== false
}

function named(kind: string): (row: { readonly id: Located<string> }) => Identified {
  return ({ id }) => ({ kind, ...id })
}

function reportTwice({ kind, value, place }: Identified, first: Identified, report: Report): void {
  const related = [{ place: first.place, message: 'first defined here' }]
  const isOther = kind !== first.kind && place.file !== first.place.file
  const hint = `${kind} cannot replace ${first.kind}: choose another id, or drop ${first.kind.replace(/^an? /, 'the ')} with \`enabled: false\``
  report('rule/duplicate-id', `the id ${quote(value)} is already defined`, place, {
    related,
    ...(isOther && { hint }),
  })
}

function checkFieldNames({ fields }: Draft, report: Report): void {
  for (const { text, place } of keysOf(fields)) {
    if (FIELD_WORDS.includes(text)) reportReserved('field', text, place, report)
    if (text.includes('.')) report('rule/name', `the name of a field cannot hold a dot: ${quote(text)}`, place)
  }
}

function checkColumnNames({ scores, segments }: Draft, report: Report): void {
  const taken = new Map<string, Place>()
  for (const { text, place } of [...keysOf(scores), ...keysOf(segments)]) {
    const column = fold(text)
    const first = taken.get(column)
    if (COLUMN_NAMES.includes(column)) report('rule/name', `leadq has a column ${quote(text)} of its own`, place)
    else if (first === undefined) taken.set(column, place)
    else {
      const related = [{ place: first, message: 'first defined here' }]
      report('rule/name', `${quote(text)} is already a column of the output`, place, { related })
    }
  }
}

function reportReserved(kind: string, text: string, place: Place, report: Report): void {
  report('rule/name', `a ${kind} cannot be called ${quote(text)}, a word of the language`, place)
}

function keysOf(entries: readonly Named<unknown>[] = []): ScalarNode[] {
  return entries.map(({ key }) => key)
}
