import { openCsv } from './csv.ts'
import { SAMPLE } from './csv-sniff.ts'
import { peek } from './peek.ts'
import type { Format, Input } from './records.ts'
import { openText } from './text.ts'

export interface ReadOptions {
  /** What diagnostics call the input. */
  readonly name: string
  /** Not to be found by looking. */
  readonly format?: Format
}

/** Opens an input: finds out what it is, and gives its records in batches. Closes `bytes` if that fails. */
export async function openInput(bytes: AsyncIterable<Uint8Array>, options: ReadOptions): Promise<Input> {
  const source = bytes[Symbol.asyncIterator]()
  try {
    return await open({ [Symbol.asyncIterator]: () => source }, options)
  } catch (error) {
    await source.return?.()
    throw error
  }
}

async function open(bytes: AsyncIterable<Uint8Array>, options: ReadOptions): Promise<Input> {
  const { name, format } = options
  const text = await openText(bytes, name)
  const { first, rest } = await peek(text.pieces, SAMPLE)
  const sample = first.join('')
  const records = await openCsv(
    { name, sample, isWhole: sample.length < SAMPLE, rest },
    format === 'tsv' ? '\t' : undefined,
  )
  const { compressed, bom, decoder } = text
  return {
    ...records,
    compressed,
    bom,
    encoding: () => decoder.encoding(),
    diagnostics: () => [...decoder.diagnostics(), ...records.diagnostics()],
  }
}
