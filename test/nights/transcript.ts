import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Manifest } from '../../src/ir/results/manifest.ts'
import { ROOT } from '../support/program.ts'
import { type Night, runAt } from './play.ts'
import { isoDay } from './world.ts'

const PAGE = join(ROOT, 'docs', 'guides', 'every-night.md')
const BEGIN = '<!-- thirty nights: written by test/nights, UPDATE=1 -->'
const END = '<!-- end of thirty nights -->'

/** What the page says of these nights. */
export function pageTranscript(): string {
  const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : ''
  return page.slice(page.indexOf(BEGIN) + BEGIN.length, page.indexOf(END)).trim()
}

/** Writes the transcript in its place, at the end of the page if it has none yet. */
export function writeTranscript(transcript: string): void {
  const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '# Every night\n'
  const block = `${BEGIN}\n\n${transcript}\n\n${END}`
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)]
  const next = from < 0 ? `${page.trimEnd()}\n\n${block}\n` : page.slice(0, from) + block + page.slice(to + END.length)
  writeFileSync(PAGE, next)
}

/** A line for each night, and what the history says after the last one. */
export async function transcriptOf(folder: string, mornings: readonly Night[]): Promise<string> {
  const day = mornings.at(-1)?.day ?? 0
  const asked = ['history --funnel --by channel', 'history --rule silent', `history --id ${busiest(mornings)}`]
  const blocks: string[] = []
  for (const line of asked) {
    const { stdout, stderr } = await runAt(line.split(' '), folder, day)
    blocks.push(`\`\`\`console\n$ leadq ${line}\n${stderr}${stdout.trimEnd()}\n\`\`\``)
  }
  const nights = mornings.map(night => lineOf(night, folder).trimEnd())
  return [`\`\`\`text\n${[HEAD, ...nights].join('\n')}\n\`\`\``, ...blocks].join('\n\n')
}

const HEAD = 'day         exit  leads  SQL  MQL  nurture  disq.   new  moved  back  gone   due  overdue'

function lineOf({ day, what, ran, number, exported }: Night, folder: string): string {
  const start = `${isoDay(day)}  ${pad(ran.exit, 4)}`
  if (what === 'crash') return `${start}  killed with -9 while it ran: \`latest\` is the run of the night before`
  if (what === 'half export') return `${start}  ${pad(exported, 5)}  in quarantine: ${reasonIn(folder, day)}`
  const { since, due } = documentIn<NightSummary>(folder, day, 'summary.json')
  const { stages } = documentIn<Pick<Manifest, 'stages'>>(folder, day, 'manifest.json')
  const figures = [
    pad(exported, 5),
    pad(stages.SQL, 3),
    pad(stages.MQL, 3),
    pad(stages.nurture, 7),
    pad(stages.disqualified, 5),
    pad(since?.new, 4),
    pad(since?.moved, 5),
    pad(since?.back, 4),
    pad(since?.gone, 4),
    pad(due?.due_today, 4),
    pad(due?.overdue, 7),
  ]
  return `${start}  ${figures.join('  ')}${number > 1 && what === 'new rules' ? '  a new rulebook' : ''}`
}

function pad(value: number | undefined, width: number): string {
  return (value === undefined ? '' : String(value)).padStart(width)
}

interface NightSummary {
  readonly since?: { readonly new: number; readonly moved: number; readonly back: number; readonly gone: number }
  readonly due?: { readonly due_today: number; readonly overdue: number }
}

function documentIn<T>(folder: string, day: number, name: string): T {
  return JSON.parse(readFileSync(join(folder, 'runs', runOf(day), name), 'utf8'))
}

function reasonIn(folder: string, day: number): string {
  const text = readFileSync(join(folder, 'runs', 'quarantine', runOf(day), 'QUARANTINE.txt'), 'utf8')
  return /^- (.*)$/m.exec(text)?.[1] ?? ''
}

export function runOf(day: number): string {
  return `${isoDay(day)}T01-00-00Z`
}

/** The lead that changed its stage most often. */
function busiest(mornings: readonly Night[]): string {
  const turns = new Map<string, number>()
  for (const { what, expected, before } of mornings) {
    if (what === 'half export' || what === 'crash') continue
    for (const [id, { stage }] of expected) if (before.get(id)?.stage !== stage) turns.set(id, (turns.get(id) ?? 0) + 1)
  }
  return [...turns].toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))[0]?.[0] ?? ''
}
