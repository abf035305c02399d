import { createFastVerdicts, type TakeLead } from '../../fast/verdicts.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import type { OpenedInput } from '../../leads/open.ts'
import { isOneByte } from '../score/one-byte.ts'
import { readRecords } from '../score/read-records.ts'
import { createComparing, type Moved, type PassInput, type PassResult } from './comparing.ts'
import { readAlike } from './side.ts'

/** Leads from which on it is quicker to judge them by what they have in common, as `score` does. */
const WORTHWHILE = 5_000

export interface FastPass {
  readonly opened: OpenedInput
  /** Both rulebooks beside the leads, without what nobody compares. */
  readonly bounds: readonly [BoundPlan, BoundPlan]
  readonly asOf: number
  /** Every so many verdicts are compared with the reference's. */
  readonly verify: number | undefined
}

export function isWorthwhile({ opened: { sample }, verify }: Pick<FastPass, 'opened' | 'verify'>): boolean {
  return sample.rows.length >= WORTHWHILE || verify !== undefined
}

/** The same as `comparePass` for leads that stand alone: both rulebooks share one scan, and judge each combination of values once. */
export async function compareFast({ opened, bounds, asOf, verify }: FastPass, input: PassInput): Promise<PassResult> {
  const { base, head } = input
  const { input: file, name } = opened
  const comparing = createComparing(input)
  const share = readAlike(base.binding, head.binding)
  const verdicts = createFastVerdicts({
    bounds,
    areAlike: share,
    asOf,
    format: file.format,
    headings: file.headings,
    inputDelimiter: isOneByte(file.delimiter) ? file.delimiter : ',',
    name,
    verify,
    wanted: [],
  })
  let moved: Moved[] = []
  const take: TakeLead = (_, __, verdictOf, record) => {
    const found = comparing.take([verdictOf(0), verdictOf(1)], slot => record.isFilled(1, slot), record.row)
    if (found !== undefined) moved.push(found)
  }
  const settle = async () => {
    const rows = moved.map(({ row }) => row)
    const before = await base.read(rows)
    const after = share ? before : await head.read(rows)
    await comparing.settle(
      { rows, before, after },
      moved.map((each, index) => ({ ...each, index })),
    )
    moved = []
  }
  for await (const item of readRecords(opened, verdicts)) {
    if (item === 'plain') verdicts.judgeCut(take)
    else {
      comparing.skip(item)
      const all = item.rows.map(({ cells }) => base.complete(cells))
      verdicts.judgeRows(item.rows, take, all)
    }
    await settle()
  }
  return comparing.result()
}
