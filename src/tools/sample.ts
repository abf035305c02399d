import { type Diagnostic, diagnose } from '../base/diagnostic.ts'
import { didYouMean } from '../base/nearest.ts'
import { Refusal } from '../base/refusal.ts'
import { compileCells } from '../engine/cells.ts'
import { compileCoercion } from '../engine/coerce.ts'
import { compileJudge } from '../engine/judge.ts'
import { columnsOf } from '../ir/columns.ts'
import type { Plan } from '../ir/plan.ts'
import type { SampleSummary } from '../ir/sample.ts'
import type { Verdict } from '../ir/verdict.ts'
import type { Host } from './host.ts'
import { type Opened, openLeads, type Reading } from './open.ts'
import { STDIO } from './outputs.ts'
import { type Anonymiser, createAnonymiser } from './sample/anonymise.ts'
import { type Chosen, createChooser } from './sample/choose.ts'
import { writeSample } from './sample/write.ts'
import type { Rulebook } from './score.ts'

export interface SampleRequest extends Reading {
  readonly input: string
  readonly rows: number
  /** One of leadq's columns: each of its values gets its share of the rows. */
  readonly stratify?: string | undefined
  /** Another text, another choice of rows. */
  readonly seed: string
  /** Set: what tells who a lead is is taken out. The key of the hashes, which nobody keeps. */
  readonly secret?: Uint8Array | undefined
  readonly asOf: number
  readonly out?: string | undefined
}

const NOBODY = { companies: undefined, events: undefined }

/** Some leads of a file as a file of their own, for tests and comparisons. Nothing is left behind if that fails. */
export async function sample(rulebook: Rulebook, request: SampleRequest, host: Host): Promise<SampleSummary> {
  const { plan } = rulebook
  const opened = await openLeads(request.input, plan, request, host, NOBODY)
  const chooser = await chooseRows(opened, request)
  const chosen = chooser.chosen()
  const { bound } = opened.binding
  const anonymise =
    request.secret && createAnonymiser(bound, opened.input.headings.length, request.asOf, request.secret)
  const text = writeSample(opened, chosen, anonymise)
  const differing = anonymise === undefined ? undefined : await judgedOtherwise(text, chosen, opened, plan, request)
  const out = request.out ?? defaultOut(request.input, opened.input.format)
  const sink = await host.create(out, request.out === undefined)
  try {
    await sink.write(text)
    await sink.commit()
  } catch (error) {
    await sink.discard()
    throw error
  }
  const strata = chooser.strata()
  return {
    input: opened.name,
    output: out,
    leads: strata.reduce((sum, { leads }) => sum + leads, 0),
    rows: chosen.length,
    ...(request.stratify !== undefined && { strata }),
    ...(anonymise && { anonymised: summaryOf(anonymise, opened, differing ?? []) }),
    warnings: [...opened.input.diagnostics(), ...remarks(anonymise, opened, differing ?? [])],
  }
}

/** Reads the leads once; of each stratum the rows that are wanted are held. */
async function chooseRows({ batches, binding: { bound } }: Opened, request: SampleRequest) {
  const chooser = createChooser(request.rows, request.seed)
  const column =
    request.stratify === undefined ? undefined : columnsOf(bound).find(({ name }) => name === request.stratify)
  if (request.stratify !== undefined && column === undefined)
    throw noColumn(
      request.stratify,
      columnsOf(bound).map(({ name }) => name),
    )
  const coerce = compileCoercion(bound)
  const judge = compileJudge(bound, request.asOf)
  const cellsOf = column && compileCells(bound, [column])
  for await (const { rows } of batches) {
    for (const row of rows) chooser.add(row, cellsOf?.(judge(coerce(row.cells)))[0] ?? '')
  }
  return chooser
}

/** The proof: the sample is read as a file of its own, and every lead judged as it is there and as it was. */
async function judgedOtherwise(
  text: string,
  chosen: readonly Chosen[],
  { binding, input }: Opened,
  plan: Plan,
  request: SampleRequest,
): Promise<readonly string[]> {
  if (chosen.length === 0) return []
  const memory = { read: async () => bytesOf(text) }
  const again = await openLeads('sample', plan, { ...request, inputFormat: input.format }, memory, NOBODY)
  const [before, after] = [binding.bound, again.binding.bound].map(bound => {
    const coerce = compileCoercion(bound)
    const judge = compileJudge(bound, request.asOf)
    return (cells: readonly string[]) => outcomeOf(judge(coerce(cells)))
  })
  const differing: string[] = []
  let index = 0
  for await (const { rows } of again.batches) {
    for (const { cells } of rows) {
      const row = chosen[index]?.row
      index += 1
      const [own, other] = [row && before?.(row.cells), after?.(cells)]
      if (own !== other) differing.push(`line ${row?.line}`)
    }
  }
  return index === chosen.length ? differing : chosen.map(({ row }) => `line ${row.line}`)
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

/** What shall be the same: every rule, score, criterion, stage, segment and tag. Who gets a lead hangs on its id. */
function outcomeOf({ points, scores, total, grade, criteria, excluded, stage, segments, tags }: Verdict): string {
  return JSON.stringify([points, scores, total, grade, criteria.map(String), excluded, stage, segments, tags])
}

function summaryOf(
  { emptied, kept }: Anonymiser,
  { input: { headings }, kept: columns }: Opened,
  differing: readonly string[],
): NonNullable<SampleSummary['anonymised']> {
  return {
    emptied: emptied.filter(position => columns.includes(position)).map(position => headings[position] ?? ''),
    kept: [...kept()].map(([position, cells]) => ({ column: headings[position] ?? '', cells })),
    judged_otherwise: differing.length,
  }
}

function remarks(
  anonymise: Anonymiser | undefined,
  { name, input }: Opened,
  differing: readonly string[],
): Diagnostic[] {
  const kept = [...(anonymise?.kept() ?? [])].map(([position, cells]) => {
    const many = cells === 1 ? '1 text stays' : `${cells} texts stay`
    const message = `${many} as they are in \`${input.headings[position] ?? ''}\`: the rulebook would judge anything less otherwise`
    return diagnose('sample/kept', message, { hint: 'look at this column before you show the file to anybody' })
  })
  if (differing.length === 0) return kept
  const leads = differing.length === 1 ? '1 lead is' : `${differing.length} leads are`
  const message = `${name}: ${leads} judged otherwise in the sample, first ${differing[0]}`
  const hint =
    'say in the rulebook how numbers and dates are written (`locale`), so that it does not depend on the rows'
  return [...kept, diagnose('sample/differs', message, { hint })]
}

function noColumn(name: string, names: readonly string[]): Refusal {
  const hint = didYouMean(name, names) ?? `there are: ${names.join(', ')}`
  return new Refusal(diagnose('cli/usage', `--stratify: this rulebook gives no column \`${name}\``, { hint }), 'usage')
}

/** `leads.csv` -> `leads.sample.csv` beside it. */
function defaultOut(input: string, format: string): string {
  if (input === STDIO) return STDIO
  const path = input.replace(/\.gz$/i, '')
  return `${path.replace(/(.)\.[^./]+$/, '$1')}.sample.${format}`
}
