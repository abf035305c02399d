import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBotTraffic } from '../src/engine/events/bots.ts'
import { countLimit } from '../src/engine/events/event-rule.ts'
import { WHOLE } from '../src/ir/plan/fade.ts'
import { leadKey } from '../src/ir/plan/lead-key.ts'
import { printDay } from '../src/ir/values/calendar.ts'
import { readMoment } from '../src/ir/values/date.ts'
import { namedZones } from '../src/ir/values/named-zones.ts'
import { UTC, zoneOf } from '../src/ir/values/zone.ts'
import { runs } from './support/draws.ts'
import { csv, oneRule, pointsOf, scoreEvents } from './support/events.ts'
import { AS_OF } from './support/plans.ts'

/** Points for events; the day of the run is 2026-03-02. */

/** `view(1, '/pricing')`: so many days before the day of the run. */
function event(name: string, age: number, page = '', status = '', value = ''): string {
  return [name, printDay(AS_OF - age), page, status, value].join(',')
}

describe('a rule on events', () => {
  const VIEW = 'id: r, event: page_view'

  it.each<[why: string, rule: string, events: string[], points: number]>([
    ['each event earns', `{ ${VIEW}, points: 2 }`, [event('page_view', 1), event('page_view', 9)], 4],
    ['of that name only', `{ ${VIEW}, points: 2 }`, [event('page_view', 1), event('call', 9)], 2],
    ['however it is spelled', `{ ${VIEW}, points: 2 }`, [event('Page View', 1), event('pageView', 9)], 4],
    [
      'or of one of several',
      '{ id: r, event: [page_view, call], points: 2 }',
      [event('page_view', 1), event('call', 9)],
      4,
    ],
    ['or of any', '{ id: r, event: any, points: 2 }', [event('page_view', 1), event('never heard of', 9)], 4],
    ['no event, no points', `{ ${VIEW}, points: 2 }`, [], 0],
    ['today counts', `{ ${VIEW}, points: 2 }`, [event('page_view', 0)], 2],
    ['tomorrow does not exist', `{ ${VIEW}, points: 2 }`, [event('page_view', -1)], 0],

    [
      'where',
      `{ ${VIEW}, points: 2, where: { page: { contains: /pricing } } }`,
      [event('page_view', 1, '/pricing'), event('page_view', 1, '/blog')],
      2,
    ],
    [
      'where, two fields',
      `{ ${VIEW}, points: 2, where: { page: /a, status: x } }`,
      [event('page_view', 1, '/a', 'x'), event('page_view', 1, '/a', 'y')],
      2,
    ],
    [
      'where, a number',
      `{ ${VIEW}, points: 2, where: { value: { at_least: 10 } } }`,
      [event('page_view', 1, '', '', '10'), event('page_view', 1, '', '', '9.5')],
      2,
    ],
    [
      'where, a time',
      `{ ${VIEW}, points: 2, where: { time: { in_last: 7d } } }`,
      [event('page_view', 7), event('page_view', 8)],
      2,
    ],
    [
      'where, its own name',
      '{ id: r, event: any, points: 2, where: { event: { starts_with: page } } }',
      [event('page_view', 7), event('call', 8)],
      2,
    ],
    [
      'where, any of several',
      `{ ${VIEW}, points: 2, where: { any: [{ page: /a }, { status: x }] } }`,
      [event('page_view', 1, '/a'), event('page_view', 1, '', 'x'), event('page_view', 1)],
      4,
    ],
    [
      'where, not',
      `{ ${VIEW}, points: 2, where: { not: { page: /a } } }`,
      [event('page_view', 1, '/a'), event('page_view', 1)],
      2,
    ],
    [
      'where, a field must be there for its own not',
      `{ ${VIEW}, points: 2, where: { page: { not: /a } } }`,
      [event('page_view', 1, '/b'), event('page_view', 1)],
      2,
    ],

    ['within', `{ ${VIEW}, points: 2, within: 7d }`, [event('page_view', 7), event('page_view', 8)], 2],

    ['limit once', `{ ${VIEW}, points: 2, limit: once }`, [event('page_view', 1), event('page_view', 9)], 2],
    [
      'limit to a number',
      `{ ${VIEW}, points: 2, limit: 2 }`,
      [event('page_view', 1), event('page_view', 2), event('page_view', 9)],
      4,
    ],
    [
      'limit per span: seven days apart both count',
      `{ ${VIEW}, points: 2, limit: 1 per 7d }`,
      [event('page_view', 1), event('page_view', 8)],
      4,
    ],
    [
      'limit per span: six days apart one counts',
      `{ ${VIEW}, points: 2, limit: 1 per 7d }`,
      [event('page_view', 1), event('page_view', 7)],
      2,
    ],
    [
      'limit per span is between counted ones',
      `{ ${VIEW}, points: 2, limit: 1 per 7d }`,
      [1, 4, 8, 12, 15].map(age => event('page_view', age)),
      6,
    ],
    [
      'limit to several per span',
      `{ ${VIEW}, points: 2, limit: 2 per 7d }`,
      [1, 2, 3, 8, 9].map(age => event('page_view', age)),
      8,
    ],
    [
      'limit to several on one day',
      `{ ${VIEW}, points: 2, limit: 2 per 1d }`,
      [1, 1, 1, 2].map(age => event('page_view', age)),
      6,
    ],

    [
      'distinct',
      `{ ${VIEW}, points: 2, distinct: page }`,
      [event('page_view', 1, '/a'), event('page_view', 2, '/A'), event('page_view', 3, '/b')],
      4,
    ],
    [
      'distinct needs a value',
      `{ ${VIEW}, points: 2, distinct: page }`,
      [event('page_view', 1), event('page_view', 2)],
      0,
    ],
    [
      'what a limit keeps out may count later',
      `{ ${VIEW}, points: 2, distinct: page, limit: 1 per 3d }`,
      [event('page_view', 1, '/a'), event('page_view', 2, '/b'), event('page_view', 9, '/b')],
      4,
    ],

    [
      'of: by the status',
      '{ id: r, event: webinar, of: status, points: { attended: 20, registered: 5 } }',
      [event('webinar', 1, '', 'Attended'), event('webinar', 2, '', 'registered')],
      25,
    ],
    [
      'of: what is not listed does not count',
      '{ id: r, event: webinar, of: status, points: { attended: 20 }, limit: 1 }',
      [event('webinar', 1, '', 'no show'), event('webinar', 2, '', 'attended')],
      20,
    ],
    [
      'of: what is listed with 0 takes its place in the limit',
      '{ id: r, event: webinar, of: status, points: { attended: 20, no show: 0 }, limit: once }',
      [event('webinar', 1, '', 'no show'), event('webinar', 2, '', 'attended')],
      0,
    ],
    [
      'of: a bound that is listed with 0 does, too',
      '{ id: r, event: order, of: value, points_from: { 0: 0, 100: 5 }, limit: 1 }',
      [event('order', 1, '', '', '99'), event('order', 2, '', '', '100')],
      0,
    ],
    [
      'of: and a case',
      '{ id: r, event: order, of: value, cases: [{ when: { below: 100 }, points: 0 }, { when: { at_least: 100 }, points: 5 }], limit: 1 }',
      [event('order', 1, '', '', '99'), event('order', 2, '', '', '100')],
      0,
    ],
    [
      'of: without a value nothing counts',
      '{ id: r, event: webinar, of: status, points: { attended: 20, no show: 0 }, else: 3, limit: once }',
      [event('webinar', 1, '', ''), event('webinar', 2, '', 'attended')],
      20,
    ],
    [
      'of: else',
      '{ id: r, event: webinar, of: status, points: { attended: 20 }, else: 1 }',
      [event('webinar', 1, '', 'no show'), event('webinar', 2)],
      1,
    ],
    [
      'of: by size',
      '{ id: r, event: purchase, of: value, points_from: { 10: 1, 100: 5 } }',
      [event('purchase', 1, '', '', '150'), event('purchase', 1, '', '', '50'), event('purchase', 1, '', '', '5')],
      6,
    ],
    [
      'of: by cases',
      '{ id: r, event: page_view, of: page, cases: [{ when: { contains: pricing }, points: 5 }, { when: { known: true }, points: 1 }] }',
      [event('page_view', 1, '/pricing'), event('page_view', 1, '/blog'), event('page_view', 1)],
      6,
    ],
    [
      'of: a signal knows its status',
      '{ id: r, event: webinar, of: status, points: { attended: 20, registered: 5 } }',
      [event('webinar attended', 1), event('Webinar registration', 2)],
      25,
    ],

    [
      'count',
      `{ ${VIEW}, points: 10, count: { at_least: 2 } }`,
      [event('page_view', 1), event('page_view', 2), event('page_view', 3)],
      10,
    ],
    ['count, too few', `{ ${VIEW}, points: 10, count: { at_least: 2 } }`, [event('page_view', 1)], 0],
    ['count, at most', `{ ${VIEW}, points: 10, count: { at_most: 1 } }`, [event('page_view', 1)], 10],
    [
      'count of different ones',
      `{ ${VIEW}, points: 10, distinct: page, count: { at_least: 3 }, within: 7d }`,
      [
        event('page_view', 1, '/a'),
        event('page_view', 2, '/a'),
        event('page_view', 3, '/b'),
        event('page_view', 8, '/c'),
      ],
      0,
    ],
    [
      'count of days',
      `{ ${VIEW}, points: 10, limit: 1 per 1d, count: { at_least: 2 } }`,
      [event('page_view', 1), event('page_view', 1)],
      0,
    ],

    [
      'last, long ago',
      '{ id: r, event: any, points: -10, last: { older_than: 60d } }',
      [event('page_view', 61), event('call', 90)],
      -10,
    ],
    [
      'last, just not',
      '{ id: r, event: any, points: -10, last: { older_than: 60d } }',
      [event('page_view', 60), event('call', 90)],
      0,
    ],
    ['last, never', '{ id: r, event: any, points: -10, last: { older_than: 60d } }', [], -10],
    ['last, lately', '{ id: r, event: any, points: 5, last: { in_last: 7d } }', [event('page_view', 7)], 5],
    ['last, not lately', '{ id: r, event: any, points: 5, last: { in_last: 7d } }', [event('page_view', 8)], 0],
    ['last, never lately', '{ id: r, event: any, points: 5, last: { in_last: 7d } }', [], 0],
    [
      'last, between',
      '{ id: r, event: any, points: 5, last: { older_than: 7d, in_last: 30d } }',
      [event('page_view', 20)],
      5,
    ],
    [
      'last and count',
      '{ id: r, event: any, points: 5, last: { in_last: 7d }, count: { at_least: 2 } }',
      [event('page_view', 1), event('page_view', 99)],
      5,
    ],

    ['max', `{ ${VIEW}, points: 2, max: 3 }`, [event('page_view', 1), event('page_view', 2)], 3],
    ['min', `{ ${VIEW}, points: -2, min: -3 }`, [event('page_view', 1), event('page_view', 2)], -3],
    [
      'fade',
      `{ ${VIEW}, points: 10, fade: { half_life: 10d } }`,
      [event('page_view', 0), event('page_view', 10), event('page_view', 20)],
      18,
    ],
    [
      'a rule is rounded once',
      `{ ${VIEW}, points: 1, fade: { half_life: 10d } }`,
      [10, 10, 10].map(age => event('page_view', age)),
      2,
    ],
    [
      'fade in steps',
      `{ ${VIEW}, points: 10, fade: { steps: { 7d: 100, 30d: 50 } } }`,
      [7, 8, 31].map(age => event('page_view', age)),
      15,
    ],
    ['linear fade', `{ ${VIEW}, points: 10, fade: { linear: 10d } }`, [5, 10].map(age => event('page_view', age)), 5],
    ['negative points', `{ ${VIEW}, points: -3, limit: 2 }`, [1, 2, 3].map(age => event('page_view', age)), -6],
  ])('%s', async (_, rule, events, points) => {
    expect(await pointsOf(rule, events)).toBe(points)
  })

  it('needs its `when`', async () => {
    const rule = '{ id: r, event: call, points: 5, when: { country: DE } }'
    expect(await pointsOf(rule, [event('call', 1)], { lead: { country: 'DE' } })).toBe(5)
    expect(await pointsOf(rule, [event('call', 1)], { lead: { country: 'FR' } })).toBe(0)
  })

  it('takes the later in the file first, of the same moment', async () => {
    const rule = '{ id: r, event: webinar, of: status, points: { attended: 20, registered: 5 }, limit: once }'
    expect(await pointsOf(rule, [event('webinar', 1, '', 'registered'), event('webinar', 1, '', 'attended')])).toBe(20)
    expect(await pointsOf(rule, [event('webinar', 1, '', 'attended'), event('webinar', 1, '', 'registered')])).toBe(5)
  })

  it('takes the later of a day first', async () => {
    const rule = '{ id: r, event: webinar, of: status, points: { attended: 20, registered: 5 }, limit: once }'
    const events = ['webinar,2026-03-01T12:00:00Z,,attended,', 'webinar,2026-03-01T09:00:00Z,,registered,']
    expect(await pointsOf(rule, events)).toBe(20)
  })

  it('cuts what lies before the day of `after`, where there is one', async () => {
    const rule = '{ id: r, event: call, points: 1 }'
    const events = [event('call', 1), event('call', 10), event('call', 11)]
    const pointsAfter = (day: string) =>
      pointsOf(rule, events, { group: 'after: consent_date,', lead: { consent_date: day } })
    expect(await pointsAfter(printDay(AS_OF - 10))).toBe(2)
    expect(await pointsAfter('')).toBe(3)
  })

  it('earns nothing in a closed group', async () => {
    const options = { group: 'when: { tracking_consent: true },', lead: { tracking_consent: 'no' } }
    expect(await pointsOf('{ id: r, event: call, points: 1 }', [event('call', 1)], options)).toBe(0)
  })

  it('days are those of the zone', async () => {
    const rule = '{ id: r, event: call, points: 1, within: 0d }'
    const events = ['call,2026-03-01T23:30:00Z,,,']
    expect(await pointsOf(rule, events)).toBe(0)
    expect(await pointsOf(rule, events, { more: 'locale: { timezone: Europe/Berlin }' })).toBe(1)
  })

  it('adds up exactly, however many events there are', async () => {
    const rule = '{ id: r, event: call, points: 9999, fade: { half_life: 400d } }'
    const events = Array.from({ length: 3_000 }, (_, index) => event('call', index % 400))
    const share = (age: number) => BigInt(Math.floor(0.5 ** (age / 400) * WHOLE + 0.5))
    const sum = events.reduce((total, _, index) => total + 9999n * share(index % 400), 0n)
    expect(await pointsOf(rule, events)).toBe(Number((sum * 2n + BigInt(WHOLE)) / (2n * BigInt(WHOLE))))
  })

  it('is not judged without event files: its score is then not known', async () => {
    const rules = oneRule(
      '{ id: r, event: call, points: 1 }, { id: q, event: any, points: -5, last: { older_than: 5d } }',
    )
    const files = { 'leads.csv': 'id\n1\n' }
    const { leads, summary } = await scoreEvents(rules, files, { events: [] })
    expect(leads[0]).toMatchObject({ leadq: { score: null, scores: { s: null } } })
    expect(summary.scores.s).toMatchObject({ known: false })
    const beside = oneRule('{ id: r, event: call, points: 1 }, { id: q, when: { id: { known: true } }, points: 2 }')
    const known = await scoreEvents(beside, files, { events: [] })
    expect(known.leads[0]).toMatchObject({ leadq: { score: 2 } })
  })
})

