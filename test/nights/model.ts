import type { Person } from './world.ts'

/** The bounds of the rulebook, which change in one night. */
export interface Bounds {
  readonly sqlFit: number
  readonly mqlEngagement: number
}

/** The rulebook of these nights. */
export function rulebookOf({ sqlFit, mqlEngagement }: Bounds, version: string): string {
  return `leadq: 1
name: Thirty nights
version: "${version}"
locale: { timezone: Europe/Berlin }
scores:
  fit:
    rules:
      - { id: size, field: employees, points_from: { 50: 20, 200: 40 } }
      - { id: decides, when: { job_title: { has_word: [CEO, Head of Sales] } }, points: 30 }
  engagement:
    rules:
      - { id: visits, per: page_views, points: 2, max: 40 }
      - { id: demo, when: { demo_requested: true }, points: 40 }
      - { id: silent, when: { last_activity_date: { older_than: 10d } }, points: -15 }
exclude:
  - { id: customer, when: { lifecycle_stage: customer } }
stages:
  - { stage: SQL, when: { rule.demo: { above: 0 }, score.fit: { at_least: ${sqlFit} } } }
  - stage: MQL
    when: { score.fit: { at_least: 40 }, score.engagement: { at_least: ${mqlEngagement} } }
    keep_while: { score.engagement: { at_least: 10 } }
    cool_down: 5d
  - { stage: nurture }
segments:
  channel: { paid: { source: Google Ads }, event: { source: Trade show }, other: otherwise }
owners:
  - { to: [Anna], when: { country: [DE, AT] } }
  - { to: [Ben] }
next:
  - { when: { stage: SQL }, do: hand over, due: 1d }
  - { when: { stage: MQL }, do: call, due: 3d }
`
}

/** What a lead is after a night. */
export interface State {
  readonly fit: number
  readonly engagement: number
  readonly stage: string
  /** Day numbers. */
  readonly since: number
  readonly stageBefore: string
  readonly due: number | undefined
}

/**
 * The same rulebook once more, by hand: what a lead is on a day, given what it was in the night before that was published.
 * Nothing here uses leadq.
 */
export function stateOf(
  person: Person,
  day: number,
  { sqlFit, mqlEngagement }: Bounds,
  before: State | undefined,
): State {
  const fit = (person.employees >= 200 ? 40 : person.employees >= 50 ? 20 : 0) + (decides(person) ? 30 : 0)
  const isSilent = day - person.seen > 10
  const points = Math.min(40, 2 * person.views) + (person.demo ? 40 : 0) - (isSilent ? 15 : 0)
  const engagement = Math.max(0, points)
  const isCooling =
    before !== undefined && before.stage !== 'MQL' && before.stageBefore === 'MQL' && day - before.since < 5
  const becomesMql = fit >= 40 && engagement >= mqlEngagement && !isCooling
  const staysMql = before?.stage === 'MQL' && engagement >= 10
  const stage = person.customer
    ? 'disqualified'
    : person.demo && fit >= sqlFit
      ? 'SQL'
      : becomesMql || staysMql
        ? 'MQL'
        : 'nurture'
  const isSame = before?.stage === stage
  const since = isSame ? before.since : day
  const stageBefore = isSame ? before.stageBefore : (before?.stage ?? '')
  return { fit, engagement, stage, since, stageBefore, due: dueOf(stage, since) }
}

function decides({ title }: Person): boolean {
  return title === 'CEO' || title === 'Head of Sales'
}

/** A weekend moves to Monday; day 0 was a Thursday. */
function dueOf(stage: string, since: number): number | undefined {
  const days = stage === 'SQL' ? 1 : stage === 'MQL' ? 3 : undefined
  if (days === undefined) return undefined
  const day = since + days
  const weekday = (day + 3) % 7
  return weekday === 5 ? day + 2 : weekday === 6 ? day + 1 : day
}
