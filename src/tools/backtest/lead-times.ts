import { compileCoercion } from '../../engine/coerce.ts'
import type { Lead } from '../../engine/lead.ts'
import type { From } from '../../io/bind/sampled-columns.ts'
import { PREFIX } from '../../ir/plan/columns.ts'
import { bindTo, type OpenedInput } from '../../leads/open.ts'
import { orderField } from '../../learn/columns/order-field.ts'
import { AUTO_LOCALE, planOfFields } from '../../learn/columns/plan-of-fields.ts'

/** Columns that say when a lead came in and when it was won, as they were asked for. */
export interface TimesRequest {
  readonly date?: string | undefined
  readonly asOfColumn?: string | undefined
  readonly from?: From | undefined
}

/** When leads came in and were won, and the CRM's own score. */
export interface LeadTimes {
  /** The column that gives the order of the leads. */
  readonly order: { readonly column: string; readonly isDay: boolean } | undefined
  readonly asOf: { readonly column: string } | undefined
  /** The CRM's own score. */
  readonly crmScore: { readonly column: string } | undefined
  /** The columns that are read. */
  readonly columns: readonly number[]
  read(cells: readonly string[]): Times
}

export interface Times {
  readonly order: number
  readonly asOf: number | undefined
  /** Days from coming in to being won. */
  readonly days: number
  readonly crmScore: number
}

/** Fields with the date a lead came in, best first, and those with the date it was won. */
const CREATED = ['created_date', 'signup_date'] as const
const WON_ON = 'converted_date'
const CRM_SCORE = 'crm_score'

/** Binds these columns: those that were named, and the fields that leadq knows. */
export function bindTimes(request: TimesRequest, opened: OpenedInput): LeadTimes {
  const { sample } = opened
  const named = [
    ...(request.date === undefined ? [] : [orderField(request.date, '--date', sample, sample.delimiter)]),
    ...(request.asOfColumn === undefined
      ? []
      : [orderField(request.asOfColumn, '--as-of-column', sample, sample.delimiter)]),
  ]
  const plan = planOfFields([...named.map(({ name }) => name), ...CREATED, WON_ON, CRM_SCORE], named, AUTO_LOCALE)
  const { binding } = bindTo(opened, plan, { ...request, prefix: PREFIX }, { companies: undefined, events: undefined })
  const { fields } = binding.bound
  const slotOf = (name: string) => fields.findIndex(field => field.name === name && field.columns.length > 0)
  const columnOf = (slot: number) => sample.headings[fields[slot]?.columns[0] ?? -1] ?? ''
  const known = CREATED.map(slotOf).find(slot => slot >= 0) ?? -1
  const [date, asOf] = [slotOf('date column'), slotOf('as-of-column column')]
  const order = date >= 0 ? date : asOf >= 0 ? asOf : known
  const created = [date, asOf, known].find(slot => fields[slot]?.type === 'date') ?? -1
  const [wonOn, crmScore] = [slotOf(WON_ON), slotOf(CRM_SCORE)]
  const coerce = compileCoercion(binding.bound)
  return {
    order: order < 0 ? undefined : { column: columnOf(order), isDay: fields[order]?.type === 'date' },
    asOf: asOf < 0 ? undefined : { column: columnOf(asOf) },
    crmScore: crmScore < 0 ? undefined : { column: columnOf(crmScore) },
    columns: fields.flatMap(field => field.columns),
    read(cells) {
      const lead = coerce(cells)
      const [start, end] = [numberIn(lead, created), numberIn(lead, wonOn)]
      const day = numberIn(lead, asOf)
      return {
        order: numberIn(lead, order),
        asOf: Number.isNaN(day) ? undefined : day,
        days: end >= start ? end - start : Number.NaN,
        crmScore: numberIn(lead, crmScore),
      }
    },
  }
}

function numberIn({ readings }: Lead, slot: number): number {
  const value = readings[slot]?.value
  return typeof value === 'number' ? value : Number.NaN
}
