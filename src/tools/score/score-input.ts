import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import type { Binding } from '../../io/bind/bind.ts'
import type { Sample } from '../../io/bind/sampled-columns.ts'
import { IMPORTS } from '../../ir/catalogue/imports.ts'
import { type Plan, stagesOf } from '../../ir/plan/plan.ts'
import type { InputSummary } from '../../ir/results/summary.ts'
import { openLeads } from '../../leads/open.ts'
import { refuseRetired } from '../../leads/retired.ts'
import { outcomeText } from '../../learn/outcome/ending.ts'
import { findOutcome } from '../../learn/outcome/find-outcome.ts'
import { type Importing, startImport } from '../../outputs/imports/import.ts'
import { importRemarks, refuseImport } from '../../outputs/imports/import-remarks.ts'
import { type Outputs, outputsOf } from '../../outputs/outputs.ts'
import { refuseRejects } from '../../outputs/rejects.ts'
import { isFast } from './choose-fast.ts'
import type { InputContext, InputJob, Outcome } from './input-job.ts'
import { createRun } from './score-leads.ts'
import type { Scored } from './score-summary.ts'

/** One input from its bytes to its outputs: opened, sampled, bound to the plan, judged batch by batch, written. */
export async function scoreInput(path: string, isLast: boolean, context: InputContext): Promise<Scored> {
  const { plan, request, columns, host } = context
  const { companies, events, memory } = context.beside
  const opened = await openLeads(path, plan, request, host, { companies, events: events?.bound, memory })
  const { name, input, dropped, binding, join, remembered } = opened
  refuseUnknown(binding, context)
  const outputs = await outputsOf(path, input.format, { ...request, stages: stagesOf(plan) }, host)
  await checkNames(outputs, context)
  refuseClash(name, outputs, context.targets)
  refuseOtherSystem(name, binding, outputs, context.targets)
  const importing = request.target && startImport(IMPORTS[request.target], opened, { columns, prefix: request.prefix })
  const job = { opened, outputs, isLast, importing }
  const outcome = await (isFast(job, context) ? scoreMany : streamInput)(job, context)
  const where = outputs.rejects === undefined ? undefined : `the rejected records are in ${outputs.rejects}`
  refuseRejects(outcome.counts, request.maxRejects, name, where)
  refuseRetired(name, outcome.counts, opened.filter.counted())
  await refuseEmpty(name, outcome, outputs, context)
  if (importing !== undefined) refuseImport(importing, outcome, name, where)
  return {
    bound: binding.bound,
    possible: possibleOf(outputs, plan),
    summary: {
      ...summaryOf(name, binding, outcome, importing),
      ...(join && { companies: join.summary() }),
      ...(remembered && { previous: remembered.summary() }),
      ...(context.isBuiltIn && wonIn(opened.sample)),
    },
    diagnostics: [
      ...outcome.input.diagnostics(),
      ...binding.diagnostics,
      ...remarks(name, dropped, outcome, context),
      ...(importing ? importRemarks(importing, outcome, outputs.rejects) : []),
    ],
  }
}

/** Rows that are enough to see whether a column says the outcome. */
const OUTCOME_ROWS = 500

/** A file with outcomes has better rules in it than a rulebook that was written without it. */
function wonIn(sample: Sample): Pick<InputSummary, 'won'> {
  const [found, ...others] = findOutcome({ ...sample, rows: sample.rows.slice(0, OUTCOME_ROWS) })
  return found === undefined || others.length > 0 ? {} : { won: outcomeText(found.won) }
}

/** By what leads have in common; loaded when it is needed, as small files are scored without it. */
async function scoreMany(job: InputJob, context: InputContext): Promise<Outcome> {
  const { scoreFast } = await import('./score-fast.ts')
  return scoreFast(job, context)
}

/** Batch by batch, lead by lead. */
async function streamInput(job: InputJob, context: InputContext): Promise<Outcome> {
  const { name, batches } = job.opened
  const run = await createRun(job, context)
  for await (const batch of batches) await run.take(batch)
  context.beside.survey?.close(name)
  return run.finish()
}

function summaryOf(name: string, binding: Binding, outcome: Outcome, importing: Importing | undefined): InputSummary {
  const { input } = outcome
  const repairs = input.repairs?.() ?? []
  return {
    name,
    format: input.format,
    compressed: input.compressed,
    encoding: input.encoding(),
    ...(input.delimiter !== undefined && { delimiter: input.delimiter }),
    ...(input.lineEnd !== undefined && { line_end: input.lineEnd }),
    ...(repairs.length > 0 && { repairs }),
    ...(input.sheet !== undefined && { sheet: input.sheet.name, sheets: input.sheet.of }),
    ...(binding.system !== undefined && { system: binding.system.title }),
    counts: outcome.counts,
    left_out: outcome.leftOut,
    skipped_rows: outcome.skippedRows,
    rejects: outcome.rejects,
    ...(importing && { import: { for: importing.target.title, key: importing.key, refused: outcome.refused } }),
    bound: binding.columns,
    unused: binding.unused,
    unmatched: binding.unmatched,
    outputs: outcome.outputs,
  }
}

/** A table in which a built-in rulebook finds nothing is no list of leads; whoever has written a rulebook will know. */
function refuseUnknown({ diagnostics }: Binding, { request, isBuiltIn }: InputContext): void {
  const nothing =
    request.from === 'generic' || !isBuiltIn
      ? undefined
      : diagnostics.find(({ code }) => code === 'bind/nothing-matched')
  if (nothing === undefined) return
  const hint = `${nothing.hint}; \`--from generic\` scores its rows all the same`
  throw new Refusal({ ...nothing, severity: 'error', hint }, 'data')
}

