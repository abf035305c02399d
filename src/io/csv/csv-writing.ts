/** How delimited text is written. */
export interface Writing {
  /** One character or several. */
  readonly delimiter: string
  /** Delimiters in a row count as one: columns aligned with blanks. */
  readonly runs: boolean
  readonly quote: '"' | "'"
  /** A quote inside quotes is written `\"`. */
  readonly backslash: boolean
  /** Blanks may stand between a delimiter and a quote; those around a cell are no part of it. */
  readonly padded: boolean
  /** Lines begin and end with the delimiter. */
  readonly edges: boolean
  /** Lines stand in quotes as a whole, and the quotes of their cells are doubled. */
  readonly wrapped: boolean
}

/** RFC 4180, the standard. */
export function plainWriting(delimiter: string): Writing {
  return { delimiter, runs: false, quote: '"', backslash: false, padded: false, edges: false, wrapped: false }
}

export function isPlain({ delimiter, runs, quote, backslash, padded, edges, wrapped }: Writing): boolean {
  return delimiter.length === 1 && !runs && quote === '"' && !backslash && !padded && !edges && !wrapped
}

/** The delimiter for writing such a text again. */
export function outputDelimiter({ delimiter, runs }: Writing): string {
  if (runs) return ','
  return (
    [...delimiter].find(char => ',;\t|'.includes(char)) ??
    (delimiter.length === 1 && delimiter !== ' ' ? delimiter : ',')
  )
}

/** Describes what is unusual about a writing; empty for a plain one. */
export function describeWriting({ delimiter, runs, quote, backslash, padded, edges, wrapped }: Writing): string[] {
  return [
    ...(runs ? ['columns separated by blanks'] : []),
    ...(!runs && (delimiter.length > 1 || delimiter === ' ') ? [`delimiter \`${shown(delimiter)}\``] : []),
    ...(wrapped ? ['whole lines in quotes'] : []),
    ...(quote === "'" ? ['single quotes around cells'] : []),
    ...(backslash ? ['quotes written as \\"'] : []),
    ...(edges ? ['lines that begin and end with the delimiter'] : []),
    ...(padded && !edges && !runs ? ['blanks around quotes'] : []),
  ]
}

function shown(delimiter: string): string {
  return delimiter.replaceAll('\t', '\\t')
}