describe('the limit of events', () => {
  /** The definition of `limit`, event by event: newest first, fewer than N counted ones less than X days after it. */
  function naive(days: readonly number[], most: number, span: number | undefined): number[] {
    const counted: number[] = []
    for (const day of days) {
      const after = counted.filter(other => other >= day && (span === undefined || other - day < span))
      if (after.length < most) counted.push(day)
    }
    return counted
  }

  it('is the greedy one from the newest on', () => {
    const days = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 60 }).map(all => all.sort((a, b) => b - a))
    const span = fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined })
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 5 }), span, (all, most, size) => {
        const counts = countLimit(size === undefined ? { most } : { most, days: size })
        expect(all.filter(counts)).toEqual(naive(all, most, size))
      }),
      runs(2_000),
    )
  })

  it('holds in a whole run: limit, distinct, within, after and fade together', async () => {
    const drawn = fc.record({
      events: fc.array(
        fc.record({
          age: fc.integer({ min: -3, max: 50 }),
          page: fc.constantFrom('', '/a', '/b', '/c'),
          name: fc.constantFrom('page_view', 'call'),
          lead: fc.constantFrom('1', '2'),
        }),
        { maxLength: 40 },
      ),
      most: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
      span: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
      within: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
      distinct: fc.boolean(),
      after: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
      half: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
      points: fc.integer({ min: -20, max: 20 }).filter(points => points !== 0),
    })
    await fc.assert(
      fc.asyncProperty(drawn, async ({ events, most, span, within, distinct, after, half, points }) => {
        const limit = most === undefined ? '' : `limit: ${most}${span === undefined ? '' : ` per ${span}d`},`
        const keys = [
          limit,
          within === undefined ? '' : `within: ${within}d,`,
          distinct ? 'distinct: page,' : '',
          half === undefined ? '' : `fade: { half_life: ${half}d },`,
        ].join(' ')
        const rules = oneRule(`{ id: r, event: page_view, ${keys} points: ${points} }`, 'after: consent_date,')
        const consent = after === undefined ? '' : printDay(AS_OF - after)
        const { leads } = await scoreEvents(rules, {
          'leads.csv': csv([
            ['id', 'consent_date'],
            ['1', consent],
            ['2', ''],
          ]),
          'events.csv': csv([
            ['lead', 'event', 'time', 'page'],
            ...events.map(({ lead, name, age, page }) => [lead, name, printDay(AS_OF - age), page]),
          ]),
        })
        for (const [index, lead] of ['1', '2'].entries()) {
          const own = events
            .map((each, order) => ({ ...each, order }))
            .filter(each => each.lead === lead && each.name === 'page_view' && each.age >= 0)
            .sort((a, b) => a.age - b.age || b.order - a.order)
          const counted: typeof own = []
          for (const each of own) {
            if (within !== undefined && each.age > within) continue
            if (lead === '1' && after !== undefined && each.age > after) continue
            if (distinct && (each.page === '' || counted.some(({ page }) => page === each.page))) continue
            const near = counted.filter(({ age }) => span === undefined || each.age - age < span)
            if (most !== undefined && near.length >= most) continue
            counted.push(each)
          }
          const share = (age: number) =>
            half === undefined ? BigInt(WHOLE) : BigInt(Math.floor(0.5 ** (age / half) * WHOLE + 0.5))
          const sum = counted.reduce((total, { age }) => total + BigInt(points) * share(age), 0n)
          // Half up: floor(x + 1/2), for negatives too.
          const doubled = 2n * sum + BigInt(WHOLE)
          const unit = 2n * BigInt(WHOLE)
          const rounded = doubled >= 0n ? doubled / unit : -((-doubled + unit - 1n) / unit)
          expect(leads[index]).toMatchObject({ leadq: { score: Number(rounded) } })
        }
      }),
      runs(100),
    )
  })
})

