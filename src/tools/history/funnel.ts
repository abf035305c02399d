import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import type { OpenTable } from '../../io/parquet/read-table.ts'
import { keyText } from '../../io/parquet/table.ts'
import type { Funnel, FunnelGroup, FunnelStep } from '../../ir/results/history.ts'
import { VERDICT_NAMES, VERDICT_PREFIXES } from '../../ir/results/verdict-file.ts'
import { printDay } from '../../ir/values/calendar.ts'
import { dayOfRun, headOf, type PastRuns, withVerdicts } from './past-runs.ts'
import type { RunsHost } from './runs-host.ts'

export interface FunnelRequest {
  /** `week`, `owner`, or the name of a segment; absent: all leads together. */
  readonly by?: string | undefined
  /** The stages in the order in which leads climb them; a lead that reaches one has reached those before it. */
  readonly steps: readonly string[]
  /** Which leads were won, and how that is known. */
  readonly won?: WonLeads | undefined
}

export interface WonLeads {
  readonly text: string
  isWon(key: string): boolean
}

/** How far the leads of all runs came, how long it took them, and where they are now. */
export async function funnel(
  { by, steps, won }: FunnelRequest,
  past: PastRuns,
  host: RunsHost,
  version: string,
): Promise<Funnel> {
  const leads = new Map<string, Climber>()
  let before: Night = NOBODY
  const column =
    by === undefined || by === 'week' ? undefined : by === VERDICT_NAMES.owner ? by : VERDICT_PREFIXES.segment + by
  const known = new Set<string>()
  for (const [night, run] of past.runs.entries()) {
    await withVerdicts(run, past, host, table => {
      for (const { name } of table.columns) known.add(name)
      before = climb(table, { night, day: dayOfRun(run), steps, column }, leads, before)
    })
  }
  if (column !== undefined && !known.has(column)) throw unknownColumn(by ?? '', [...known], past)
  const last = past.runs.length - 1
  const groups = new Map<string, [string, Climber][]>()
  for (const [key, lead] of leads) {
    const label = by === undefined ? '' : by === 'week' ? weekOf(lead.firstDay) : lead.label
    const group = groups.get(label)
    if (group === undefined) groups.set(label, [[key, lead]])
    else group.push([key, lead])
  }
  const wanted = { steps, won, last }
  const all = groupOf(null, [...leads], wanted)
  const parts = [...groups].map(([value, members]) => groupOf(value, members, wanted))
  const ordered = by === 'week' ? parts.toSorted(byValue) : parts.toSorted((a, b) => b.leads - a.leads || byValue(a, b))
  return {
    ...headOf(past, version),
    by: by ?? null,
    groups: [all, ...(by === undefined ? [] : ordered)],
    won: won?.text ?? null,
  }
}

/** A lead on its way. */
interface Climber {
  /** The day of the first run that had it. */
  readonly firstDay: number
  /** By step, the day on which it reached it; `NEVER`, or `UNKNOWN` if it was there before anybody looked. */
  readonly reached: Int32Array
  stage: string
  label: string
  /** The last run that had it. */
  lastNight: number
}

const NEVER = -(2 ** 31)
const UNKNOWN = NEVER + 1

interface Look {
  readonly night: number
  readonly day: number
  readonly steps: readonly string[]
  /** The column that leads are grouped by. */
  readonly column: string | undefined
}

/** The leads of a run, in the order of their keys. */
interface Night {
  readonly keys: readonly string[]
  readonly leads: readonly (Climber | undefined)[]
}

const NOBODY: Night = { keys: [], leads: [] }

