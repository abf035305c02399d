import fc from 'fast-check'
import { answered, reference, scored } from '../asked-events.ts'
import { HEADINGS, leads, rulebook } from '../draw.ts'
import { eventLeads, eventRulebook, leadEvents } from '../draw-events.ts'
import { focusedRulebook } from '../draw-focused.ts'
import { memoryRulebook, today, yesterday } from '../draw-memory.ts'
import { WIDE_HEADINGS, wideLeads, wideRulebook } from '../draw-wide.ts'
import { asked, counted, countedByReference, type Form, judged } from '../engines.ts'
import { bindTo, planOf } from '../plans.ts'
import { answersOf, typedLeads } from '../typed.ts'
import { type Agreement, agreement } from './agreement.ts'
import { DUPLICATE_HEADINGS, duplicateLeads, duplicateRulebook, scoredTogether } from './duplicates.ts'
import { countedEvents, figures } from './event-counts.ts'
import { byQuery, byReference } from './memory.ts'
import { headingPair } from './names.ts'

/** Everything that printed queries are held to, by random rulebooks and leads. */

const form = fc.constantFrom<Form>('inline', 'functions')

export const OF_TEXTS: readonly Agreement[] = [
  agreement(
    { name: 'any leads and any rulebook', usual: 25, share: 50 },
    fc.tuple(rulebook, leads, form),
    async (engine, [rules, rows, form]) => {
      const { bound } = bindTo(planOf(rules), HEADINGS, rows)
      return [await asked(engine, bound, rows, { form }), judged(bound, rows)]
    },
  ),
  agreement(
    { name: 'hostile texts and every kind of field', usual: 15, share: 50 },
    fc.tuple(wideRulebook, wideLeads, form),
    async (engine, [rules, rows, form]) => {
      const { bound } = bindTo(planOf(rules), WIDE_HEADINGS, rows)
      return [await asked(engine, bound, rows, { form }), judged(bound, rows)]
    },
  ),
  agreement(
    { name: 'every operator of every type, few at a time', usual: 100, share: 450 },
    fc.tuple(focusedRulebook, wideLeads, form),
    async (engine, [rules, rows, form]) => {
      const { bound } = bindTo(planOf(rules), WIDE_HEADINGS, rows)
      return [await asked(engine, bound, rows, { form }), judged(bound, rows)]
    },
  ),
  agreement(
    { name: 'columns of any name, under any name', usual: 20, share: 20 },
    fc.tuple(
      headingPair.chain(headings =>
        fc
          .constantFrom("it's", 'a "b"', 'x\\', '`y`')
          .map(name => ({ headings, name, ...namedRulebook(headings, name) })),
      ),
    ),
    async (engine, [{ headings, name, rules }]) => {
      fc.pre(headings.every(heading => engine.takesColumn?.(heading) ?? true))
      const rows = [['Chief "Boss"', '7']]
      const { bound } = bindTo(planOf(rules), headings, rows)
      const answers = await asked(engine, bound, rows, { headings })
      return [
        { answers, stage: answers[0]?.[0] },
        { answers: judged(bound, rows), stage: name },
      ]
    },
  ),
  agreement(
    { name: 'counts', usual: 8, share: 15 },
    fc.tuple(wideRulebook, wideLeads),
    async (engine, [rules, rows]) => {
      const plan = planOf(rules)
      const { bound } = bindTo(plan, WIDE_HEADINGS, rows)
      return [await counted(engine, plan, bound, rows), countedByReference(plan, bound, rows)]
    },
  ),
]

export const OF_TYPES: readonly Agreement[] = [
  agreement(
    { name: 'typed columns, any rulebook', usual: 10, share: 35 },
    fc.tuple(wideRulebook, typedLeads, form),
    async (engine, [rules, rows, form]) => {
      const { bound, texts, answer } = await answersOf(engine, rules, rows)
      return [await answer(form), judged(bound, texts)]
    },
  ),
  agreement(
    { name: 'typed columns, every operator, few at a time', usual: 60, share: 280 },
    fc.tuple(focusedRulebook, typedLeads, form),
    async (engine, [rules, rows, form]) => {
      const { bound, texts, answer } = await answersOf(engine, rules, rows)
      return [await answer(form), judged(bound, texts)]
    },
  ),
]

export const OF_EVENTS: readonly Agreement[] = [
  agreement(
    { name: 'events', usual: 20, share: 40 },
    fc.tuple(eventRulebook, eventLeads, leadEvents),
    async (engine, [rules, rows, events]) => {
      const plan = planOf(rules)
      return [await answered(engine, plan, rows, [events]), await scored(plan, rows, [events])]
    },
  ),
  agreement(
    { name: 'counts of events', usual: 8, share: 10 },
    fc.tuple(eventRulebook, eventLeads, leadEvents, leadEvents),
    async (engine, [rules, rows, first, second]) => {
      const plan = planOf(rules)
      const { summary } = await reference(plan, rows, [first, second])
      return [await countedEvents(engine, plan, rows, [first, second]), figures(summary.events)]
    },
  ),
  agreement(
    { name: 'events of several sources', usual: 8, share: 10 },
    fc.tuple(eventRulebook, eventLeads, leadEvents, leadEvents),
    async (engine, [rules, rows, first, second]) => {
      const plan = planOf(rules)
      return [await answered(engine, plan, rows, [first, second]), await scored(plan, rows, [first, second])]
    },
  ),
]

export const OF_DUPLICATES: readonly Agreement[] = [
  agreement(
    { name: 'duplicates and accounts', usual: 30, share: 20 },
    fc.tuple(duplicateRulebook, duplicateLeads),
    async (engine, [rules, rows]) => {
      const plan = planOf(rules)
      const { bound } = bindTo(plan, DUPLICATE_HEADINGS, rows)
      return [await asked(engine, bound, rows), await scoredTogether(plan, rows)]
    },
  ),
]

export const OF_MEMORY: readonly Agreement[] = [
  agreement(
    { name: 'what a lead was in the run before', usual: 12, share: 20 },
    fc.tuple(memoryRulebook, yesterday, today),
    async (engine, [rules, before, rows]) => {
      const plan = planOf(rules)
      return [await byQuery(engine, plan, before, rows), await byReference(plan, before, rows)]
    },
  ),
]

export const AGREEMENTS: readonly Agreement[] = [...OF_TEXTS, ...OF_TYPES, ...OF_EVENTS, ...OF_DUPLICATES, ...OF_MEMORY]

function namedRulebook(headings: readonly string[], name: string) {
  const rules = {
    leadq: 1,
    fields: { [name]: { from: headings[0] }, other: { from: headings[1], type: 'number' } },
    scores: { [name]: { rules: [{ id: name, when: { [name]: 'chief "boss"' }, points: 5 }] } },
    stages: [{ stage: name, when: { other: { above: 6 } } }, { stage: 'nurture' }],
  }
  return { rules }
}
