import { plural } from '../../base/counts.ts'
import { compileJudge } from '../../engine/judge.ts'
import { type Lead, NOTHING, type Reading } from '../../engine/lead.ts'
import { unpruned } from '../../io/bind/bind.ts'
import type { BoundField } from '../../ir/plan/bound-field.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import type { Verdict } from '../../ir/results/verdict.ts'
import { schemaLine } from '../../ir/schema-line.ts'
import { printDay } from '../../ir/values/calendar.ts'
import type { FieldType, Value } from '../../ir/values/value.ts'
import { type Representative, representativesOf } from '../../lint/judging/representatives.ts'
import { type Inline, writeYaml } from '../../rulebook/index.ts'
import { inline, list, map, type Pair, pairs } from '../../rulebook/yaml/building.ts'

/** A lead without identifying values, and its verdict. */
interface Example {
  readonly name: string
  /** Field -> text, only what is filled. */
  readonly lead: readonly Pair[]
  readonly verdict: Verdict
}

/**
 * A few leads of a file as tests of its rulebook. What they hold is replaced by values that the rulebook itself names,
 * wherever that leaves the verdict as it is; of what remains nothing is text.
 */
export function examplesOf(plan: Plan, bound: BoundPlan, leads: readonly Lead[], asOf: number): Example[] {
  const whole = unpruned(plan, bound)
  const judge = compileJudge(whole, asOf)
  const offered = representativesOf(whole, asOf)
  const stages = [...new Set([...whole.stages, ...whole.exclude].map(({ stage }) => stage))]
  const judged = leads.map(lead => ({ lead, verdict: judge(onlyRead(lead, whole)) }))
  return stages.flatMap(stage => {
    const ofStage = judged.filter(({ verdict }) => verdict.stage === stage)
    const middle = ofStage.sort((a, b) => (a.verdict.total ?? 0) - (b.verdict.total ?? 0))[ofStage.length >> 1]
    return middle === undefined ? [] : [anonymised(middle.lead, whole, judge, offered)]
  })
}

/** Fields that only identify a lead are dropped. */
function onlyRead(lead: Lead, { fields }: BoundPlan): Lead {
  return { cells: [], readings: lead.readings.map((reading, slot) => (fields[slot]?.read ? reading : NOTHING)) }
}

function anonymised(
  original: Lead,
  whole: BoundPlan,
  judge: (lead: Lead) => Verdict,
  offered: readonly Representative[],
): Example {
  let lead = onlyRead(original, whole)
  const wanted = essence(judge(lead))
  const replaced = (slot: number, reading: Reading) => ({ ...lead, readings: lead.readings.with(slot, reading) })
  for (const [slot, field] of whole.fields.entries()) {
    if (lead.readings[slot]?.value === undefined) continue
    const replacements: readonly Reading[] = [
      NOTHING,
      ...offered
        .filter(each => each.slot === slot)
        .map(({ value, text }): Reading => ({ value, text, state: 'filled' })),
      ...anything(field.type),
    ]
    const fitting = replacements.find(reading => essence(judge(replaced(slot, reading))) === wanted)
    lead = replaced(slot, fitting ?? (isHarmless(field) ? (lead.readings[slot] ?? NOTHING) : NOTHING))
  }
  const verdict = judge(lead)
  const total = verdict.total === undefined ? '' : ` with ${plural(verdict.total, 'point')}`
  const texts = whole.fields.flatMap((field, slot): Pair[] => {
    const value = lead.readings[slot]?.value
    return value === undefined ? [] : [[field.name, written(value, field.type)]]
  })
  return { name: `${verdict.stage}${total}`, lead: texts, verdict }
}

/** The parts of a verdict that a replacement must not change. */
function essence({ scores, points, stage, criteria, segments, tags, next }: Verdict): string {
  return JSON.stringify([scores, points, stage, criteria.map(String), segments, tags, next])
}

/** Replacement for values that only have to be present. */
function anything(type: FieldType): Reading[] {
  return type === 'text' ? [{ value: 'something else', text: 'something else', state: 'filled' }] : []
}

/** A number, a day or a boolean does not identify anybody. */
function isHarmless({ type }: BoundField): boolean {
  return type !== 'text' && type !== 'list'
}

function written(value: Value, type: FieldType): Inline {
  if (typeof value === 'object') return [...value]
  return type === 'date' && typeof value === 'number' ? printDay(value) : value
}

/** The examples as a file of tests. */
export function writeExamples(examples: readonly Example[], rulebook: string, asOf: number): string {
  const tests = examples.map(({ name, lead, verdict: { stage, total } }) => ({
    value: map([
      { key: 'name', value: inline(name) },
      { key: 'lead', value: inline(pairs(...lead)) },
      {
        key: 'expect',
        value: inline(pairs(['stage', stage], ...(total === undefined ? [] : [['score', total] as const]))),
      },
    ]),
  }))
  const root = map([
    { key: 'rulebook', value: inline(rulebook) },
    { key: 'as_of', value: inline(printDay(asOf)) },
    { key: 'tests', value: list(tests) },
  ])
  return writeYaml(root, { head: HEAD })
}

const HEAD = `${schemaLine('test')}

Leads of which ${'`expect`'} says what becomes of them, so that nobody changes that by accident.
They come from the export, with values that the rulebook itself names in place of their own.`
