import type { Difference, GateResult } from '../../ir/results/difference.ts'
import { diagnosticLines } from '../diagnostics.ts'
import { plural, signed, thousands } from '../numbers.ts'
import { sparkline } from '../terminal/bars.ts'
import { flow, labelled, wrap } from '../terminal/lines.ts'
import { heightOf, roomThatFits } from '../terminal/screen.ts'
import { type Column, printTable } from '../terminal/table.ts'
import { clean, cut } from '../terminal/terminal-text.ts'
import type { Theme } from '../terminal/theme.ts'
import {
  becauseWord,
  changesWord,
  closingWord,
  EFFECT_WORDS,
  effectWord,
  gateWord,
  goneWord,
  KIND_SIGNS,
  movedWord,
  pointsWord,
  scoreWord,
  togetherWords,
  whatWord,
} from './words.ts'

/** How much of a difference is shown. */
interface Room {
  /** How the scores are spread before and after. */
  readonly spread: boolean
  /** Gates that pass, each on its line. */
  readonly passed: boolean
  readonly hints: boolean
  readonly warnings: number
  /** Changes, those that move leads first. */
  readonly changes: number
  /** Letters of a change. */
  readonly letters: number
  /** Grades, segments and tags. */
  readonly labels: boolean
  readonly matrix: boolean
  readonly movers: number
  /** Blank lines between the blocks. */
  readonly airy: boolean
}

const ALL: Room = {
  spread: true,
  passed: true,
  hints: true,
  warnings: 8,
  changes: Number.POSITIVE_INFINITY,
  letters: Number.POSITIVE_INFINITY,
  labels: true,
  matrix: true,
  movers: Number.POSITIVE_INFINITY,
  airy: true,
}

/** What gives way if there is no room, the least important first: who moves, and why, stays. */
const STEPS: readonly Partial<Room>[] = [
  { spread: false },
  { passed: false },
  { hints: false },
  { letters: 120 },
  ...[12, 8].map(movers => ({ movers })),
  { changes: 8 },
  { labels: false },
  { warnings: 2 },
  { movers: 5 },
  { airy: false },
  { changes: 5 },
  { movers: 3 },
  { matrix: false },
  ...[3, 2, 1].map(changes => ({ changes })),
  { warnings: 1 },
]

type Section = (difference: Difference, theme: Theme, room: Room) => readonly string[]

/** Moved leads first, then causes, then gates. */
const BLOCKS: readonly Section[] = [head, matrix, changes, scores, labels, movers, gates, warnings, closing]

/** A difference in so many lines of a terminal, by default all of it. */
export function textDifference(difference: Difference, theme: Theme, lines = Number.POSITIVE_INFINITY): string {
  const whole = printIn(ALL, difference, theme)
  if (heightOf(whole, theme.width) <= lines) return whole
  const print = (room: Room) => printIn(room, difference, { ...theme, compact: true })
  return print(roomThatFits(ALL, STEPS, room => heightOf(print(room), theme.width) <= lines))
}

function printIn(room: Room, difference: Difference, theme: Theme): string {
  const blocks = BLOCKS.map(section => section(difference, theme, room)).filter(lines => lines.length > 0)
  return `${blocks.map(lines => lines.join('\n')).join(room.airy ? '\n\n' : '\n')}\n`
}

const HASH = 7

function head(difference: Difference, theme: Theme): string[] {
  const { base, head: after, data, as_of } = difference
  const version = ({ source, sha256 }: Difference['base']) =>
    `${clean(source)} ${theme.chalk.dim(sha256.slice(0, HASH))}`
  const apart = data.rejected > 0 ? ` (${thousands(data.rejected)} rejected)` : ''
  return [
    ...labelled('rulebook', [`${version(base)} -> ${version(after)}`], theme),
    ...labelled('data', [`${clean(data.name)}, ${plural(data.leads, 'lead')}${apart}, as of ${as_of}`], theme),
    ...labelled('', [theme.chalk.bold(movedWord(difference))], theme),
  ]
}