/** An export without leads is more likely a mistake than an empty funnel: it does not take the place of a result. */
async function refuseEmpty(
  name: string,
  { counts }: Outcome,
  { scored, isStream }: Outputs,
  { request, host }: InputContext,
): Promise<void> {
  const isEmpty = counts.scored + counts.duplicate + counts.rejected === 0
  if (!isEmpty || request.allowEmpty === true || isStream || !(await host.hasRecords(scored))) return
  const message = `${name} holds no leads and would replace the result in ${scored}`
  const hint = 'check the export, or replace it: `--allow-empty`'
  throw new Refusal(diagnose('file/would-empty', message, { hint }), 'data')
}

/** Inputs of one name in several folders: only `-o FILE` joins. */
function refuseClash(name: string, { scored, own, isStream }: Outputs, { writers }: InputContext['targets']): void {
  if (!own || isStream || !writers.written().includes(scored)) return
  const message = `${name}: two inputs would be written to ${scored}`
  const hint = 'score them one by one, or join them with `-o FILE`'
  throw new Refusal(diagnose('cli/usage', message, { hint }), 'usage')
}

/** Exports of two systems are not joined: the same heading may mean two things in them. */
function refuseOtherSystem(
  name: string,
  { system }: Binding,
  { scored }: Outputs,
  { systems }: InputContext['targets'],
): void {
  const first = systems.get(scored)
  if (system === undefined) return
  if (first === undefined) systems.set(scored, { name, system })
  else if (first.system.name !== system.name) {
    const message = `${name} is a ${system.title}, and ${first.name} a ${first.system.title}: they are not joined`
    throw new Refusal(
      diagnose('file/two-systems', message, { hint: 'give `-o` a folder: each input gets its own file' }),
      'data',
    )
  }
}

/**
 * Where an earlier run can have left files that this one may not write: its rejects, and stages that nobody is in any
 * more.
 */
function possibleOf({ rejects, isStream, ofStage }: Outputs, plan: Plan): string[] {
  return [...(rejects === undefined ? [] : [rejects]), ...(isStream ? [] : stagesOf(plan).map(ofStage))]
}

/** Files that this run may write are tried before the first lead is judged. */
async function checkNames(outputs: Outputs, { plan, request, host }: InputContext): Promise<void> {
  if (request.dryRun) return
  if (!outputs.isStream) await host.check(outputs.scored)
  if (request.split) for (const stage of stagesOf(plan)) await host.check(outputs.ofStage(stage))
}

/** Remarks on a run that are neither rejects nor part of the binding. */
function remarks(
  name: string,
  dropped: readonly string[],
  outcome: Outcome,
  { plan, request: { escapeFormulas } }: InputContext,
): Diagnostic[] {
  const { counts, cut, formulas, duplicateKeys, sharedEmails, damaged } = outcome
  const found: Diagnostic[] = []
  if (counts.read === 0) found.push(diagnose('file/header-only', `${name} holds no leads`))
  if (dropped.length > 0) {
    found.push(
      diagnose('file/own-columns', `${name} has columns of an earlier run, they are replaced: ${dropped.join(', ')}`),
    )
  }
  if (damaged.count > 0) {
    const ids = damaged.count === 1 ? '1 id was' : `${damaged.count} ids were`
    const message = `${name}: ${ids} rounded by a spreadsheet (1.11015E+11), first on line ${damaged.line}: not used as keys`
    const hint = 'export the file again and do not save it with Excel; until then leads are identified by their e-mail'
    found.push(diagnose('lead/damaged-id', message, { hint }))
  }
  if (duplicateKeys.count > 0) {
    const leads = duplicateKeys.count === 1 ? '1 lead has' : `${duplicateKeys.count} leads have`
    const message = `${name}: ${leads} the ${duplicateKeys.field} of an earlier one, first on line ${duplicateKeys.line}`
    found.push(diagnose('lead/duplicate-key', message, { hint: duplicateHint(plan, duplicateKeys.field) }))
  }
  if (sharedEmails.count > 0) {
    const leads = sharedEmails.count === 1 ? '1 lead has' : `${sharedEmails.count} leads have`
    const message = `${name}: ${leads} the e-mail of an earlier one with another id, first on line ${sharedEmails.line}`
    found.push(diagnose('lead/duplicate-email', message, { hint: duplicateHint(plan, 'email') }))
  }
  if (formulas > 0 && !escapeFormulas) {
    const cells = formulas === 1 ? '1 cell' : `${formulas} cells`
    const message = `${name}: a spreadsheet would run ${cells} of the output as a formula`
    found.push(diagnose('lead/formula', message, { hint: "`--escape-formulas` puts a ' before each" }))
  }
  if (cut > 0) {
    const cells = cut === 1 ? '1 text is' : `${cut} texts are`
    const message = `${name}: ${cells} cut to the 32,767 characters that a cell of a workbook holds`
    found.push(diagnose('lead/cut', message, { hint: '`--format csv` keeps them' }))
  }
  return found
}

function duplicateHint({ dedupe }: Plan, field: string): string {
  const each = 'each copy is scored and counted separately'
  return dedupe === undefined ? `${each}; \`dedupe: { by: ${field} }\` in the rulebook keeps one` : each
}
