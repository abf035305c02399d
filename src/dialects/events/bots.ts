import type { Sql } from '../dialect/dialect.ts'
import { anyOf, type Step } from '../dialect/write.ts'
import { MOMENT } from './moment.ts'
import { EVENT_KEY } from './names.ts'
import { EVENT } from './read.ts'
import { type EventPlan, looksForBots, ruleColumn } from './rules.ts'

const MINUTE = 60_000

/** Leaves out what no human caused: see `engine/events/bots.ts`. `ties`: the columns that tell leads apart. */
export function botSteps(plan: EventPlan, ties: readonly Sql[]): Step[] {
  if (!looksForBots(plan)) return []
  const { afterSending, perMinute } = plan.events.ignore
  const over = (more: readonly Sql[], frame: string) =>
    `OVER (PARTITION BY ${[...ties, ...more].join(', ')} ORDER BY ${MOMENT.at} RANGE BETWEEN ${frame})`
  const sent = `CASE WHEN ${EVENT.part} = 'sending' AND ${MOMENT.timed} THEN ${MOMENT.at} END`
  const isReaction = `(${EVENT.part} = 'reaction' AND ${MOMENT.timed} AND ${MOMENT.at} - last_sent <= ${(afterSending ?? 0) * 1000})`
  const same = [EVENT_KEY, MOMENT.timed]
  return [
    {
      name: 'event_rushes',
      about: 'how much happened in the minute after an event, and when a mail was sent before it',
      columns: [
        ...(afterSending === undefined
          ? []
          : [{ name: 'last_sent', sql: `max(${sent}) ${over([], 'UNBOUNDED PRECEDING AND CURRENT ROW')}` }]),
        ...(perMinute === undefined
          ? []
          : [
              {
                name: 'is_rush',
                sql: `CASE WHEN count(*) ${over(same, `CURRENT ROW AND ${MINUTE - 1} FOLLOWING`)} > ${perMinute} THEN 1 ELSE 0 END`,
              },
            ]),
      ],
    },
    {
      name: 'event_machines',
      about: '',
      columns: [
        {
          name: 'is_machine',
          sql: `coalesce(${anyOf([
            ...(afterSending === undefined ? [] : [isReaction]),
            ...(perMinute === undefined
              ? []
              : [`(${MOMENT.timed} AND max(is_rush) ${over(same, `${MINUTE - 1} PRECEDING AND CURRENT ROW`)} = 1)`]),
          ])}, FALSE)`,
        },
      ],
    },
    {
      name: 'event_people',
      about: 'without what nobody did',
      isWhole: true,
      columns: [{ name: '*', sql: '*' }],
      end: 'WHERE NOT is_machine',
    },
  ]
}

/** The columns kept for the search for bots: see `engine/events/event-reader.ts`. */
export function isLookedAt(plan: EventPlan): Sql {
  const { afterSending, perMinute } = plan.events.ignore
  return anyOf([
    ...plan.rules.map(rule => `${ruleColumn(rule, 'worth')} IS NOT NULL`),
    ...(afterSending === undefined ? [] : [`${EVENT.part} = 'sending'`]),
    ...(perMinute === undefined ? [] : plan.rules.map(rule => ruleColumn(rule, 'meant'))),
  ])
}