/** Most leads were there in the run before as well: side by side in the same order, they are found without a look-up. */
function climb(table: OpenTable, look: Look, leads: Map<string, Climber>, before: Night): Night {
  const { night, day, steps, column } = look
  const [stages, entered] = [table.column(VERDICT_NAMES.stage), table.column(VERDICT_NAMES.since)]
  const labels = column === undefined ? undefined : table.column(column)
  const ranks = stages?.values.map(stage => steps.indexOf(String(stage))) ?? []
  const keys = table.keys()
  const found: (Climber | undefined)[] = []
  let next = 0
  for (let row = 0; row < keys.length; row += 1) {
    const key = keys[row] ?? ''
    found.push(undefined)
    // Nobody can tell leads without a key apart.
    if (key === '') continue
    while (next < before.keys.length && (before.keys[next] ?? '') < key) next += 1
    const id = stages?.ids[row] ?? -1
    let lead = before.keys[next] === key ? before.leads[next] : leads.get(key)
    if (lead === undefined) {
      lead = {
        firstDay: day,
        reached: new Int32Array(steps.length).fill(NEVER),
        stage: '',
        label: '',
        lastNight: night,
      }
      leads.set(key, lead)
    }
    found[row] = lead
    const rank = ranks[id] ?? -1
    lead.stage = String(stages?.values[id] ?? '')
    lead.lastNight = night
    const label = labels?.ids[row] ?? -1
    if (label >= 0) lead.label = String(labels?.values[label])
    if (rank < 0 || lead.reached[rank] !== NEVER) continue
    const since = Number(entered?.values[entered.ids[row] ?? -1] ?? day)
    // In the first run everybody is where he is since an unknown day, unless leadq knew him before.
    const at = night === 0 && since === day ? UNKNOWN : since
    for (let step = 0; step <= rank; step += 1) if (lead.reached[step] === NEVER) lead.reached[step] = at
  }
  return { keys, leads: found }
}

function groupOf(
  value: string | null,
  members: readonly (readonly [string, Climber])[],
  {
    steps,
    won,
    last,
  }: { readonly steps: readonly string[]; readonly won: WonLeads | undefined; readonly last: number },
): FunnelGroup {
  const leads = members.map(([, lead]) => lead)
  const present = leads.filter(({ lastNight }) => lastNight === last)
  const climbed = steps.map((stage, step): FunnelStep => {
    const reached = leads.filter(lead => lead.reached[step] !== NEVER)
    return {
      stage,
      leads: reached.length,
      now: present.filter(lead => lead.stage === stage).length,
      median_days: step === 0 ? null : median(reached.flatMap(lead => daysOf(lead, step))),
    }
  })
  const bought = won === undefined ? [] : members.filter(([key]) => won.isWon(keyText(key)))
  return {
    value,
    leads: leads.length,
    gone: leads.length - present.length,
    steps:
      won === undefined
        ? climbed
        : [...climbed, { stage: WON, leads: bought.length, now: bought.length, median_days: null }],
  }
}

/** The last step, which no rulebook decides. */
const WON = 'won'

/** From the stage before to this one, if both days are known and differ in time: who leaps over a stage took no time for it. */
function daysOf({ reached }: Climber, step: number): number[] {
  const [from, to] = [reached[step - 1] ?? NEVER, reached[step] ?? NEVER]
  return from > UNKNOWN && to > UNKNOWN ? [to - from] : []
}

/** The lower middle. */
function median(numbers: readonly number[]): number | null {
  return numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? null
}

function byValue(a: FunnelGroup, b: FunnelGroup): number {
  const [one, other] = [a.value ?? '', b.value ?? '']
  return one < other ? -1 : Number(one > other)
}

/** The Monday of its week. */
function weekOf(day: number): string {
  return printDay(day - ((day + 3) % 7))
}

function unknownColumn(by: string, columns: readonly string[], { folder }: PastRuns): Refusal {
  const { segment } = VERDICT_PREFIXES
  const segments = columns.filter(name => name.startsWith(segment)).map(name => name.slice(segment.length))
  const hint = `there are: ${['week', ...(columns.includes('owner') ? ['owner'] : []), ...segments].join(', ')}`
  return new Refusal(diagnose('history/no-column', `no run in ${folder} knows a segment \`${by}\``, { hint }), 'usage')
}
