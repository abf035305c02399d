import { describe, expect, it } from 'vitest'
import { bindEvents } from '../src/io/bind/bind-events.ts'
import { EVENT_FIELDS } from '../src/ir/catalogue/event-fields.ts'
import { EVENT_SOURCES } from '../src/ir/catalogue/event-sources.ts'
import { SIGNALS } from '../src/ir/catalogue/signals.ts'
import { eventKey } from '../src/ir/plan/events.ts'
import { fieldsOf } from '../src/ir/plan/expr.ts'
import { headingKey } from '../src/ir/values/heading.ts'
import { planOf } from './support/plans.ts'

/** The catalogue of event files. */

describe('the signals', () => {
  it('no name means two of them in a file of unknown origin', () => {
    const meanings = new Map<string, string[]>()
    for (const [name, signal] of Object.entries(SIGNALS)) {
      for (const each of new Set([name, ...signal.names].map(eventKey))) {
        meanings.set(each, [...(meanings.get(each) ?? []), name])
      }
    }
    expect([...meanings].filter(([, names]) => names.length > 1)).toEqual([])
  })

  it('wider ones are there', () => {
    const wider = Object.values(SIGNALS).flatMap(signal => ('within' in signal ? [signal.within] : []))
    expect(wider.filter(name => !Object.hasOwn(SIGNALS, name))).toEqual([])
  })
})

describe('the event files of systems', () => {
  it.each(EVENT_SOURCES.map(source => [source.title, source] as const))('%s', (_, source) => {
    const { columns, signals, signatures, unless } = source
    const known = new Set(Object.values(columns).flat().map(headingKey))
    // A file recognised by its headings must have the lead, the time and the event.
    for (const signature of signatures) expect(signature.length).toBeGreaterThan(0)
    expect(columns.lead?.length).toBeGreaterThan(0)
    expect(columns.time?.length).toBeGreaterThan(0)
    expect(columns.event?.length ?? source.name?.length).toBeGreaterThan(0)
    for (const { signal } of signals) if (typeof signal === 'string') expect(Object.keys(SIGNALS)).toContain(signal)
    const asked = [...signals.map(({ where }) => where), unless].flatMap(fieldsOf)
    for (const field of asked) expect([...Object.keys(columns), ...Object.keys(EVENT_FIELDS)]).toContain(field)
    expect(known.size).toBeGreaterThan(2)
  })

  it('are told apart', () => {
    const owners = new Map<string, Set<string>>()
    for (const { title, signatures } of EVENT_SOURCES) {
      for (const signature of signatures) {
        const key = signature.map(headingKey).sort().join(' ')
        owners.set(key, (owners.get(key) ?? new Set()).add(title))
      }
    }
    expect([...owners.values()].filter(({ size }) => size > 1)).toEqual([])
  })
})

describe('columns of event files', () => {
  const RULES =
    'leadq: 1\nscores: { s: { rules: [{ id: r, event: any, of: value, points_from: { 1: 1 }, where: { page: x } }] } }'
  const bind = (headings: readonly string[], rows: readonly (readonly string[])[] = [], rules = RULES) =>
    bindEvents(planOf(rules), { name: 'e.csv', headings, rows, delimiter: ',' })
  const columnOf = (field: string, headings: readonly string[], rules = RULES) =>
    bind(headings, [], rules).source.fields.find(({ name }) => name === field)?.columns

  it.each<[why: string, headings: string[], keys: number[]]>([
    ['by the usual name', ['event', 'time', 'lead'], [2]],
    ['every one that there is, the best first', ['email', 'event', 'time', 'user_id'], [3, 0]],
    ['the id of a row is that of the event, if anything else is there', ['id', 'event', 'time', 'email'], [3]],
    ['or else that of the lead', ['id', 'event', 'time'], [0]],
    ['in German', ['Kontakt-ID', 'Ereignis', 'Zeitpunkt'], [0]],
    ['in French', ['Adresse e-mail', 'Événement', 'Date'], [0]],
    ['of a tracker', ['event_name', 'collector_tstamp', 'user_id'], [2]],
  ])('the lead: %s', (_, headings, keys) => {
    expect(bind(headings).source.keys).toEqual(keys)
  })

  it('an activity type alone is no sign of Pipedrive', () => {
    expect(bind(['Activity type', 'Activity date', 'Contact email', 'Title']).system).toBeUndefined()
  })

  it('the lead: by what the rulebook says, and by what it joins', () => {
    const said = `${RULES}\nevents: { fields: { lead: { from: [b, a] } } }`
    expect(bind(['a', 'b', 'email', 'event', 'time'], [], said).source.keys).toEqual([1, 0])
    const joined = `${RULES}\nfields: { shop: { from: Shop Number } }\nevents: { join: [shop] }`
    expect(bind(['Shop Number', 'email', 'event', 'time'], [], joined).source.keys).toEqual([1, 0])
  })

  it.each<[why: string, field: string, headings: string[], columns: number[]]>([
    ['one of the usual headings', 'page', ['lead', 'event', 'time', 'URL'], [3]],
    ['the best of them only', 'time', ['lead', 'event', 'Date', 'Timestamp'], [3]],
    ['inside of a wrapper', 'page', ['lead', 'event', 'time', 'properties.page'], [3]],
    ['outside rather than inside', 'value', ['lead', 'event', 'time', 'properties.value', 'value'], [4]],
    [
      'all that a system has, the first filled one counts',
      'time',
      ['person_id', 'type', 'due_date', 'marked_as_done_time'],
      [3, 2],
    ],
    ['or none', 'page', ['lead', 'event', 'time'], []],
  ])('%s', (_, field, headings, columns) => {
    expect(columnOf(field, headings)).toEqual(columns)
  })

  it('members of JSON in a cell are columns, those that somebody reads', () => {
    const rows = [
      ['1', 'page_view', '2026-03-01', '{"page":"/a","plan":"pro","deep":{"value":"7"}}'],
      ['1', 'page_view', '2026-03-01', '[{"name":"page","value":"/b"}]'],
    ]
    const { source } = bind(['lead', 'event', 'time', 'details'], rows)
    expect(source.members).toEqual([{ column: 3, key: 'page' }])
    expect(source.fields.find(({ name }) => name === 'page')?.columns).toEqual([4])
  })

  it('days and months are told apart for the times of a file', () => {
    const order = (...times: string[]) =>
      bind(
        ['lead', 'event', 'time'],
        times.map(time => ['1', 'call', time]),
      ).source.fields.find(({ name }) => name === 'time')?.date.order
    expect(order('3/4/2026', '13/4/2026')).toBe('dmy')
    expect(order('3/4/2026', '3/14/2026')).toBe('mdy')
  })

  it('a bound event file is plain JSON', () => {
    const { source } = bind(['prospect_id', 'type', 'type_name', 'created_at', 'details'], [])
    expect(JSON.parse(JSON.stringify(source))).toEqual(source)
  })

  it.each([['lead,event'], ['event,time'], ['lead,time']])('%s are no events', headings => {
    expect(() => bind(headings.split(','))).toThrow(/is not read as an event file/)
  })

  it('a file in which nothing says what happened can be said to be of one kind', () => {
    const rules = `${RULES}\nevents: { fields: { event: { empty: page_view } } }`
    expect(bind(['lead', 'time', 'page'], [], rules).source.fields[0]).toMatchObject({
      name: 'event',
      empty: 'page_view',
    })
  })
})