const STAGE = 20

/** Rows are the stages under BASE, columns those under HEAD. */
function matrix({ matrix: counts, stages, data, moved }: Difference, theme: Theme, room: Room): string[] {
  const { chalk, glyphs } = theme
  if (!room.matrix || data.leads === 0 || (moved.leads === 0 && stages.length < 2)) return []
  const short = (stage: string) => cut(clean(stage), STAGE, glyphs.ellipsis)
  const cell = (from: string, to: string) => {
    const leads = counts[from]?.[to] ?? 0
    if (leads === 0) return chalk.dim(glyphs.rule)
    return from === to ? chalk.dim(thousands(leads)) : chalk.bold(thousands(leads))
  }
  const columns: readonly Column[] = [
    { title: 'before \\ after', align: 'left' },
    ...stages.map(stage => ({ title: short(stage), align: 'right' }) as const),
    { title: 'all', align: 'right' },
  ]
  const rows = stages.map(from => [
    short(from),
    ...stages.map(to => cell(from, to)),
    thousands(stages.reduce((sum, to) => sum + (counts[from]?.[to] ?? 0), 0)),
  ])
  return printTable(columns, rows, theme)
}

function changes(difference: Difference, theme: Theme, room: Room): string[] {
  const { chalk, width } = theme
  const gone = goneWord(difference)
  const shown = mostTelling(difference.changes, room.changes)
  const hidden = difference.changes.length - shown.length
  return [
    ...wrap(changesWord(difference), width, 2).map(line => chalk.bold(line)),
    ...shown.flatMap(change => {
      const sign = KIND_SIGNS[change.kind]
      const what = cut(clean(whatWord(change)), room.letters, theme.glyphs.ellipsis)
      const lines = wrap(`${sign} ${clean(change.part)} ${what} [${effectWord(change)}]`, width - 2, 4)
      return lines.map(line => `  ${chalk[SIGN_COLOURS[sign]](line)}`)
    }),
    ...(hidden > 0 ? [chalk.dim(`  +${plural(hidden, 'more change')}: \`--verbose\``)] : []),
    ...togetherWords(difference).flatMap(line => wrap(clean(`  ${line}`), width, 6)),
    ...(gone === '' ? [] : wrap(clean(`  gone: ${gone}`), width, 6)),
  ]
}

/** So many changes, in their order: those that move most leads, and of the others the gravest. */
function mostTelling(changes: Difference['changes'], most: number): Difference['changes'] {
  if (changes.length <= most) return changes
  const effects = Object.keys(EFFECT_WORDS)
  const gravest = [...changes].sort(
    (a, b) =>
      (b.moves ?? 0) - (a.moves ?? 0) ||
      effects.indexOf(a.effect) - effects.indexOf(b.effect) ||
      (b.touches ?? 0) - (a.touches ?? 0),
  )
  const kept = new Set(gravest.slice(0, most))
  return changes.filter(change => kept.has(change))
}

function scores(difference: Difference, theme: Theme, room: Room): string[] {
  const { histogram, changed } = difference.scores
  const [first, last] = [histogram.at(0), histogram.at(-1)]
  if (first === undefined || last === undefined || changed === 0) return []
  const highest = Math.max(...histogram.flatMap(({ before, after }) => [before, after]))
  const line = (word: string, values: readonly number[]) =>
    `${first.from} ${sparkline(values, theme.glyphs, highest)} ${last.to}  ${word}`
  const spread = [
    line(
      'before',
      histogram.map(({ before }) => before),
    ),
    line(
      'after',
      histogram.map(({ after }) => after),
    ),
  ]
  return [...labelled('scores', [scoreWord(difference)], theme), ...(room.spread ? labelled('', spread, theme) : [])]
}

const SIGN_COLOURS = { '+': 'green', '~': 'yellow', '-': 'red' } as const

