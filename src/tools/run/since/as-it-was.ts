import { Refusal } from '../../../base/refusal.ts'
import type { Manifest } from '../../../ir/results/manifest.ts'
import { RUN_FILES } from '../../../ir/results/run-folder.ts'
import type { Cause } from '../../../ir/results/since.ts'
import { dayOf } from '../../../ir/values/calendar.ts'
import { type Host, withoutWriting } from '../../../leads/host.ts'
import type { MemoryReader } from '../../../leads/memory/previous.ts'
import type { Verdicts } from '../../../leads/memory/verdict-table.ts'
import { readRulebook } from '../../../rulebook/index.ts'
import { score } from '../../score/score-inputs.ts'
import type { Rulebook, ScoreRequest } from '../../score/score-request.ts'
import type { RunInput } from '../make-manifest.ts'
import type { RunHost } from '../run-host.ts'
import type { Move } from './find-moves.ts'
import { createMovedLeads, type MovedLeads } from './moved-leads.ts'

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
  readonly readMemory: MemoryReader
}

/** The stages of today's leads with one thing as it was in the run before. */
export interface AsItWasResult {
  readonly stages: ReadonlyMap<Cause, (row: number) => string | undefined>
  /** What has changed and cannot be looked at, and why. */
  readonly unchecked: readonly { readonly cause: Cause; readonly why: string }[]
}

/** Scores today's leads again for each of data, rules and day that is another one than in the run before. */
export async function scoreAsItWas(compared: Compared, now: Verdicts, moves: readonly Move[]): Promise<AsItWasResult> {
  const { request, rulebook, before } = compared
  const unchecked: { cause: Cause; why: string }[] = []
  const changes: { cause: Cause; rules: Rulebook; changed: Partial<ScoreRequest> }[] = []
  const day = dayIn(before.as_of)
  if (day !== undefined && day !== request.asOf)
    changes.push({ cause: 'time', rules: rulebook, changed: { asOf: day } })
  if (before.rulebook?.sha256 !== rulebook.summary.sha256) {
    const rules = await rulesThen(compared)
    if ('why' in rules) unchecked.push({ cause: 'rules', why: rules.why })
    else changes.push({ cause: 'rules', rules, changed: {} })
  }
  if (hasOtherData(compared)) {
    const lost = await lostInput(compared)
    if (lost !== undefined) unchecked.push({ cause: 'data', why: lost })
    else changes.push({ cause: 'data', rules: rulebook, changed: pathsThen(before) })
  }
  // The only thing that is another one has caused every move.
  const isAlone = changes.length === 1 && unchecked.length === 0
  const moved = createMovedLeads(now, moves)
  const stages = new Map<Cause, (row: number) => string | undefined>()
  for (const { cause, rules, changed } of changes) {
    const stageOf = isAlone ? () => undefined : await stagesWith(rules, { ...request, ...changed }, compared, moved)
    stages.set(cause, stageOf)
  }
  return { stages, unchecked }
}

/** The stages of the moved leads under another rulebook or request; nothing is written, and nothing else is judged. */
async function stagesWith(
  rulebook: Rulebook,
  request: ScoreRequest,
  { host, version, readMemory }: Compared,
  moved: MovedLeads,
): Promise<(row: number) => string | undefined> {
  const { taker, stages } = moved.with(rulebook.plan)
  const asked = {
    ...request,
    verdicts: undefined,
    columns: ['stage'],
    split: false,
    sort: false,
    allowEmpty: true,
    target: undefined,
    only: [],
    top: undefined,
    minLeads: undefined,
    maxRejects: undefined,
    skipped: undefined,
  }
  await score(rulebook, asked, withoutWriting(host), version, { verdicts: taker, readMemory })
  return stages()
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
