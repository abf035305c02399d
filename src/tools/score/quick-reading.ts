import type { TakeLead } from '../../fast/verdicts.ts'
import type { QuickReading, SharedEvent } from '../../leads/quick.ts'
import { isOneByte } from './one-byte.ts'
import { readPlain } from './read-records.ts'

/** Records from which on it is quicker. */
const WORTHWHILE = 5_000

/** Reads leads and events by what they have in common, where their cells are all that is known of them. Small files do without it. */
export function quickReading(verify: number | undefined): QuickReading {
  return {
    async leads(opened, bound, job) {
      const { input, join, remembered, inside, name, sample } = opened
      const isAlone = join === undefined && remembered === undefined && inside.length === 0
      if (!isAlone || !isWorthwhile(sample.rows.length, verify)) return false
      const { createFastVerdicts } = await import('../../fast/verdicts.ts')
      const { createLeadNumbers } = await import('../../fast/survey/lead-numbers.ts')
      const { asOf, isJudged, columns, take, numbers: by, settle } = job
      const verdicts = createFastVerdicts({
        bounds: isJudged ? [bound] : [],
        asOf,
        format: input.format,
        headings: input.headings,
        inputDelimiter: delimiterOf(input),
        name,
        verify,
        wanted: [],
      })
      const { cells, memory } = verdicts
      const tables = by?.tables()
      const numbers = by && tables && createLeadNumbers(by.bound, tables, by.label, cells, memory)
      const takeLead: TakeLead = (_, line, scored, record) => {
        const points = () => scored(0)
        const place = record.place()
        if (numbers === undefined || by?.tables() === undefined || place < 0) take(record.texts(columns), line, points)
        else by.take(numbers.of(place), line, points)
      }
      const items = readPlain(input, opened.mixed, verdicts)
      if (items === undefined) return false
      for await (const item of items) {
        if (item === 'plain') verdicts.judgeCut(takeLead)
        else verdicts.judgeRows(item.rows, takeLead)
        await settle()
      }
      return true
    },
    async keys(opened, bound, { key, take }) {
      const { input, join, remembered, inside, name, sample } = opened
      const isAlone = join === undefined && remembered === undefined && inside.length === 0
      const hasLists = bound.fields.some(field => key.includes(field.name) && field.type === 'list')
      if (!isAlone || hasLists || !isWorthwhile(sample.rows.length, verify)) return false
      const { createPastLeads } = await import('../../fast/past-leads.ts')
      const { format, headings } = input
      const written = { format, headings, delimiter: delimiterOf(input), name }
      const leads = createPastLeads({ ...written, bound, key, fields: [], numberOf: () => 0 })
      const items = readPlain(input, opened.mixed, leads)
      if (items === undefined) return false
      for await (const item of items) {
        if (item === 'plain') leads.giveCut(take)
        else leads.giveRows(item.rows, take)
      }
      return true
    },
    async events({ input, name, sample }, { columns = [], share, take, settle }) {
      if (!isWorthwhile(sample.rows.length, verify)) return false
      const { createFastRecords } = await import('../../fast/input/records.ts')
      const records = createFastRecords<SharedEvent | undefined>({
        format: input.format,
        headings: input.headings,
        delimiter: delimiterOf(input),
        name,
        columns,
        workOut: cells => (columns.length === 0 ? undefined : share(cells)),
      })
      const items = readPlain(input, sample.mixed, records)
      if (items === undefined) return false
      for await (const item of items) {
        if (item === 'plain') records.giveCut(take)
        else records.giveRows(item.rows, take)
        await settle(item === 'plain' ? NOTHING : item)
      }
      return true
    },
    async previous({ input, name, sample }, bound, { key, fields, numberOf, take }) {
      if (!isWorthwhile(sample.rows.length, verify)) return false
      const { createPastLeads } = await import('../../fast/past-leads.ts')
      const { format, headings } = input
      const delimiter = delimiterOf(input)
      const leads = createPastLeads({ bound, format, headings, delimiter, name, key, fields, numberOf })
      const items = readPlain(input, sample.mixed, leads)
      if (items === undefined) return false
      for await (const item of items) {
        if (item === 'plain') leads.giveCut(take)
        else leads.giveRows(item.rows, take)
      }
      return true
    },
  }
}

const NOTHING = { rejects: [], leftOut: {} }

function isWorthwhile(records: number, verify: number | undefined): boolean {
  return records >= WORTHWHILE || verify !== undefined
}

function delimiterOf({ delimiter }: { readonly delimiter?: string }): string {
  return isOneByte(delimiter) ? delimiter : ','
}
