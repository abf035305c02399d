import type { LeftOutColumn, OrderWorth, Tuning } from '../../ir/results/tuning.ts'
import { auc, aucInterval, between, change, share, wholePercent } from '../backtest/figures.ts'
import { plural, thousands } from '../numbers.ts'
import type { Note, Section } from '../sections.ts'
import { cut } from '../terminal/terminal-text.ts'

const left = (title: string) => ({ title, align: 'left' }) as const
const right = (title: string) => ({ title, align: 'right' }) as const
/** Left out on narrow terminals. */
const minor = (title: string) => ({ title, align: 'right', minor: true }) as const

/** What was learned, how good it is, what was left out and why. */
export function tuningSections(tuning: Tuning): Section[] {
  return [
    headSection(tuning),
    leftOutSection(tuning),
    driftSection(tuning),
    worthSection(tuning),
    ...(tuning.accepted ? [rulesSection(tuning), bandsSection(tuning), stagesSection(tuning)] : []),
    frontierSection(tuning),
    { columns: [], rows: [], notes: [{ text: LIMITS }] },
  ]
}

const LIMITS =
  'not shown: whether calling these leads causes the wins, columns as they were on the first day, and columns that stand in for what is protected'

function headSection({ input, counts, outcome, columns, order, kept }: Tuning): Section {
  const { closed, won, open } = counts
  return {
    columns: [],
    rows: [],
    notes: [
      `${input}  ${thousands(closed)} closed leads, ${thousands(won)} won (${share(won / closed)}), ${thousands(open)} open`,
      `won: ${outcome.won}, lost: ${outcome.lost}${outcome.found ? ' (found by name and values)' : ''}`,
      `${columns.used} of ${plural(columns.read, 'column')} used${order === undefined ? '' : `, in order of ${order}`}`,
      ...(kept.length === 0 ? [] : [`stay as they are: ${kept.join(', ')}`]),
    ],
  }
}

function leftOutSection({ columns }: Tuning): Section {
  const names = (what: string, found: readonly string[]) =>
    found.length === 0 ? [] : [{ text: `${what}: ${found.join(', ')}` }]
  const question = columns.questions[0]?.column
  const asked = columns.left_out.find(({ asks }) => asks)
  return {
    title: 'columns',
    columns: [],
    rows: [],
    notes: [
      ...listed('left out ', columns.left_out),
      ...listed('check    ', columns.questions),
      ...(asked === undefined ? [] : [`known on the day a lead comes in? \`--use "${asked.column}"\``]),
      ...(question === undefined
        ? []
        : [
            {
              text: `known only later? \`--never "${question}"\``,
              short: `known only later? \`--never "${cut(question, MAX_NAME)}"\``,
            },
          ]),
      ...names('never used', [...columns.protected, ...columns.never]),
      ...names('read by rules that stay', columns.kept),
      ...names('may stand in for origin or age', columns.stand_ins),
      ...names('no value tells leads apart', columns.constant),
      ...names('dates, used with --as-of-column', columns.dates),
      ...names('too many different values', columns.too_many_values),
    ],
  }
}

/** With the reasons; on a full screen the first names alone. */
function listed(label: string, found: readonly LeftOutColumn[]): Note[] {
  const names = found.map(({ column }) => cut(column, MAX_NAME))
  const more = names.length > MAX_NAMES ? `, +${names.length - MAX_NAMES} more` : ''
  const short = `${label} ${names.slice(0, MAX_NAMES).join(', ')}${more} (why: \`--verbose\`)`
  return byReason(found).map((text, index) => ({ text: `${label} ${text}`, ...(index === 0 && { short }) }))
}

const MAX_NAMES = 2
const MAX_NAME = 22

/** Columns that are left out for the same reason stand together. */
function byReason(found: readonly LeftOutColumn[]): string[] {
  const reasons = new Map<string, string[]>()
  for (const { column, reasons: why } of found) {
    const key = why.join('; ')
    reasons.set(key, [...(reasons.get(key) ?? []), column])
  }
  return [...reasons].map(([why, names]) => `${names.join(', ')}: ${why}`)
}

const DRIFTS = {
  turned: 'has turned round',
  faded: 'tells less than it did',
  population: 'holds other values than before',
} as const

function driftSection({ columns, judged }: Tuning): Section {
  const rates = judged.rates
  return {
    title: 'over time',
    columns: [],
    rows: [],
    notes: [
      ...columns.drift.map(({ column, kind, early, late }) => ({
        text: `${column} ${DRIFTS[kind]}: AUC alone ${early.toFixed(3)}, then ${late.toFixed(3)}. Is it the market or the lead? \`--never "${column}"\``,
      })),
      ...(rates === undefined
        ? [
            {
              text: 'leads have no date here: if what is won changes over time, these figures are too good (`--date COLUMN`)',
              short: 'without `--date COLUMN` the figures may be too good',
            },
          ]
        : [`won of the first third ${share(rates.first)}, of the last ${share(rates.last)}`]),
    ],
  }
}

