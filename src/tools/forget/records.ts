const [QUOTE, LF] = [0x22, 0x0a]

/** Cuts text that leadq has written into records with their line ends. `quotes`: a line end inside quotes ends none. */
export async function* rawRecords(content: AsyncIterable<Uint8Array>, quotes: boolean): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = []
  let isQuoted = false
  for await (const chunk of content) {
    const bytes = Buffer.from(chunk)
    let from = 0
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at]
      if (byte === QUOTE && quotes) isQuoted = !isQuoted
      if (byte !== LF || isQuoted) continue
      yield Buffer.concat([...waiting, bytes.subarray(from, at + 1)])
      waiting = []
      from = at + 1
    }
    if (from < bytes.length) waiting.push(bytes.subarray(from))
  }
  if (waiting.length > 0) yield Buffer.concat(waiting)
}

/** The cells of a record of delimited text. */
export function cellsOf(record: string, delimiter: string): string[] {
  const text = record.replace(/\r?\n$/, '')
  const cells: string[] = []
  let [cell, isQuoted] = ['', false]
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    if (sign === '"' && isQuoted && text[at + 1] === '"') {
      cell += sign
      at += 1
    } else if (sign === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted
    else if (sign === delimiter && !isQuoted) {
      cells.push(cell)
      cell = ''
    } else cell += sign
  }
  return [...cells, cell]
}

const DELIMITERS = [',', ';', '\t', '|'] as const

/** The delimiter of a header: the sign that stands most often in it. */
export function delimiterOf(header: string): string {
  const counts = DELIMITERS.map(sign => header.split(sign).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}
