import type { Place } from '../../base/place.ts'
import { FIRED, NOT_FIRED } from '../../ir/plan/lead-test.ts'
import { givesPoints } from '../../ir/plan/payment.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import type { Coverage } from '../../ir/results/test-report.ts'
import { actualOf, rulesOf } from './actual.ts'
import type { JudgedTest } from './score-test-lead.ts'

type Covered = { readonly kind: 'stage' } | { readonly kind: 'points' | 'segment' | 'tag'; readonly name: string }

/** Something that tests should cover. */
export interface Item {
  readonly what: string
  /** The subject of a test that covers it. */
  readonly of: Covered
  readonly place: Place | null
  readonly isSeen: (judged: JudgedTest) => boolean
}

/** Coverage of a rulebook by the leads of tests: each rule with points and without, each stage, label and tag. */
export function coverageOf(rulebook: string, plan: Plan, judged: readonly JudgedTest[]): Coverage {
  const items = itemsOf(plan)
  const missing = items.filter(({ isSeen }) => !judged.some(isSeen))
  return {
    rulebook,
    items: items.length,
    covered: items.length - missing.length,
    missing: missing.map(({ what, place }) => ({ what, place })),
  }
}

/** All that tests can cover; a rule that gives no points to anybody can never fire. */
export function itemsOf(plan: Plan): Item[] {
  const places = new Map([...plan.exclude, ...plan.stages].map(({ stage, place }) => [stage, place ?? null]))
  return [
    ...rulesOf(plan)
      .filter(givesPoints)
      .flatMap(({ id, place = null }) =>
        ([FIRED, NOT_FIRED] as const).map(
          (state): Item => ({
            what: `rule ${id}: never ${state}`,
            of: { kind: 'points', name: id },
            place,
            isSeen: judged => actualOf({ kind: 'rule', name: id }, judged) === state,
          }),
        ),
      ),
    ...[...places].map(
      ([stage, place]): Item => ({
        what: `stage ${stage}: never reached`,
        of: { kind: 'stage' },
        place,
        isSeen: ({ verdict }) => verdict.stage === stage,
      }),
    ),
    ...plan.segments.flatMap(({ name, rows, place = null }, index) =>
      rows.map(
        ({ label }): Item => ({
          what: `segment ${name}: never ${label}`,
          of: { kind: 'segment', name },
          place,
          isSeen: ({ verdict }) => verdict.segments[index] === label,
        }),
      ),
    ),
    ...plan.tags.map(
      ({ name, place = null }, index): Item => ({
        what: `tag ${name}: never set`,
        of: { kind: 'tag', name },
        place,
        isSeen: ({ verdict }) => verdict.tags[index] === true,
      }),
    ),
  ]
}

/** A percentage as it was written: whole numbers, so that 99.99 % is not 100. */
export interface Percentage {
  readonly digits: number
  /** By which `digits` has to be divided. */
  readonly unit: number
}

export function reaches(part: number, whole: number, { digits, unit }: Percentage): boolean {
  return part * 100 * unit >= digits * whole
}