describe('events that a machine made', () => {
  const kind = (name: string, part: 'sending' | 'reaction' | 'other', timed = true) => ({
    name,
    part,
    timed,
    worth: [],
  })
  const at = (seconds: number, of: ReturnType<typeof kind>) => ({ day: 0, at: seconds * 1000, kind: of, marks: [] })
  const [sent, click, view] = [kind('sent', 'sending'), kind('click', 'reaction'), kind('view', 'other')]

  it('are reactions within seconds of sending', () => {
    const events = [
      at(0, sent),
      at(3, click),
      at(5, click),
      at(6, click),
      at(600, sent),
      at(599, click),
      at(604, click),
    ]
    expect([...isBotTraffic(events, { ownDomains: [], afterSending: 5 })]).toEqual([1, 2, 6])
  })

  it('but not what happened on a page, nor before, nor without a time of day', () => {
    const events = [at(10, sent), at(11, view), at(9, click), at(12, kind('click', 'reaction', false))]
    expect([...isBotTraffic(events, { ownDomains: [], afterSending: 5 })]).toEqual([])
  })

  it('are too many of one name within a minute, all of them', () => {
    const events = [0, 10, 20, 30, 200].map(seconds => at(seconds, view))
    expect([...isBotTraffic(events, { ownDomains: [], perMinute: 3 })]).toEqual([0, 1, 2, 3])
    expect([...isBotTraffic(events, { ownDomains: [], perMinute: 4 })]).toEqual([])
  })

  it('a minute is less than sixty seconds from the first to the last', () => {
    expect([...isBotTraffic([at(0, view), at(60, view)], { ownDomains: [], perMinute: 1 })]).toEqual([])
    expect([...isBotTraffic([at(0, view), at(59.9, view)], { ownDomains: [], perMinute: 1 })]).toEqual([0, 1])
  })

  it('names are counted each for itself', () => {
    const events = [at(0, view), at(1, click), at(2, view), at(3, click)]
    expect([...isBotTraffic(events, { ownDomains: [], perMinute: 2 })]).toEqual([])
  })

  it('every event that lies in such a minute, and no other', () => {
    const times = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 40 })
    fc.assert(
      fc.property(times, fc.integer({ min: 1, max: 6 }), (seconds, most) => {
        const events = seconds.map(second => at(second, view))
        const naive = seconds.flatMap((second, index) => {
          const isFlooded = seconds.some(start => {
            const inside = seconds.filter(other => other >= start && other - start < 60)
            return inside.length > most && second >= start && second - start < 60
          })
          return isFlooded ? [index] : []
        })
        expect([...isBotTraffic(events, { ownDomains: [], perMinute: most })].sort((a, b) => a - b)).toEqual(naive)
      }),
    )
  })
})

