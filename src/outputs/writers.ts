import { diagnose } from '../base/diagnostic.ts'
import { Refusal } from '../base/refusal.ts'
import type { Summary } from '../ir/results/summary.ts'
import type { Change, Host, Sink } from '../leads/host.ts'
import type { Duckdb } from '../leads/parquet/duckdb.ts'
import type { ParquetColumns } from './parquet/parquet-columns.ts'
import { createParquetOutput } from './parquet/parquet-output.ts'
import { type Book, openBook } from './workbook-output.ts'

/** The outer parts of an output, around its leads. */
export interface Frame {
  readonly head: string
  readonly joint: string
  readonly tail: string
  /** The input whose leads these are, for messages. */
  readonly input: string
  /** A workbook: the head and the leads are rows as JSON. */
  readonly isBook?: boolean
  /** The leads are lines that a Parquet file is made of. */
  readonly parquet?: ParquetColumns
}

/** All outputs of a run: they appear together at the end, or not at all. */
export interface Writers {
  /** Opens an output; a second call with the same path continues it. */
  open(path: string, frame: Frame): Promise<Writer>
  /** Writes the ends of all outputs; a workbook holds the summary of the run. Gives what is left to commit. */
  end(summary?: Summary): Promise<readonly Change[]>
  discard(): Promise<void>
  written(): readonly string[]
}

export interface Writer {
  write(texts: readonly string[]): Promise<void>
  /** Appends leads that are already rendered, with their separators; the bytes are good until the call is over. */
  appendBytes(bytes: Uint8Array, leads: number): Promise<void>
  /** How many leads went into it. */
  count(): number
}

interface Opened extends Writer {
  readonly path: string
  readonly frame: Frame
  readonly sink: Sink
  /** Writes what comes after the last lead. */
  end(summary: Summary | undefined): Promise<void>
}

export function createWriters(host: Pick<Host, 'create' | 'openDuckdb'>): Writers {
  const opened = new Map<string, Opened>()
  /** One for all Parquet files. */
  let duckdb: Promise<Duckdb> | undefined
  const close = async () => {
    for (const { frame } of opened.values()) await frame.parquet?.from?.file.remove?.()
    await (await duckdb)?.close()
    duckdb = undefined
  }
  const writerOf = async (path: string, frame: Frame) => {
    if (frame.parquet !== undefined) duckdb ??= host.openDuckdb()
    const engine = await duckdb
    const sink = await host.create(path)
    if (frame.parquet !== undefined && engine !== undefined) {
      return parquetWriter(path, { ...frame, parquet: frame.parquet }, sink, engine)
    }
    return frame.isBook ? bookWriter(path, frame, sink) : textWriter(path, frame, sink)
  }
  return {
    async open(path, frame) {
      const known = opened.get(path)
      if (known !== undefined) return joined(known, frame)
      const writer = await writerOf(path, frame)
      opened.set(path, writer)
      await writer.write([])
      return writer
    },
    async end(summary) {
      for (const writer of opened.values()) await writer.end(summary)
      await close()
      return [...opened.values()].map(({ sink }) => sink)
    },
    async discard() {
      for (const { sink } of opened.values()) await sink.discard()
      await close().catch(() => {})
    },
    written: () => [...opened.keys()],
  }
}

function textWriter(path: string, frame: Frame, sink: Sink): Opened {
  let isStarted = false
  let leads = 0
  return {
    path,
    frame,
    sink,
    count: () => leads,
    async write(texts) {
      if (!isStarted) await sink.write(frame.head)
      isStarted = true
      if (texts.length === 0) return
      await sink.write((leads > 0 ? frame.joint : '') + texts.join(frame.joint))
      leads += texts.length
    },
    async appendBytes(bytes, more) {
      if (more > 0 && leads > 0 && frame.joint !== '') await sink.write(frame.joint)
      await sink.append(bytes)
      leads += more
    },
    end: () => sink.write(frame.tail),
  }
}

function bookWriter(path: string, frame: Frame, sink: Sink): Opened {
  let book: Book | undefined
  let leads = 0
  return {
    path,
    frame,
    sink,
    count: () => leads,
    async write(texts) {
      book ??= await openBook(path, frame.head, sink)
      await book.write(texts)
      leads += texts.length
    },
    appendBytes: () => Promise.reject(new TypeError('the leads of a workbook are rows')),
    end: async summary => book?.end(summary),
  }
}

function parquetWriter(
  path: string,
  frame: Frame & { readonly parquet: ParquetColumns },
  sink: Sink,
  duckdb: Duckdb,
): Opened {
  const output = createParquetOutput(frame.parquet, sink, duckdb)
  let leads = 0
  return {
    path,
    frame,
    sink,
    count: () => leads,
    async write(texts) {
      await output.write(texts.join(''))
      leads += texts.length
    },
    async appendBytes(bytes, more) {
      await output.write(bytes)
      leads += more
    },
    end: () => output.end(leads),
  }
}

function joined(writer: Opened, { head, input, parquet }: Frame): Writer {
  const hint = 'give `-o` a folder: each input gets its own file'
  if ([writer.frame.parquet, parquet].some(columns => columns?.from !== undefined)) {
    throw new Refusal(diagnose('cli/usage', 'Parquet files are not joined', { hint }), 'usage')
  }
  if (writer.frame.head === head) return writer
  const message = `${input} cannot be joined in ${writer.path}: its header is not that of ${writer.frame.input}`
  throw new Refusal(diagnose('file/headers-differ', message, { hint }), 'data')
}