/** The last line, for those who read no other. */
function closing(difference: Difference): string[] {
  return [closingWord(difference)]
}

/** Grades, segments and tags that are not as they were. */
function labels({ grades, segments, tags }: Difference, theme: Theme, room: Room): string[] {
  if (!room.labels) return []
  const counted = (counts: Difference['grades']) =>
    Object.entries(counts)
      .filter(([, { before, after }]) => before !== after)
      .map(
        ([label, { before, after }]) =>
          `${clean(label)} ${thousands(before)} -> ${thousands(after)} (${signed(after - before)})`,
      )
  const lines = (label: string, items: readonly string[]) =>
    items.length === 0 ? [] : labelled(label, flow(items, theme, { separator: theme.glyphs.dot, lines: 3 }), theme)
  const moved = Object.entries(tags).filter(([, { gained, lost }]) => gained + lost > 0)
  return [
    ...lines('grades', counted(grades)),
    ...lines(
      'segments',
      Object.entries(segments).flatMap(([name, { labels: counts }]) =>
        counted(counts).map(text => `${clean(name)} ${text}`),
      ),
    ),
    ...lines(
      'tags',
      moved.map(([name, { gained, lost }]) => `${clean(name)} +${thousands(gained)} -${thousands(lost)}`),
    ),
  ]
}

const LEAD = 24
const BECAUSE = 40

function movers({ movers: listed, moved }: Difference, theme: Theme, room: Room): string[] {
  const shown = listed.slice(0, room.movers)
  const [first] = shown
  if (first === undefined) return []
  const short = (text: string, width: number) => cut(clean(text), width, theme.glyphs.ellipsis)
  const further = Object.keys(first.shown ?? {})
  const columns: readonly Column[] = ['lead', 'from', 'to', 'score', 'because', ...further].map(title => ({
    title: short(title, LEAD),
    align: 'left',
  }))
  const rows = shown.map(mover => [
    short(mover.lead, LEAD),
    short(mover.from, STAGE),
    short(mover.to, STAGE),
    pointsWord(mover),
    short(becauseWord(mover), BECAUSE),
    ...further.map(name => short(mover.shown?.[name] ?? '', LEAD)),
  ])
  const hidden = moved.leads - shown.length
  const list = shown.length < listed.length ? '`--verbose` lists more, ' : ''
  const more =
    hidden > 0 ? [theme.chalk.dim(`and ${thousands(hidden)} more: ${list}--movers FILE writes them all`)] : []
  return [...printTable(columns, rows, theme), ...more]
}

function gates({ gates: results }: Difference, theme: Theme, room: Room): string[] {
  const { chalk, glyphs, width } = theme
  const marks: Readonly<Record<GateResult['status'], string>> = {
    pass: chalk.green(glyphs.holds),
    warn: chalk.yellow('!'),
    fail: chalk.red(glyphs.fails),
    waived: chalk.yellow('~'),
  }
  const shown = room.passed ? results : results.filter(({ status }) => status !== 'pass')
  const passed = results.length - shown.length
  const lines = shown.flatMap(result => {
    const { status, fingerprint, waived } = result
    const note = waived ? `, waived until ${waived.expires}: ${waived.reason}` : fingerprint ? `  [${fingerprint}]` : ''
    const texts = wrap(clean(`${status.padEnd(6)} ${gateWord(result)}${note}`), width - 2, 9)
    return texts.map((line, index) => (index === 0 ? `${marks[status]} ${line}` : `  ${line}`))
  })
  return passed > 0 ? [...lines, `${marks.pass} ${plural(passed, 'gate')} passed`] : lines
}

function warnings({ warnings: found }: Difference, theme: Theme, room: Room): string[] {
  const all = room.hints ? found : found.map(({ hint: _, ...diagnostic }) => diagnostic)
  const lines = diagnosticLines(all, { theme, textOf: () => undefined, limit: room.warnings })
  return lines.flatMap(line => wrap(line, theme.width, 3))
}
