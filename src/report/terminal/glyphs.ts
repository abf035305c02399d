/** Drawing characters, with ASCII alternatives. */
export interface Glyphs {
  /** The last column of a bar, thinnest first; the last one fills it. */
  readonly bar: readonly string[]
  /** Points taken away in a waterfall; also distinguishable without colour. */
  readonly loss: string
  /** Heights of a sparkline, lowest first. */
  readonly spark: readonly string[]
  /** The line under the headings of a table. */
  readonly rule: string
  readonly ellipsis: string
  /** Between things on one line. */
  readonly dot: string
  readonly holds: string
  readonly fails: string
  readonly unknown: string
}

export const UNICODE: Glyphs = {
  bar: ['▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'],
  loss: '░',
  spark: ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
  rule: '─',
  ellipsis: '…',
  dot: ' · ',
  holds: '✓',
  fails: '✗',
  unknown: '?',
}

export const ASCII: Glyphs = {
  bar: ['#'],
  loss: '-',
  spark: ['_', '.', ':', '-', '=', '+', '*', '#'],
  rule: '-',
  ellipsis: '...',
  dot: ', ',
  holds: '+',
  fails: 'x',
  unknown: '?',
}
