import { Buffer } from 'node:buffer'
import { Refusal } from '../../../base/refusal.ts'
import type { Manifest } from '../../../ir/results/manifest.ts'
import { RUN_FILES } from '../../../ir/results/run-folder.ts'
import type { Cause } from '../../../ir/results/since.ts'
import { VERDICT_NAMES } from '../../../ir/results/verdict-file.ts'
import { dayOf } from '../../../ir/values/calendar.ts'
import { type Host, type Sink, withoutWriting } from '../../../leads/host.ts'
import { pairsOf, type Verdicts, verdictsIn } from '../../../leads/memory/verdict-table.ts'
import { readRulebook } from '../../../rulebook/index.ts'
import { score } from '../../score/score-inputs.ts'
import type { Rulebook, ScoreRequest } from '../../score/score-request.ts'
import type { RunInput } from '../make-manifest.ts'
import type { RunHost } from '../run-host.ts'

/** What a run was made of, beside the run before. */
export interface Compared {
  readonly rulebook: Rulebook
  /** What was scored, with the verdicts of the run before as its memory. */
  readonly request: ScoreRequest
  readonly inputs: readonly RunInput[]
  readonly before: Manifest
  /** The folder of the run before. */
  readonly folder: string
  readonly host: Host
  readonly files: Pick<RunHost, 'readText' | 'hash'>
  readonly version: string
}

/** The stages of today's leads with one thing as it was in the run before. */
export interface AsItWasResult {
  readonly stages: ReadonlyMap<Cause, (row: number) => string | undefined>
  /** What has changed and cannot be looked at, and why. */
  readonly unchecked: readonly { readonly cause: Cause; readonly why: string }[]
}

/** Scores today's leads again for each of data, rules and day that is another one than in the run before. */
export async function scoreAsItWas(compared: Compared, now: Verdicts): Promise<AsItWasResult> {
  const { request, rulebook, before } = compared
  const stages = new Map<Cause, (row: number) => string | undefined>()
  const unchecked: { cause: Cause; why: string }[] = []
  const take = async (cause: Cause, rules: Rulebook, changed: Partial<ScoreRequest>) => {
    const then = await verdictsWith(rules, { ...request, ...changed }, compared)
    stages.set(cause, stagesBeside(now, then))
  }
  const day = dayIn(before.as_of)
  if (day !== undefined && day !== request.asOf) await take('time', rulebook, { asOf: day })
  if (before.rulebook?.sha256 !== rulebook.summary.sha256) {
    const rules = await rulesThen(compared)
    if ('why' in rules) unchecked.push({ cause: 'rules', why: rules.why })
    else await take('rules', rules, {})
  }
  if (hasOtherData(compared)) {
    const lost = await lostInput(compared)
    if (lost !== undefined) unchecked.push({ cause: 'data', why: lost })
    else await take('data', rulebook, pathsThen(before))
  }
  return { stages, unchecked }
}

/** Nothing is written but the verdicts, and those are kept in memory. */
async function verdictsWith(rulebook: Rulebook, request: ScoreRequest, { host, version }: Compared): Promise<Verdicts> {
  const pieces: Buffer[] = []
  const take = async (content: string | Uint8Array) => {
    pieces.push(Buffer.from(content))
  }
  const kept: Sink = {
    write: take,
    append: take,
    seal: async () => {},
    place: async () => ({ undo: async () => {}, settle: async () => {} }),
    discard: async () => {},
  }
  const nowhere = withoutWriting(host)
  const keeping: Host = {
    ...nowhere,
    create: (path, kind) => (path === RUN_FILES.verdicts ? Promise.resolve(kept) : nowhere.create(path, kind)),
  }
  const asked = {
    ...request,
    verdicts: RUN_FILES.verdicts,
    columns: ['stage'],
    split: false,
    sort: false,
    allowEmpty: true,
    target: undefined,
    only: undefined,
    top: undefined,
    minLeads: undefined,
    maxRejects: undefined,
    skipped: undefined,
  }
  await score(rulebook, asked, keeping, version)
  return verdictsIn(Buffer.concat(pieces), RUN_FILES.verdicts)
}

/** The stages of other verdicts, by the rows of these. */
function stagesBeside(now: Verdicts, then: Verdicts): (row: number) => string | undefined {
  const rows = new Int32Array(now.rows).fill(-1)
  for (const pair of pairsOf(then, now)) if (pair.now !== undefined) rows[pair.now] = pair.before ?? -1
  return row => {
    const other = rows[row] ?? -1
    return other < 0 ? undefined : then.text(other, VERDICT_NAMES.stage)
  }
}

async function rulesThen({ folder, files, before }: Compared): Promise<Rulebook | { readonly why: string }> {
  const file = `${folder}/${RUN_FILES.rulebook}`
  const text = await files.readText(file)
  if (text === undefined) return { why: `the run before has no ${RUN_FILES.rulebook}` }
  const { plan, diagnostics } = readRulebook({ file, text })
  if (plan === undefined || before.rulebook === null) return { why: `${file} cannot be read any more` }
  const { git: _, ...summary } = before.rulebook
  return { plan, summary, diagnostics }
}

/** What is read, by role: hashes in the order of their names. */
function hashesOf(inputs: readonly { readonly role: string; readonly sha256: string }[]): string {
  return JSON.stringify(inputs.map(({ role, sha256 }) => [role, sha256]).sort())
}

function hasOtherData({ inputs, before }: Compared): boolean {
  return hashesOf(inputs) !== hashesOf(before.inputs)
}

/** Why the inputs of the run before cannot be read again; undefined if they can. */
async function lostInput({ before, files }: Compared): Promise<string | undefined> {
  for (const { path, sha256 } of before.inputs) {
    try {
      if ((await files.hash(path)).sha256 !== sha256) return `${path} is another file than it was`
    } catch (error) {
      if (error instanceof Refusal) return `${path} is not there any more`
      throw error
    }
  }
  return undefined
}

function pathsThen({ inputs }: Manifest): Partial<ScoreRequest> {
  const of = (wanted: string) => inputs.filter(({ role }) => role === wanted).map(({ path }) => path)
  return { inputs: of('leads'), events: of('events'), companies: of('companies')[0] }
}

function dayIn(text: string): number | undefined {
  const [year, month, day] = text.split('-').map(Number)
  return dayOf(year ?? 0, month ?? 0, day ?? 0)
}
