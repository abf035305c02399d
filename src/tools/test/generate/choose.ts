import { compileCondition } from '../../../engine/condition.ts'
import { BEFORE, isBefore } from '../../../ir/plan/before.ts'
import type { BoundPlan } from '../../../ir/plan/bound-plan.ts'
import type { LeadTest, NamedCell } from '../../../ir/plan/lead-test.ts'
import { printAspect } from '../../../ir/plan/lead-test.ts'
import type { Plan } from '../../../ir/plan/plan.ts'
import { type Mutant, mutantsOf } from '../../../lint/mutants/mutants.ts'
import { actualOf, rulesOf } from '../actual.ts'
import { itemsOf } from '../coverage.ts'
import { judgeAgain } from '../rescore.ts'
import { type JudgedTest, testJudge } from '../score-test-lead.ts'
import { composeLeads } from './compose.ts'
import { firstDifference } from './differences.ts'
import type { Shown } from './expected.ts'
import { createPool } from './pool.ts'

/** A lead that shows a difference, and the expectations to write. */
export interface ChosenLead {
  readonly judged: JudgedTest
  readonly expect: Map<string, Shown>
}

/** The things that generated tests are about: `rule size`, `criteria.budget`, `stage`; each with its leads, in rulebook order. */
export type ChosenLeads = ReadonlyMap<string, readonly ChosenLead[]>

/** Finds, for every mutant, the simplest lead that catches it, and for every item of coverage a lead that covers it. */
export function chooseLeads(plan: Plan, asOf: number): ChosenLeads {
  const pool = createPool(plan, asOf)
  const judge = testJudge(plan)
  const ofRule = new Map<string, JudgedTest[]>()
  const mixed = pool.mixed.map(judge)
  const active = once(() => pool.active.map(judge))
  const composed = once(() =>
    composeLeads(plan, rule => candidatesFor(rule.id), pool.random)
      .map(pool.inAccount)
      .flatMap(pool.inMemory)
      .map(judge),
  )
  const chosen = new Map<string, ChosenLead[]>()

  const candidatesFor = (rule: string): JudgedTest[] => {
    const found = rulesOf(plan).find(({ id }) => id === rule)
    const known = ofRule.get(rule) ?? (found === undefined ? [] : pool.ofRule(found).map(judge))
    ofRule.set(rule, known)
    return known
  }

  for (const mutant of mutantsOf(plan)) {
    const again = judgeAgain(mutant.plan, plan)
    const differenceOf = (judged: JudgedTest) => firstDifference(judged, again(judged), mutant.rule)
    if (isNoticed(mutant.rule, chosen, again)) continue
    const mayShow = conditionDiffers(mutant, asOf)
    const shows = (judged: JudgedTest) => mayShow(judged) && differenceOf(judged) !== undefined
    const found =
      mutant.rule === undefined
        ? (mixed.find(shows) ?? composed().find(shows) ?? active().find(shows))
        : candidatesFor(mutant.rule).find(shows)
    if (found === undefined) continue
    const simplest = simplified(found, judge, shows)
    const aspect = differenceOf(simplest)
    if (aspect !== undefined) add(chosen, aspect, simplest)
  }
  for (const { isSeen, of } of itemsOf(plan)) {
    if ([...chosen.values()].some(leads => leads.some(({ judged }) => isSeen(judged)))) continue
    const found =
      of.kind === 'points'
        ? candidatesFor(of.name).find(isSeen)
        : (mixed.find(isSeen) ?? composed().find(isSeen) ?? active().find(isSeen))
    if (found !== undefined) add(chosen, of, simplified(found, judge, isSeen))
  }
  return chosen
}

/** Made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Whether a lead that was chosen before shows the mistake in what is expected of it. */
function isNoticed(rule: string | undefined, chosen: ChosenLeads, again: (judged: JudgedTest) => JudgedTest): boolean {
  const asked = [...chosen].filter(([name]) =>
    rule === undefined ? !name.startsWith('points.') : name === `points.${rule}`,
  )
  return asked.some(([, leads]) =>
    leads.some(({ judged, expect }) => {
      const other = again(judged)
      return [...expect.values()].some(of => actualOf(of, other) !== actualOf(of, judged))
    }),
  )
}

function add(chosen: Map<string, ChosenLead[]>, aspect: Shown, judged: JudgedTest): void {
  const name = printAspect(aspect)
  const leads = chosen.get(name) ?? []
  chosen.set(name, leads)
  leads.push({ judged, expect: new Map([[name, aspect]]) })
}

/**
 * Whether the condition with the mistake comes out differently for a lead. That is quick to find out, and where it does
 * not, nothing else can.
 */
function conditionDiffers({ condition }: Mutant, asOf: number): (judged: JudgedTest) => boolean {
  if (condition === undefined) return () => true
  const compiled = new Map<BoundPlan, (judged: JudgedTest) => boolean>()
  return judged => {
    const { bound } = judged
    let differs = compiled.get(bound)
    if (differs === undefined) {
      const [from, to] = [condition.from, condition.to].map(expr => compileCondition(expr, { bound, asOf }, 'criteria'))
      differs = ({ lead, verdict }) => from?.(lead, verdict) !== to?.(lead, verdict)
      compiled.set(bound, differs)
    }
    return differs(judged)
  }
}

/** The lead without fields that are not needed. */
function simplified(
  found: JudgedTest,
  judge: (test: LeadTest) => JudgedTest,
  shows: (judged: JudgedTest) => boolean,
): JudgedTest {
  let simplest = found
  const { account: _, ...alone } = found.test
  for (const test of found.test.account === undefined ? [] : [alone, ...withFewerFigures(found.test)]) {
    const less = judge(test)
    if (shows(less)) {
      simplest = less
      break
    }
  }
  for (const { name } of found.test.lead) {
    // A lead that was there before was in some stage.
    const isAnother = (cell: NamedCell) => cell.name !== name && (name !== BEFORE.stage || !isBefore(cell.name))
    const less = judge({ ...simplest.test, lead: simplest.test.lead.filter(isAnother) })
    if (shows(less)) simplest = less
  }
  return simplest
}

/** With one figure of its account only. */
function withFewerFigures(test: LeadTest): LeadTest[] {
  const figures = Object.entries(test.account ?? {})
  return figures.length < 2 ? [] : figures.map(([figure, value]) => ({ ...test, account: { [figure]: value } }))
}
