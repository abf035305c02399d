import { NO_STAGE } from '../fast/output/sending.ts'
import type { InputSummary } from '../ir/results/summary.ts'
import type { Item } from './order.ts'
import type { Outputs } from './outputs.ts'
import type { Frame, Writer, Writers } from './writers.ts'

export interface StageWriter {
  write(items: readonly Item[]): Promise<void>
  /** Writes leads that are bytes already, all of them together and by stage. */
  append(rendered: Rendered): Promise<void>
  outputs(): InputSummary['outputs']
}

export interface Rendered extends Bytes {
  readonly stages: ReadonlyMap<string, { readonly parts: readonly Uint8Array[]; readonly leads: number }>
  /** Or the leads one by one. */
  readonly items: readonly Item[]
}

interface Bytes {
  /** Good until the call is over. */
  readonly bytes: Uint8Array
  readonly leads: number
}

/** Writes leads into the one annotated file, and with `split` into one file per stage too. */
export async function createStageWriter(
  outputs: Outputs,
  frame: Frame,
  split: boolean,
  writers: Writers,
): Promise<StageWriter> {
  const before = new Map<string, { readonly writer: Writer; readonly leads: number }>()
  const joint = Buffer.from(frame.joint)
  const open = async (path: string) => {
    const known = before.get(path)
    if (known !== undefined) return known.writer
    const writer = await writers.open(path, frame)
    before.set(path, { writer, leads: writer.count() })
    return writer
  }
  const main = await open(outputs.scored)
  return {
    async write(items) {
      await main.write(items.map(({ text }) => text))
      if (!split) return
      for (const [stage, texts] of byStage(items.filter(item => item.stage !== NO_STAGE))) {
        await (await open(outputs.ofStage(stage))).write(texts)
      }
    },
    async append({ bytes, leads, stages }) {
      await main.appendBytes(bytes, leads)
      if (!split) return
      for (const [stage, { parts, leads: ofStage }] of stages) {
        await (await open(outputs.ofStage(stage))).appendBytes(together(parts, joint), ofStage)
      }
    },
    outputs: () => [...before].map(([path, { writer, leads }]) => ({ path, leads: writer.count() - leads })),
  }
}

function together(parts: readonly Uint8Array[], joint: Uint8Array): Uint8Array {
  if (joint.length === 0) return Buffer.concat(parts)
  return Buffer.concat(parts.flatMap((part, index) => (index === 0 ? [part] : [joint, part])))
}

function byStage(items: readonly Item[]): Map<string, string[]> {
  const stages = new Map<string, string[]>()
  for (const { stage, text } of items) {
    const texts = stages.get(stage)
    if (texts === undefined) stages.set(stage, [text])
    else texts.push(text)
  }
  return stages
}
