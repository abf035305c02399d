import { isFilled } from '../../engine/completeness.ts'
import type { Lead } from '../../engine/lead.ts'
import type { Batch, Row } from '../../io/records.ts'
import { type Comparing, createComparing, type Moved, type Pair, type PassInput, type PassResult } from './comparing.ts'
import { readAlike, type Side } from './side.ts'

/** Reads the leads once, judges each by both rulebooks, and finds the causes for those that moved. */
export async function comparePass(batches: AsyncIterable<Batch>, input: PassInput): Promise<PassResult> {
  const { base, head } = input
  const comparing = createComparing(input)
  const share = input.alikeAround && readAlike(base.binding, head.binding)
  for await (const batch of batches) {
    const { rows } = batch
    comparing.skip(batch)
    const before = await base.read(rows)
    const after = share ? before : await head.read(rows)
    const moved = rows.flatMap((row, index) => {
      const found = take(row, before[index], after[index], input, comparing)
      return found === undefined ? [] : [{ ...found, index }]
    })
    await comparing.settle({ rows, before, after }, moved)
  }
  return comparing.result()
}

function take(
  row: Row,
  before: Lead | undefined,
  after: Lead | undefined,
  { base, head }: PassInput,
  comparing: Comparing,
): Moved | undefined {
  const pair = pairOf(before, after, base, head)
  const has = (slot: number) => isFilled(after?.readings[slot]?.state)
  return comparing.take(pair, has, () => row)
}

function pairOf(before: Lead | undefined, after: Lead | undefined, base: Side, head: Side): Pair {
  return [before && base.judge(before), after && head.judge(after)]
}
