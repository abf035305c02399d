import type { Place } from '../../../base/place.ts'
import type { EventsPlan } from '../../../ir/plan/events.ts'
import type { Field } from '../../../ir/plan/field.ts'
import type {
  AccountRule,
  ChanceBands,
  Criterion,
  Dedupe,
  Exclusion,
  GradeSide,
  Group,
  Locale,
  NextRow,
  OwnerRow,
  Plan,
  Rule,
  Score,
  Segment,
  StageRow,
  Tag,
  Weight,
} from '../../../ir/plan/plan.ts'
import { eventsFor, statedEvents } from './event-settings.ts'

interface Values {
  readonly locale: Locale
  readonly field: Field
  readonly events: EventsPlan
  readonly dedupe: Dedupe
  readonly account: AccountRule
  readonly score: Omit<Score, 'groups'>
  readonly group: Omit<Group, 'rules'>
  readonly rule: Rule
  readonly total: readonly Weight[]
  readonly grade: readonly GradeSide[]
  readonly chance: ChanceBands
  readonly criterion: Criterion
  readonly exclusion: Exclusion
  readonly stage: StageRow
  readonly segment: Segment
  readonly tag: Tag
  readonly owners: readonly OwnerRow[]
  readonly next: readonly NextRow[]
}

export type PartKind = keyof Values

/** Where a group or a rule belongs; rules that stand in a score without a group have the group ``. */
interface Home {
  readonly score: string
  readonly group: string
}

interface Piece<K extends PartKind> {
  readonly kind: K
  /** Its name for people: `rule demo`, `stage SQL`. */
  readonly name: string
  readonly value: Values[K]
}

/** A piece of a rulebook that can be changed for itself. Taken apart and put together again a plan means the same. */
export type Part = { readonly [K in PartKind]: K extends 'group' | 'rule' ? Piece<K> & Home : Piece<K> }[PartKind]

/** Parts by their names. Within a kind they stand in the order of the rulebook. */
export type Parts = ReadonlyMap<string, Part>

/** The parts of a plan. Rows of stages have no name of their own: `stageNames` gives each row one. */
export function partsOf(plan: Plan, stageNames: readonly string[]): Parts {
  const { locale, fields, dedupe, account, scores, total, grade, owners, next } = plan
  const events = statedEvents(plan)
  const parts: Part[] = [
    { kind: 'locale', name: 'locale', value: locale },
    ...Object.values(fields).map(value => ({ kind: 'field', name: `field ${value.name}`, value }) as const),
    ...(events ? [{ kind: 'events', name: 'events', value: events } as const] : []),
    ...(dedupe ? [{ kind: 'dedupe', name: 'dedupe', value: dedupe } as const] : []),
    ...(account ? [{ kind: 'account', name: 'account', value: account } as const] : []),
    ...scores.flatMap(scoreParts),
    ...(total ? [{ kind: 'total', name: 'total', value: total } as const] : []),
    ...(grade ? [{ kind: 'grade', name: 'grade', value: grade } as const] : []),
    ...(plan.chance ? [{ kind: 'chance', name: 'chance', value: plan.chance } as const] : []),
    ...plan.criteria.map(value => ({ kind: 'criterion', name: `criterion ${value.name}`, value }) as const),
    ...plan.exclude.map(value => ({ kind: 'exclusion', name: `exclusion ${value.id}`, value }) as const),
    ...plan.stages.map((value, row) => ({ kind: 'stage', name: `stage ${stageNames[row] ?? row}`, value }) as const),
    ...plan.segments.map(value => ({ kind: 'segment', name: `segment ${value.name}`, value }) as const),
    ...plan.tags.map(value => ({ kind: 'tag', name: `tag ${value.name}`, value }) as const),
    ...(owners.length > 0 ? [{ kind: 'owners', name: 'owners', value: owners } as const] : []),
    ...(next.length > 0 ? [{ kind: 'next', name: 'next', value: next } as const] : []),
  ]
  return new Map(parts.map(part => [part.name, part]))
}

function scoreParts({ groups, ...score }: Score): Part[] {
  return [
    { kind: 'score', name: `score ${score.name}`, value: score },
    ...groups.flatMap(({ rules, ...group }): Part[] => {
      const name = group.name ?? ''
      const place = { score: score.name, group: name }
      return [
        { kind: 'group', name: groupPart(place), ...place, value: group },
        ...rules.map((rule): Part => ({ kind: 'rule', name: `rule ${rule.id}`, ...place, value: rule })),
      ]
    }),
  ]
}

function groupPart({ score, group }: Home): string {
  return `group ${score}${group === '' ? '' : `/${group}`}`
}

/** Builds a plan from parts. `like` gives the rest: the name, and fields that are not declared. */
export function planOf(parts: Parts, like: Pick<Plan, 'name' | 'version' | 'locale' | 'fields' | 'events'>): Plan {
  const all = <K extends PartKind>(kind: K) => valuesOf(parts, kind)
  const { name, version, fields } = like
  const [locale = like.locale] = all('locale')
  const [events] = all('events')
  const scores = all('score').map(score => ({ ...score, groups: groupsOf(score.name, parts) }))
  const [dedupe] = all('dedupe')
  const [account] = all('account')
  const [total] = all('total')
  const [grade] = all('grade')
  const [chance] = all('chance')
  return {
    name,
    ...(version !== undefined && { version }),
    locale,
    fields: { ...fields, ...Object.fromEntries(all('field').map(field => [field.name, field])) },
    ...eventsFor(events, scores, like.events?.fields ?? {}),
    ...(dedupe && { dedupe }),
    ...(account && { account }),
    scores,
    ...(total && { total }),
    ...(grade && { grade }),
    ...(chance && { chance }),
    criteria: all('criterion'),
    exclude: all('exclusion'),
    stages: all('stage'),
    segments: all('segment'),
    tags: all('tag'),
    owners: all('owners').flat(),
    next: all('next').flat(),
  }
}

/** The groups of a score, in order. A rule whose group is not there brings along one that has no bounds. */
function groupsOf(score: string, parts: Parts): Group[] {
  const groups = new Map<string, Omit<Group, 'rules'> & { readonly rules: Rule[] }>()
  for (const part of parts.values()) {
    if (part.kind === 'group' && part.score === score) groups.set(part.value.name ?? '', { ...part.value, rules: [] })
  }
  for (const part of parts.values()) {
    if (part.kind !== 'rule' || part.score !== score) continue
    const known = groups.get(part.group)
    if (known !== undefined) known.rules.push(part.value)
    else groups.set(part.group, { ...(part.group !== '' && { name: part.group }), rules: [part.value] })
  }
  return [...groups.values()]
}

function valuesOf<K extends PartKind>(parts: Parts, kind: K): Values[K][] {
  const isOf = (part: Part): part is Part & Piece<K> => part.kind === kind
  return [...parts.values()].filter(isOf).map(part => part.value)
}

/** Where a part stands in its file. */
export function placeOf({ value }: Part): Place | undefined {
  return 'place' in value ? value.place : undefined
}
