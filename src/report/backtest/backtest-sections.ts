import type { Backtest, Comparison, GainRow, RulebookWorth, Separation } from '../../ir/results/backtest.ts'
import { plural, thousands } from '../numbers.ts'
import type { Section } from '../sections.ts'
import { auc, aucInterval, between, change, share, wholePercent } from './figures.ts'

const left = (title: string) => ({ title, align: 'left' }) as const
const right = (title: string) => ({ title, align: 'right' }) as const
/** Left out on narrow terminals. */
const minor = (title: string) => ({ title, align: 'right', minor: true }) as const

/** Everything that a backtest found, in the order of what matters. */
export function backtestSections(backtest: Backtest): Section[] {
  const { rulebooks, comparison } = backtest
  const several = rulebooks.length > 1
  const titled = (title: string, { rulebook }: RulebookWorth) => (several ? `${title}, ${rulebook.source}` : title)
  return [
    headSection(backtest),
    ordersSection(backtest),
    ...rulebooks.map(worth => stagesSection(worth, titled('stages', worth))),
    ...(comparison === undefined ? [] : [comparisonSection(comparison, backtest)]),
    ...rulebooks.map(worth => rulesSection(worth, titled('rules', worth), several ? 0 : MIN_RULES)),
    ...rulebooks.slice(0, 1).map(worth => bandsSection(worth, titled('won by score', worth))),
    ...rulebooks.map(worth => periodsSection(worth, titled('over time', worth))),
    { columns: [], rows: [], notes: [{ text: LIMITS }] },
  ]
}

/** What no backtest can show. */
const LIMITS =
  'not shown: whether calling these leads causes the wins, and columns as they were when a lead came in: the file holds them as they are today'

function headSection({ input, counts, outcome, order, as_of, as_of_column }: Backtest): Section {
  const { leads, closed, won, open } = counts
  const isDay = order !== undefined && /^\d{4}-\d\d-\d\d$/.test(order.from)
  return {
    columns: [],
    rows: [],
    notes: [
      `${input}  ${plural(leads, 'lead')}: ${thousands(closed)} closed, ${thousands(won)} won (${share(won / closed)}), ${thousands(open)} open`,
      `won: ${outcome.won}, lost: ${outcome.lost}${outcome.found ? ' (found by name and values)' : ''}`,
      ...(order === undefined ? [] : [`in order of ${order.column}${isDay ? `, ${order.from} to ${order.to}` : ''}`]),
      as_of_column === undefined ? `scored as of ${as_of}` : `each lead scored as of its ${as_of_column}`,
    ],
  }
}

/** The share of leads that a sentence is about. */
const MAIN_SHARE = 0.1

/** The rulebooks beside orders that cost nothing. */
function ordersSection({ rulebooks, naive, counts }: Backtest): Section {
  const row = (name: string, separation: Separation, gains: readonly GainRow[]) => [
    name,
    auc(separation),
    aucInterval(separation),
    ...gains.map(gain => wholePercent(gain.rate)),
  ]
  const [first] = rulebooks
  const gains = first?.gains ?? []
  const best = gains.find(({ top }) => top === MAIN_SHARE)
  const found =
    best === undefined
      ? []
      : [
          {
            text: `the best 10% by ${first?.rulebook.source ?? ''} hold ${wholePercent(best.share)} of all won leads, ${best.lift.toFixed(1)} times the ${wholePercent(counts.won / counts.closed)} of all leads`,
            short: `the best 10% hold ${wholePercent(best.share)} of all won leads, ${best.lift.toFixed(1)} times the ${wholePercent(counts.won / counts.closed)} of all`,
          },
        ]
  return {
    title: 'order',
    least: rulebooks.length,
    columns: [
      left(''),
      right('AUC'),
      right('95%'),
      ...gains.map(({ top }) => (top === MAIN_SHARE ? right : minor)(`best ${100 * top}%`)),
    ],
    rows: [
      ...rulebooks.map(worth => row(worth.rulebook.source, worth.separation, worth.gains)),
      ...naive.map(each => row(each.name, each.separation, each.gains)),
    ],
    notes: [
      {
        text: 'AUC: how often a won lead scores higher than a lost one, 0.5 is chance; then the share won among the best leads',
      },
      ...found,
      ...worseThanChance(rulebooks),
    ],
  }
}

function worseThanChance(rulebooks: readonly RulebookWorth[]): string[] {
  return rulebooks.flatMap(({ rulebook, separation }) => {
    if (separation.high < 0.5) return [`${rulebook.source} orders these leads worse than chance`]
    return separation.low <= 0.5 ? [`${rulebook.source} cannot be told apart from chance on these leads`] : []
  })
}

