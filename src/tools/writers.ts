import { diagnose } from '../base/diagnostic.ts'
import { Refusal } from '../base/refusal.ts'
import type { Host, Sink } from './host.ts'

/** The outer parts of an output, around its leads. */
export interface Frame {
  readonly head: string
  readonly joint: string
  readonly tail: string
  /** The input whose leads these are, for messages. */
  readonly input: string
}

/** All outputs of a run: they appear together at the end, or not at all. */
export interface Writers {
  /** An output by its path; a second one of the same path goes on where the first one stopped. */
  open(path: string, own: boolean, frame: Frame): Promise<Writer>
  commit(): Promise<void>
  discard(): Promise<void>
  written(): readonly string[]
}

export interface Writer {
  write(texts: readonly string[]): Promise<void>
  /** How many leads went into it. */
  count(): number
}

interface Opened extends Writer {
  readonly path: string
  readonly frame: Frame
  readonly sink: Sink
}

export function createWriters(host: Pick<Host, 'create'>): Writers {
  const opened = new Map<string, Opened>()
  return {
    async open(path, own, frame) {
      const known = opened.get(path)
      if (known !== undefined) return joined(known, frame)
      const writer = await openWriter(path, frame, await host.create(path, own))
      opened.set(path, writer)
      return writer
    },
    async commit() {
      for (const { sink, frame } of opened.values()) {
        await sink.write(frame.tail)
      }
      for (const { sink } of opened.values()) await sink.commit()
    },
    async discard() {
      for (const { sink } of opened.values()) await sink.discard()
    },
    written: () => [...opened.keys()],
  }
}

async function openWriter(path: string, frame: Frame, sink: Sink): Promise<Opened> {
  let leads = 0
  await sink.write(frame.head)
  return {
    path,
    frame,
    sink,
    count: () => leads,
    async write(texts) {
      if (texts.length === 0) return
      await sink.write((leads > 0 ? frame.joint : '') + texts.join(frame.joint))
      leads += texts.length
    },
  }
}

function joined(writer: Opened, { head, input }: Frame): Writer {
  if (writer.frame.head === head) return writer
  const message = `${input} cannot be joined in ${writer.path}: its header is not that of ${writer.frame.input}`
  throw new Refusal(
    diagnose('file/headers-differ', message, { hint: 'give `-o` a folder: each input gets its own file' }),
    'data',
  )
}