describe('moments', () => {
  const berlin = zoneOf('Europe/Berlin')
  it.each<[text: string, iso: string, timed: boolean]>([
    ['2026-03-02T10:15:00Z', '2026-03-02T10:15:00.000Z', true],
    ['2026-03-02T10:15:00', '2026-03-02T09:15:00.000Z', true],
    ['2026-03-02 10:15:00', '2026-03-02T09:15:00.000Z', true],
    ['2026-03-02T10:15:00.123456Z', '2026-03-02T10:15:00.123Z', true],
    ['2024-01-23T02:46:47.000+0000', '2024-01-23T02:46:47.000Z', true],
    ['2019-03-29 07:24:17 UTC', '2019-03-29T07:24:17.000Z', true],
    ['2026-07-02 10:15', '2026-07-02T08:15:00.000Z', true],
    ['02.03.2026 10:15', '2026-03-02T09:15:00.000Z', true],
    ['3/2/26 2:18 PM', '2026-03-02T13:18:00.000Z', true],
    ['3/2/26 12:18 AM', '2026-03-01T23:18:00.000Z', true],
    ['2026-03-02', '2026-03-01T23:00:00.000Z', false],
    ['20260302', '2026-03-01T23:00:00.000Z', false],
    ['1617691790', '2021-04-06T06:49:50.000Z', true],
    ['1617691790.4314', '2021-04-06T06:49:50.431Z', true],
    ['1617691790431', '2021-04-06T06:49:50.431Z', true],
    ['1617691790431476', '2021-04-06T06:49:50.431Z', true],
  ])('%s', (text, iso, timed) => {
    const moment = readMoment(text, { order: 'mdy' }, berlin)
    expect(moment && new Date(moment.at).toISOString()).toBe(iso)
    expect(moment?.timed).toBe(timed)
  })

  it('have the day of the zone', () => {
    expect(readMoment('2026-03-01T23:30:00Z', { order: 'iso' }, berlin)?.day).toBe(AS_OF)
    const zones = namedZones(['2026-03-01 18:30 America/New_York'])
    const there = readMoment('2026-03-01 18:30 America/New_York', { order: 'mdy', zones }, berlin)
    expect(there).toEqual(readMoment('2026-03-01T23:30:00Z', { order: 'mdy' }, berlin))
    expect(readMoment('2026-03-01T23:30:00Z', { order: 'iso' }, UTC)?.day).toBe(AS_OF - 1)
  })

  it.each([
    '',
    'gestern',
    '2026-13-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2026-03-02T24:00:00Z',
    '2x26-03-02T10:00:00Z',
  ])('not %s', text => {
    expect(readMoment(text, { order: 'iso' }, UTC)).toBeUndefined()
  })
})

describe('keys of leads', () => {
  it.each([
    ['Anna@Acme.example.com', 'anna@acme.example.com'],
    [' L-17 ', 'l-17'],
    ['00QEc00000BBafDMAT', '00QEc00000BBafD'],
    ['00QEc00000BBafD', '00QEc00000BBafD'],
    ['00qec00000bbafdmat', '00QEc00000BBafD'],
    ['00Qec00000bbafd', '00Qec00000bbafd'],
    ['003123456789012345', '003123456789012345'],
  ])('%s', (text, key) => {
    expect(leadKey(text)).toBe(key)
  })
})
