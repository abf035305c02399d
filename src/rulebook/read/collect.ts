import type { Place } from '../../base/place.ts'
import { UNKNOWN_SIDE } from '../../ir/plan/grade-side.ts'
import { isOperator, OPERATORS, type OperatorName } from '../../ir/plan/operators.ts'
import { DISQUALIFIED } from '../../ir/plan/plan.ts'
import { ACCOUNT_FIGURES, isAccountFigure } from '../../ir/results/account.ts'
import type { FieldType } from '../../ir/values/value.ts'
import type { Draft } from '../language/language.ts'
import type { RuleDraft } from '../language/language-scores.ts'
import type { Known, Names } from './names.ts'
import { engagedScore } from './read-duplicates.ts'
import { beforeNames } from './read-memory.ts'

const FAMILIES = ['score', 'rule', 'criteria', 'segment', 'tag', 'account', 'before', 'change']
const TRUTHS = ['met', 'not_met', 'unknown']
/** Grades are written out to be checked; a rulebook with more than this has them unchecked. */
const MAX_GRADES = 10_000

interface Collection {
  readonly known: Map<string, Known>
  readonly unsure: Set<string>
  readonly dropped: Set<string>
}

/** The declared fields, and those whose type could not be read. */
export interface FieldTypes {
  readonly types: ReadonlyMap<string, FieldType>
  /** Where the rulebook says the type of a field. */
  readonly declared: ReadonlyMap<string, Place>
  readonly unsure: Iterable<string>
}

/** Everything that conditions can name, before the first condition is read. */
export function collectNames(draft: Draft, fields: FieldTypes, lists: Names['lists']): Names {
  const into: Collection = { known: new Map(), unsure: new Set(fields.unsure), dropped: new Set() }
  for (const family of unreadFamilies(draft)) into.unsure.add(family)
  addScores(draft, into)
  addGrade(draft, into)
  addChance(draft, into)
  addAccount(draft, into)
  addBefore(draft, into)
  addCriteria(draft, into)
  addStage(draft, into)
  addSegments(draft, into)
  addTags(draft, into)
  for (const [name, type] of fields.types) {
    const declared = fields.declared.get(name)
    add(into, name, { subject: { kind: 'field', name }, type, moment: 'fields', ...(declared && { declared }) })
  }
  return { ...into, lists }
}

/** Families of names whose part of the rulebook is there and could not be read. */
function unreadFamilies(draft: Draft): string[] {
  const { scores, fields, grade, chance, account, criteria, stages, segments, tags } = draft
  const parts = {
    fields,
    score: scores,
    rule: scores,
    grade,
    chance,
    account,
    criteria,
    stage: stages,
    before: stages ?? scores,
    change: scores,
    segment: segments,
    tag: tags,
  }
  const unread = Object.entries(parts).flatMap(([family, part]) => (part === undefined ? [family] : []))
  return [...(draft.broken ? unread : []), ...(hasUnreadRules(draft) ? ['rule'] : [])]
}

function hasUnreadRules({ scores = [] }: Draft): boolean {
  const blocks = scores.flatMap(({ value }) => [value, ...(value?.groups ?? []).map(group => group.value)])
  return blocks.some(block => block === undefined || block.broken || block.rules?.includes(undefined))
}

/** All rules of a rulebook, those outside of groups first in their score. */
export function rulesOf({ scores = [] }: Pick<Draft, 'scores'>): RuleDraft[] {
  const blocks = scores.flatMap(({ value }) => [
    value?.rules ?? [],
    ...(value?.groups ?? []).map(group => group.value?.rules ?? []),
  ])
  return blocks.flat().filter(rule => rule !== undefined)
}

/** The valid operators depend on the type, unless given. */
function add(
  into: Collection,
  name: string,
  known: Omit<Known, 'operators'> & Partial<Pick<Known, 'operators'>>,
): void {
  if (!into.known.has(name)) into.known.set(name, { operators: operatorsOf(known.type), ...known })
}

export function operatorsOf(type: FieldType): OperatorName[] {
  return Object.keys(OPERATORS)
    .filter(isOperator)
    .filter(operator => OPERATORS[operator].types.includes(type))
}

function fieldNamed(name: string, type: FieldType): Known {
  return { subject: { kind: 'field', name }, type, operators: operatorsOf(type), moment: 'fields' }
}

function adviceFor(name: string): string {
  return `a field of events is a text unless it is declared: \`events: { fields: { ${name}: { type: number } } }\``
}