const HOW = { later: 'later leads', apart: 'leads held back', folds: 'leads not learned from' } as const

function worthSection({ card, boosting, naive, judged, accepted }: Tuning): Section {
  const row = (name: string, rules: string, rows: string, { separation, lift, loss }: OrderWorth) => [
    name,
    rules,
    rows,
    auc(separation),
    aucInterval(separation),
    lift.toFixed(2),
    loss === undefined ? '-' : loss.toFixed(3),
  ]
  const ahead = boosting.separation.auc - card.separation.auc
  return {
    title: `on ${thousands(judged.leads)} ${HOW[judged.how]}`,
    columns: [
      left(''),
      right('rules'),
      right('rows'),
      right('AUC'),
      right('95%'),
      minor('lift of best 10%'),
      minor('log loss'),
    ],
    rows: [
      row('this rulebook', String(card.rules), String(card.rows), card),
      row('boosted trees', '-', '-', boosting),
      ...naive.map(each => row(each.name, '-', '-', each)),
    ],
    notes: accepted
      ? [
          ahead > AHEAD
            ? `boosted trees find ${ahead.toFixed(3)} more: it lies in combinations of columns that no short table holds`
            : 'the rulebook holds what these columns have to say',
        ]
      : [
          'no signal in these columns: the order is no better than chance on leads that were not learned from, and nothing was written',
        ],
  }
}

/** Boosting is clearly ahead. */
const AHEAD = 0.01

function rulesSection({ rules }: Tuning): Section {
  return {
    title: 'rules',
    least: 3,
    columns: [
      left('rule'),
      left('score'),
      minor('rows'),
      right('leads in best row'),
      right('won'),
      minor('lift'),
      right('AUC without it'),
    ],
    rows: rules.map(rule => [
      rule.label,
      rule.score,
      String(rule.rows),
      thousands(rule.leads),
      share(rule.rate),
      rule.lift.toFixed(1),
      change(rule.change),
    ]),
    notes: [],
  }
}

function bandsSection({ bands, slope }: Tuning): Section {
  const notes =
    slope < BOLD
      ? ['chances of the card are too bold: trust the bands']
      : slope > TIMID
        ? ['chances of the card are too timid: trust the bands']
        : []
  return {
    title: 'chance by score',
    yields: 2,
    columns: [left('score from'), right('leads'), right('won'), right('rate'), right('95%')],
    rows: [...bands]
      .reverse()
      .map(band => [
        thousands(band.from),
        thousands(band.leads),
        thousands(band.won),
        wholePercent(band.rate),
        between(band),
      ]),
    notes,
  }
}

const [BOLD, TIMID] = [0.8, 1.25]

function stagesSection({ stages }: Tuning): Section {
  return {
    title: 'stages',
    columns: [left('stage'), right('score from'), right('leads'), right('won'), right('95%'), left('')],
    rows: stages.map(stage => [
      stage.stage,
      thousands(stage.from),
      thousands(stage.leads),
      stage.judged === 0 ? '-' : wholePercent(stage.rate),
      stage.judged === 0 ? '-' : between(stage),
      stage.why,
    ]),
    notes: [
      ...notWonNote(stages),
      ...stages.flatMap(({ stage, weekly }) =>
        weekly === undefined
          ? []
          : [
              `${stage}: ${weekly.mean.toFixed(1)} leads a week; ${weekly.low} in a quiet week, ${weekly.middle} in half of them, ${weekly.high} in a busy one`,
            ],
      ),
    ],
  }
}

/** The rulebook excludes leads that are won already, so `score` shows fewer. */
function notWonNote(stages: Tuning['stages']): Note[] {
  const counts = stages.flatMap(({ stage, not_won: notWon }) =>
    notWon === undefined ? [] : [`${thousands(notWon)} ${stage}`],
  )
  return counts.length === 0
    ? []
    : [
        {
          text: `leads are all of the file; the rulebook excludes those already won, which leaves ${counts.join(', ')}`,
          short: `without those already won: ${counts.join(', ')}`,
        },
      ]
}

function frontierSection({ frontier }: Tuning): Section {
  return {
    title: 'size and quality',
    yields: 1,
    columns: [right('rules'), right('rows'), right('AUC'), right('log loss'), left('')],
    rows: frontier
      .map(each => [
        each.rules.toFixed(0),
        each.rows.toFixed(0),
        each.auc.toFixed(3),
        each.loss.toFixed(4),
        each.chosen ? 'chosen' : '',
      ])
      .filter((cells, index, all) => !isRepeated(cells, all.slice(0, index))),
    notes: [{ text: 'rules and rows: the average over the parts of the leads on which the size is chosen' }],
  }
}

/** Whether a setting that was not chosen looks like an earlier one: two settings can come to the same rulebook. */
function isRepeated(
  [rules, rows, auc, loss, chosen]: readonly string[],
  earlier: readonly (readonly string[])[],
): boolean {
  return (
    chosen === '' &&
    earlier.some(other => other[0] === rules && other[1] === rows && other[2] === auc && other[3] === loss)
  )
}
