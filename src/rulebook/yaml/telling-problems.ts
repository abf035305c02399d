import { oneLine, quote } from './node.ts'

/** A mistake as the parser describes it. */
interface ParserError {
  readonly code: string
  readonly message: string
  readonly pos: readonly [from: number, to: number]
}

/** A mistake in YAML as a person would describe it. */
export interface TellingProblem {
  readonly message: string
  readonly hint: string | undefined
  /** Offsets in the text. */
  readonly from: number
  readonly to: number
}

const HINTS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'indent with spaces, a tab has no width in YAML',
  TAG_RESOLVE_FAILED: 'remove the tag: a value takes the type of its field',
  BAD_SCALAR_START: 'put a text that begins with a special sign in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'put a text with `: ` in quotes',
  BLOCK_IN_FLOW: 'put a text with `: ` in quotes; inside `{ }` and `[ ]` a map stands in `{ }`, too',
  MISSING_CHAR: 'a quote, a comma, `}` or `]` is missing here or above',
  BAD_INDENT: 'is a `}` or `]` missing above? Keys of one map begin at the same column',
}

/** Mistakes that make the parser see further ones, which nobody made: only these are reported. */
const BREAKS_THE_REST = ['TAB_AS_INDENT', 'MISSING_CHAR', 'BAD_INDENT']

/** The problems of a text that the parser found, without those that follow from another one. */
export function tellingProblems(errors: readonly ParserError[], source: string): TellingProblem[] {
  const code = BREAKS_THE_REST.find(each => errors.some(error => error.code === each))
  const first = errors.find(error => error.code === code)
  const told = first === undefined ? errors : code === 'TAB_AS_INDENT' ? errors.filter(e => e.code === code) : [first]
  return told.map(error => {
    const [from, to] = error.pos
    const indent = error.code === 'BAD_INDENT' ? indentProblem(source, from) : undefined
    const start = from + (indent?.skip ?? 0)
    return {
      message: indent?.message ?? sentence(error.message),
      hint: indent?.hint ?? HINTS[error.code],
      from: start,
      to: Math.max(to, start + (indent?.width ?? 0)),
    }
  })
}

/** Messages of the parser that nobody understands who has not written one. */
const IN_PLAIN_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^flow map in block collection/, 'a map that begins with `{` does not end before this line'],
  [/^flow sequence in block collection/, 'a list that begins with `[` does not end before this line'],
  [/^missing closing ["']quote/, 'a quote is opened and never closed'],
  [/^missing , between flow (?:map|sequence) items/, 'missing `,`'],
  [/^block collections are not allowed within flow collections/, 'a `: ` stands inside a value'],
]

function sentence(said: string): string {
  const line = oneLine(said).trim()
  const message = line.charAt(0).toLowerCase() + line.slice(1)
  return IN_PLAIN_WORDS.find(([pattern]) => pattern.test(message))?.[1] ?? message
}

interface IndentProblem {
  readonly message: string
  readonly hint: string
  /** Where its key begins behind the place that the parser names, and its length. */
  readonly skip: number
  readonly width: number
}

/** A key that begins at another column than the keys above it, or without the dash that the rows above it have. */
function indentProblem(source: string, at: number): IndentProblem | undefined {
  const lines = source.slice(0, at).split('\n')
  const line = source.slice(at - (lines.at(-1)?.length ?? 0)).split(/\r?\n/, 1)[0] ?? ''
  const found = keyOf(line)
  const above = lines
    .slice(0, -1)
    .map(keyOf)
    .filter(key => key !== undefined)
  if (found === undefined || found.dash !== undefined) return undefined
  const start = at - (lines.at(-1)?.length ?? 0)
  const place = { skip: Math.max(0, start + found.column - at), width: found.key.length }
  const row = above.findLast(({ dash, column }) => dash === found.column || column <= found.column)
  if (row?.dash === found.column) {
    return {
      ...place,
      message: `${quote(found.key)} is no row of the list above it`,
      hint: `is a \`-\` missing before ${quote(found.key)}?`,
    }
  }
  const near = above.findLast(({ column }) => Math.abs(column - found.column) === 1)
  if (near === undefined) return undefined
  return {
    ...place,
    message: `${quote(found.key)} is indented by ${spaces(found.column)}, ${quote(near.key)} above it by ${near.column}`,
    hint: 'keys of one map begin at the same column',
  }
}

function spaces(count: number): string {
  return count === 1 ? '1 space' : `${count} spaces`
}

interface Key {
  readonly key: string
  readonly column: number
  /** The column of the dash of its row. */
  readonly dash: number | undefined
}

function keyOf(line: string): Key | undefined {
  const [, before = '', dash = '', key] = /^( *)((?:- +)?)([^\s#:{}[\],]+) *:(?:\s|$)/.exec(line) ?? []
  if (key === undefined) return undefined
  return { key, column: before.length + dash.length, dash: dash === '' ? undefined : before.length }
}