/** What conditions on events can name: the fields of events, and any column that their file may have, as text. */
export function collectEventNames({ types, unsure }: FieldTypes, lists: Names['lists']): Names {
  const isOwnWord = (name: string) => isOperator(name) || FAMILIES.some(family => name.startsWith(`${family}.`))
  return {
    known: new Map([...types].map(([name, type]) => [name, fieldNamed(name, type)])),
    unlisted: name => (isOwnWord(name) ? undefined : { ...fieldNamed(name, 'text'), advice: adviceFor(name) }),
    lists,
    unsure: new Set(unsure),
    dropped: new Set(),
  }
}

function addScores(draft: Draft, into: Collection): void {
  const { scores = [] } = draft
  const earned = { type: 'number', moment: 'rules and scores' } as const
  for (const { key } of scores) {
    add(into, `score.${key.text}`, { subject: { kind: 'score', name: key.text }, ...earned })
  }
  if (scores.length > 0) add(into, 'score.total', { subject: { kind: 'total' }, ...earned })
  for (const { id, enabled, event } of rulesOf(draft)) {
    const name = `rule.${id.value}`
    const subject = { kind: 'rule', id: id.value } as const
    if (enabled?.value === false) into.dropped.add(name)
    else add(into, name, { subject, readsEvents: event !== undefined, ...earned })
  }
}

function addGrade({ grade = [] }: Draft, into: Collection): void {
  if (grade.length === 0) return
  const sides = grade.map(({ value }) => [...(value ?? []).map(({ key }) => key.text), UNKNOWN_SIDE])
  if (grade.some(({ value }) => value === undefined)) into.unsure.add('grade')
  const count = sides.reduce((product, side) => product * side.length, 1)
  const labels = count > MAX_GRADES ? undefined : sides.reduce(combined, [''])
  add(into, 'grade', { subject: { kind: 'grade' }, type: 'text', moment: 'grade', labels })
}

function combined(before: readonly string[], side: readonly string[]): string[] {
  return before.flatMap(start => side.map(label => start + label))
}

function addChance({ chance }: Draft, into: Collection): void {
  if (chance === undefined) return
  add(into, 'chance', { subject: { kind: 'chance' }, type: 'number', moment: 'grade' })
}

function addAccount(draft: Draft, into: Collection): void {
  if (draft.account === undefined) return
  for (const figure of Object.keys(ACCOUNT_FIGURES).filter(isAccountFigure)) {
    if (figure === 'engaged' && engagedScore(draft) === undefined) continue
    add(into, `account.${figure}`, { subject: { kind: 'account', figure }, type: 'number', moment: 'account' })
  }
}

function addCriteria({ criteria = [] }: Draft, into: Collection): void {
  for (const { key, value } of criteria) {
    const name = `criteria.${key.text}`
    const subject = { kind: 'criterion', name: key.text } as const
    if (value?.enabled?.value === false) into.dropped.add(name)
    else add(into, name, { subject, type: 'text', moment: 'criteria', labels: TRUTHS, operators: ['equals'] })
  }
  if (criteria.length === 0) return
  for (const count of ['met', 'unknown'] as const) {
    add(into, `criteria.${count}`, { subject: { kind: 'criteria', count }, type: 'number', moment: 'criteria' })
  }
}

/** What a lead was before has the scores and stages of this rulebook. */
function addBefore(draft: Draft, into: Collection): void {
  const scores = (draft.scores ?? []).map(({ key }) => key.text)
  for (const [name, known] of beforeNames(scores, stageNames(draft))) add(into, name, known)
}

function stageNames({ stages = [], exclude = [] }: Draft): string[] {
  const ofRows = stages.map(row => row?.stage.value)
  const ofExclusions = exclude.map(row => (row === undefined ? undefined : (row.stage?.value ?? DISQUALIFIED)))
  return [...new Set([...ofRows, ...ofExclusions])].filter(label => label !== undefined)
}

function addStage(draft: Draft, into: Collection): void {
  const { stages = [], exclude = [] } = draft
  if (stages.length + exclude.length === 0) return
  if ([...stages, ...exclude].includes(undefined)) into.unsure.add('stage')
  add(into, 'stage', { subject: { kind: 'stage' }, type: 'text', moment: 'stages', labels: stageNames(draft) })
}

function addSegments({ segments = [] }: Draft, into: Collection): void {
  for (const [row, { key, value }] of segments.entries()) {
    const name = `segment.${key.text}`
    const labels = value?.map(label => label.key.text)
    if (labels === undefined) into.unsure.add(name)
    add(into, name, { subject: { kind: 'segment', name: key.text }, type: 'text', moment: 'segments', labels, row })
  }
}

function addTags({ tags = [] }: Draft, into: Collection): void {
  for (const [row, { key }] of tags.entries()) {
    const subject = { kind: 'tag', name: key.text } as const
    add(into, `tag.${key.text}`, { subject, type: 'boolean', moment: 'tags', row, operators: ['equals'] })
  }
}
