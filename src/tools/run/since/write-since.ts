import { type Plan, stagesOf } from '../../../ir/plan/plan.ts'
import type { Manifest } from '../../../ir/results/manifest.ts'
import { RUN_FILES } from '../../../ir/results/run-folder.ts'
import type { Cause, DueSummary, MoveKind, SinceSummary } from '../../../ir/results/since.ts'
import { VERDICT_NAMES } from '../../../ir/results/verdict-file.ts'
import { readVerdicts, type Verdicts } from '../../../leads/memory/verdict-table.ts'
import type { Workplace } from '../run-host.ts'
import { type AsItWasResult, type Compared, scoreAsItWas } from './as-it-was.ts'
import { earlierGone } from './earlier-gone.ts'
import { causesOf, findMoves, type Move, type Moves } from './find-moves.ts'
import { type DeltaLine, deltaRows, dueOn, dueRows, enteredToday, newRows } from './move-rows.ts'

/** What a run has to say about the leads of today and those of the run before. */
export interface SinceResult {
  /** Absent for the first run. */
  readonly since?: SinceSummary
  readonly due: DueSummary
}

export interface SinceJob {
  readonly plan: Plan
  readonly asOf: number
  /** The verdicts of this run. */
  readonly verdicts: Verdicts
  /** `new-sql.csv` and `due.csv` also by owner. */
  readonly byOwner: boolean
  /** The run before; absent for the first one. */
  readonly compared: Compared | undefined
}

/** The files about what happened since the run before, and what is due. */
export async function writeSince(job: SinceJob, place: Workplace): Promise<SinceResult> {
  const { plan, asOf, compared, verdicts: now } = job
  const before = compared && (await readVerdicts(`${compared.folder}/${RUN_FILES.verdicts}`, place.host))
  const gone = compared && (await earlierGone(compared.folder, compared.files))
  const { moves, matrix } = findMoves(before ?? EMPTY, now, key => gone?.has(key) === true)
  const moved = moves.filter(({ kind }) => kind === 'moved')
  const was = compared && moved.length > 0 ? await scoreAsItWas(compared, now, moved) : NOTHING_ELSE
  const lines = moves.map((move): DeltaLine => ({ move, cause: causeText(move, was) }))
  if (before !== undefined) await writeAll(RUN_FILES.delta, deltaRows(lines, before, now), place)
  const best = bestStage(plan)
  const entered = best === undefined ? [] : enteredToday(now, best, moves)
  const due = dueOn(now, asOf)
  const lists = [
    { file: RUN_FILES.newSql, rows: entered, print: (rows: readonly number[]) => newRows(rows, now) },
    { file: RUN_FILES.due, rows: due, print: (rows: readonly number[]) => dueRows(rows, now, asOf) },
  ]
  for (const { file, rows, print } of lists) {
    await writeAll(file, print(rows), place)
    if (job.byOwner)
      for (const [name, own] of byOwner(rows, now)) await writeAll(ofOwner(file, name), print(own), place)
  }
  const overdue = due.filter(row => (now.number(row, VERDICT_NAMES.due) ?? asOf) < asOf).length
  return {
    ...(compared && before && { since: summarise(lines, was, matrix, compared.before) }),
    due: { new_sql: entered.length, due_today: due.length - overdue, overdue },
  }
}

const NOTHING_ELSE: AsItWasResult = { stages: new Map(), unchecked: [] }

const EMPTY: Verdicts = {
  rows: 0,
  keys: [],
  scores: [],
  column: () => undefined,
  text: () => '',
  number: () => undefined,
}

const UNKNOWN = 'unknown'

function causeText(move: Move, { stages, unchecked }: AsItWasResult): string {
  if (move.kind !== 'moved') return ''
  const causes = causesOf(move, stages, new Set(unchecked.map(({ cause }) => cause)))
  return causes.length === 0 ? UNKNOWN : causes.join(' + ')
}

/** The stage whose new leads sales wants to see in the morning: SQL, or what stands in its place. */
function bestStage(plan: Plan): string | undefined {
  const stages = stagesOf(plan)
  return stages.find(stage => stage === 'SQL') ?? stages[0]
}

function summarise(
  lines: readonly DeltaLine[],
  { unchecked }: AsItWasResult,
  matrix: Moves['matrix'],
  before: Manifest,
): SinceSummary {
  const count = (wanted: MoveKind) => lines.filter(({ move }) => move.kind === wanted).length
  const causes: Record<string, number> = {}
  for (const { move, cause } of lines) if (move.kind === 'moved') causes[cause] = (causes[cause] ?? 0) + 1
  return {
    run: before.run,
    as_of: before.as_of,
    new: count('new'),
    moved: count('moved'),
    gone: count('gone'),
    back: count('back'),
    matrix,
    causes,
    unchecked: unchecked.map(({ cause, why }): { cause: Cause; why: string } => ({ cause, why })),
  }
}

/** The same rows by owner, by the name that they have in a file name, in the order in which owners first come up. */
function byOwner(rows: readonly number[], now: Verdicts): Map<string, number[]> {
  const owners = new Map<string, number[]>()
  for (const row of rows) {
    const owner = plainOwner(now.text(row, VERDICT_NAMES.owner))
    const own = owners.get(owner)
    if (own === undefined) owners.set(owner, [row])
    else own.push(row)
  }
  return owners
}

/** `anna-berg`; leads without an owner stand under `nobody`. Owners that differ in other signs only share a file. */
function plainOwner(owner: string): string {
  const plain = owner
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return plain.slice(0, 60) || 'nobody'
}

/** `due.anna-berg.csv` */
function ofOwner(file: string, owner: string): string {
  return file.replace(/\.csv$/, `.${owner}.csv`)
}

async function writeAll(name: string, rows: Iterable<string>, place: Workplace): Promise<void> {
  let text = ''
  for (const row of rows) text += row
  await place.write(name, text)
}
