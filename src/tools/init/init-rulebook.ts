import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import { compileCoercion } from '../../engine/coerce.ts'
import { compileJudge } from '../../engine/judge.ts'
import type { Lead } from '../../engine/lead.ts'
import { type Binding, bindPlan } from '../../io/bind/bind.ts'
import type { Row } from '../../io/records.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { type Plan, stagesOf } from '../../ir/plan/plan.ts'
import type { Verdict } from '../../ir/results/verdict.ts'
import { schemaLine } from '../../ir/schema-line.ts'
import { fold } from '../../ir/values/fold.ts'
import type { Host } from '../../leads/host.ts'
import { openLeads, type Reading, sampleOf } from '../../leads/open.ts'
import { AUTO_LOCALE, planOfAllFields } from '../../learn/columns/plan-of-fields.ts'
import { examine } from '../../lint/judging/examination.ts'
import { plural } from '../../report/numbers.ts'
import { readRulebook, writeYaml } from '../../rulebook/index.ts'
import { drawLines, MAX_SQL_SHARE, type Thresholds, UNDRAWN } from './calibrate.ts'
import { documentOf, oneLine } from './document.ts'
import { draftRulebook, isOwn } from './draft.ts'
import { examplesOf, writeExamples } from './examples.ts'
import type { Findings } from './findings.ts'
import { type Asked, nameColumns } from './naming.ts'
import { type Looked, type Profile, profileFields, strangeColumns } from './probe.ts'
import { unchosenIn } from './unchosen.ts'
import { writeWhole } from './write-whole.ts'

export interface InitRequest extends Reading {
  readonly input: string
  /** Where the rulebook and its tests go. */
  readonly rulebook: string
  readonly tests: string
  readonly asOf: number
}

/** The result of writing a starter rulebook. */
export interface Initialised {
  readonly input: string
  readonly leads: number
  readonly columns: number
  /** Columns that leadq knows, and those that became fields of their own. */
  readonly known: number
  readonly own: readonly string[]
  readonly stages: readonly { readonly stage: string; readonly leads: number }[]
  readonly outputs: readonly { readonly path: string; readonly about: string }[]
}

/** Number of leads that are analysed. */
const LOOKED_AT = 10_000

/**
 * Analyses an export and writes a starter rulebook for it, with tests. `asked` is absent if the user cannot be asked.
 */
export async function init(request: InitRequest, asked: Asked | undefined, host: Host): Promise<Initialised> {
  const looked = await lookAt(request, host)
  const found = await findOut(looked, request, asked)
  const judged = drawLinesThrough(found, looked, request)
  const examples = examplesOf(judged.plan, judged.bound, judged.leads, request.asOf)
  await writeWhole(host, [
    { path: request.rulebook, text: judged.text },
    { path: request.tests, text: writeExamples(examples, nameOf(request.rulebook), request.asOf) },
  ])
  const own = found.profiles.filter(isOwn).map(({ field }) => field.name)
  return {
    input: looked.name,
    leads: looked.rows.length,
    columns: looked.kept.length,
    known: found.profiles.length - own.length,
    own,
    stages: stagesOf(judged.plan).map(stage => ({ stage, leads: countStage(judged.verdicts, stage) })),
    outputs: [
      { path: request.rulebook, about: plural(found.draft.rules.length, 'rule') },
      { path: request.tests, about: plural(examples.length, 'test') },
    ],
  }
}

/** The first leads of the input, and what every field of the catalogue finds in it. */
async function lookAt(request: InitRequest, host: Host): Promise<Looked> {
  const opened = await openLeads(request.input, planOfAllFields([], AUTO_LOCALE), request, host, {
    companies: undefined,
    events: undefined,
  })
  const rows: Row[] = []
  for await (const batch of opened.batches) {
    rows.push(...batch.rows)
    if (rows.length >= LOOKED_AT) break
  }
  if (rows.length === 0) throw noLeads(opened.name)
  return { ...opened, rows: rows.slice(0, LOOKED_AT) }
}