function stagesSection({ stages }: RulebookWorth, title: string): Section {
  const hasDays = stages.some(({ days }) => days !== undefined)
  const shown = stages.filter(({ leads }) => leads > 0)
  const empty = stages.filter(({ leads }) => leads === 0).map(({ stage }) => stage)
  return {
    title,
    columns: [
      left('stage'),
      right('leads'),
      right('won'),
      right('rate'),
      right('95%'),
      right('of all won'),
      ...(hasDays ? [right('days to win')] : []),
    ],
    rows: shown.map(stage => [
      stage.stage,
      thousands(stage.leads),
      thousands(stage.won),
      share(stage.rate),
      between(stage),
      share(stage.share),
      ...(hasDays ? [stage.days === undefined ? '-' : thousands(stage.days)] : []),
    ]),
    notes: [
      ...stages.flatMap(({ stage, differs }, index) =>
        differs === false
          ? [`${stage} and ${stages[index + 1]?.stage ?? ''} do not differ: their 95% intervals overlap`]
          : [],
      ),
      ...stages.flatMap(({ stage, differs, low }, index) =>
        differs === true && low < (stages[index + 1]?.low ?? 0)
          ? [`${stage} is won less often than ${stages[index + 1]?.stage ?? ''}`]
          : [],
      ),
      ...empty.map((stage, index) => ({
        text: `no closed lead is ${stage}`,
        ...(index === 0 && { short: `no closed lead is ${empty.join(' or ')}` }),
      })),
    ],
  }
}

function comparisonSection({ difference, low, high, verdict, lists }: Comparison, { rulebooks }: Backtest): Section {
  const [first = '', second = ''] = rulebooks.map(({ rulebook }) => rulebook.source)
  const words = {
    better: `${first} orders better than ${second}`,
    worse: `${first} orders worse than ${second}`,
    same: `${first} and ${second} cannot be told apart`,
  }
  return {
    title: 'who gets called',
    least: 1,
    columns: [
      left('list'),
      minor('leads'),
      right('exchanged'),
      right(`won, only ${first}`),
      right(`won, only ${second}`),
      left(''),
    ],
    rows: lists.map(list => [
      `best ${100 * list.top}%`,
      thousands(list.leads),
      thousands(list.only_first.leads),
      thousands(list.only_first.won),
      thousands(list.only_second.won),
      list.differs ? 'differs' : 'cannot be told apart',
    ]),
    notes: [`${words[verdict]}: AUC ${change(difference)} (${change(low)} to ${change(high)})`],
  }
}

/** So many rules are shown; the document has all of them. */
const MAX_RULES = 20
const MIN_RULES = 3

function rulesSection({ rules }: RulebookWorth, title: string, least: number): Section {
  const effects = { helps: 'helps', hurts: 'hurts', none: 'can go', unclear: 'unclear' }
  const isKnown = ({ effect }: (typeof rules)[number]) => effect === 'helps' || effect === 'hurts'
  const helping = rules.filter(isKnown).slice(0, MAX_RULES)
  const idle = rules.filter(rule => !isKnown(rule))
  const shown = [...helping, ...idle.slice(0, Math.max(0, MAX_RULES - helping.length))]
  const hidden = rules.length - shown.length
  return {
    title,
    least,
    columns: [
      left('rule'),
      right('leads'),
      right('won with'),
      right('without'),
      right('AUC without it'),
      minor('95%'),
      left(''),
    ],
    rows: shown.map(rule => [
      rule.label,
      thousands(rule.leads),
      share(rule.won_with),
      share(rule.won_without),
      change(rule.change),
      `${change(rule.low)} to ${change(rule.high)}`,
      rule.clock === true ? `${effects[rule.effect]} (clock)` : effects[rule.effect],
    ]),
    notes: [
      ...(hidden > 0 ? [`${plural(hidden, 'more rule')} in the document of \`--json\``] : []),
      ...(shown.some(({ effect }) => effect === 'none')
        ? [{ text: 'can go: without this rule the order is as good' }]
        : []),
      ...(shown.some(({ clock }) => clock)
        ? [{ text: '(clock): its points depend on the day, and all leads are scored as of one day' }]
        : []),
      ...(rules.length === 0 ? ['no rule gave points to any closed lead'] : []),
    ],
  }
}

function bandsSection({ calibration }: RulebookWorth, title: string): Section {
  const stated = calibration.some(({ chance }) => chance !== undefined)
  return {
    title,
    yields: 2,
    columns: [
      left('score from'),
      right('leads'),
      right('won'),
      right('rate'),
      right('95%'),
      ...(stated ? [right('rulebook says')] : []),
    ],
    rows: calibration.map(band => [
      thousands(band.from),
      thousands(band.leads),
      thousands(band.won),
      share(band.rate),
      between(band),
      ...(stated ? [band.chance === undefined ? '-' : wholePercent(band.chance)] : []),
    ]),
    notes: [],
  }
}

function periodsSection({ periods, trend }: RulebookWorth, title: string): Section {
  const direction =
    trend === undefined || Math.abs(trend) < TREND
      ? []
      : [
          trend < 0
            ? 'the order gets worse over time: learn it again, or look for what changed'
            : 'the order gets better over time',
        ]
  return {
    title,
    yields: 1,
    columns: [left('period'), right('leads'), right('won'), right('rate'), right('AUC'), right('95%')],
    rows: periods.map(({ period, leads, won, rate, separation }) => [
      period,
      thousands(leads),
      thousands(won),
      share(rate),
      separation === undefined ? '-' : auc(separation),
      separation === undefined ? 'too few' : aucInterval(separation),
    ]),
    notes: direction,
  }
}

/** Standard errors from which on a trend is reported. */
const TREND = 2