/** The findings without the thresholds. */
async function findOut(looked: Looked, request: InitRequest, asked: Asked | undefined): Promise<Findings> {
  const { name, input, rows } = looked
  const nulls = unchosenIn(rows.map(({ cells }) => looked.kept.map(position => cells[position] ?? '')))
  const folded = new Set(nulls.map(fold))
  const seen = { leads: rows.length, nulls: folded, delimiter: input.delimiter ?? '' }
  const named = await nameColumns(strangeColumns(looked), seen, asked)
  const dates = await datesOf(bindTo(planOfAllFields(named.fields, AUTO_LOCALE), looked, request), asked)
  const plan = planOfAllFields(named.fields, { ...AUTO_LOCALE, dates, nulls: [...folded] })
  const profiles = profileFields({ ...looked, binding: bindTo(plan, looked, request) })
  const draft = draftRulebook(profiles, named.wanted, request.asOf)
  const used = new Set([...draft.rules.map(({ field }) => field), ...named.wanted])
  const isOffered = (profile: Profile) => isOwn(profile) && !used.has(profile.field.name)
  return {
    source: name,
    leads: rows.length,
    locale: { dates, nulls },
    profiles: profiles.filter(profile => !isOffered(profile)),
    unused: profiles.filter(isOffered),
    draft,
    lines: UNDRAWN,
    stages: undefined,
    handRaise: draft.requests.length > 0,
  }
}

async function datesOf({ diagnostics }: Binding, asked: Asked | undefined): Promise<Plan['locale']['dates']> {
  const unclear = diagnostics.find(({ code }) => code === 'bind/ambiguous-date')
  return unclear === undefined || asked === undefined ? 'auto' : asked.dates(unclear.message)
}

interface Judged {
  readonly text: string
  readonly plan: Plan
  readonly bound: BoundPlan
  readonly leads: readonly Lead[]
  readonly verdicts: readonly Verdict[]
}

/**
 * The rulebook with thresholds that separate these leads; leads that ask to be contacted become SQL at once, unless
 * most do.
 */
function drawLinesThrough(found: Findings, looked: Looked, request: InitRequest): Judged {
  const blank = judgeBy(found, looked, request)
  const counted = blank.verdicts.filter(({ excluded }) => excluded.length === 0)
  const scores = blank.plan.scores.map(({ name }) => name)
  const drawn = { ...found, lines: reachable(drawLines(counted, scores), blank.plan, request) }
  const judged = judgeBy(drawn, looked, request)
  const isTooMany = countStage(judged.verdicts, 'SQL') > MAX_SQL_SHARE * looked.rows.length
  const settled = isTooMany ? { ...drawn, handRaise: false } : drawn
  const final = isTooMany ? judgeBy(settled, looked, request) : judged
  const stages = new Map(stagesOf(final.plan).map(stage => [stage, countStage(final.verdicts, stage)]))
  return judgeBy({ ...settled, stages }, looked, request)
}

/** Without a threshold above all points that a lead can get. */
function reachable(lines: Thresholds, plan: Plan, { asOf }: InitRequest): Thresholds {
  const isAbove = lines.sql !== undefined && lines.sql > examine(plan, asOf).world.total.high
  return isAbove ? { ...lines, sql: undefined } : lines
}

/** Writes the rulebook, reads it as `score` would, and judges the leads by it. */
function judgeBy(found: Findings, looked: Looked, request: InitRequest): Judged {
  const text = writeYaml(documentOf(found), { head: headOf(found), foot: FOOT })
  const { plan, diagnostics } = readRulebook({ file: 'leadq.yaml', text })
  if (plan === undefined || diagnostics.length > 0) {
    throw new Error(`the first rulebook cannot be read: ${diagnostics.map(({ message }) => message).join('; ')}`)
  }
  const { bound } = bindTo(plan, looked, request)
  const coerce = compileCoercion(bound)
  const leads = looked.rows.map(({ cells }) => coerce(cells))
  const judge = compileJudge(bound, request.asOf)
  return { text, plan, bound, leads, verdicts: leads.map(judge) }
}

function bindTo(plan: Plan, looked: Looked, { from }: Reading): Binding {
  return bindPlan(plan, sampleOf(looked, looked.rows), { from })
}

function countStage(verdicts: readonly Verdict[], stage: string): number {
  return verdicts.filter(verdict => verdict.stage === stage).length
}

function headOf({ source, leads }: Findings): string {
  return `${schemaLine('rulebook')}

A first rulebook, made by \`leadq init\` from ${plural(leads, 'lead')} of ${oneLine(source)}. It scores that file as it is.
  leadq score FILE                   who is SQL: would sales call them?
  leadq explain FILE --email ...     why somebody got what they got
Change the points first, then the lines in \`stages\`, and try every change on the same file.

Near a threshold every rule decides, as scores are sums of steps:
leadq-severity lint/single-rule=off`
}

const FOOT = `What else a rulebook can say, with an example each:
  account: { by: company_domain }       leads of one company are added up; from criteria on ask for account.leads, account.best
  tags: { free-mail: { email: { is: free_mail } } }
  owners: [ { to: [ Anna, Ben ], when: { country: [ DE, AT, CH ] } }, { to: Partner team } ]`

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function noLeads(name: string): Refusal {
  return new Refusal(diagnose('file/empty', `${name} has no leads to analyse`), 'data')
}
