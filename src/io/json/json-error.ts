/** The place and kind of a syntax mistake in JSON. */
export interface JsonError {
  readonly at: number
  readonly expected: string
}

/** Deepest nesting that is accepted. */
export const MAX_DEPTH = 64

const SPACE = /[ \t\n\r]*/y
const STRING = /"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\x00-\x1f]*)*/y
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

interface Reader {
  readonly text: string
  at: number
}

type Read = (reader: Reader, depth: number) => JsonError | undefined

/**
 * The first mistake in the text of one JSON value, in the same words under every version of JavaScript (the messages
 * of `JSON.parse` differ). Only called when there is one, so it need not be fast.
 */
export function findJsonError(text: string): JsonError | undefined {
  const reader = { text, at: 0 }
  const error = readValue(reader, 0)
  return error ?? (peekChar(reader) === '' ? undefined : fail(reader, 'the end'))
}

/** `expected a value, found ...`; `end` says what ends where the text does. */
export function printJsonError(text: string, { at, expected }: JsonError, end: string): string {
  const found = text.codePointAt(at)
  return `expected ${expected}, found ${found === undefined ? `the end of the ${end}` : printChar(found)}`
}

interface Syntax {
  readonly mark: RegExp
  readonly hint: string
}

/** What looks like JSON and is written by something else, by the text at the mistake. */
const OTHER_SYNTAXES: readonly Syntax[] = [
  {
    mark: /^(?:None|True|False)\b|^u?'/,
    hint: 'this looks like a Python object that was printed; write it with `json.dumps(...)` (JSON has double quotes, `null`, `true`, `false`)',
  },
  {
    mark: /^(?:new |ObjectId\(|ISODate\(|Date\()/,
    hint: 'this is JavaScript; write it with `JSON.stringify(...)`',
  },
  {
    mark: /^[A-Za-z_$][\w$]*\s*:/,
    hint: 'this looks like JSON5 or a JavaScript object; JSON has its keys in double quotes: write it with `JSON.stringify(...)`',
  },
  { mark: /^[{}\w$].{0,40}=>|^:\w|^=>/, hint: 'this looks like a Ruby hash; write it with `to_json`' },
  { mark: /^[“”„‘’«»]/, hint: 'these are typographic quotes; JSON has straight ones: `"`' },
]

/** How to get JSON out of what wrote this text, where the mistake shows what that was. */
export function otherSyntax(text: string, { at }: JsonError): string | undefined {
  const found = text.slice(at, at + 80).trimStart()
  return OTHER_SYNTAXES.find(({ mark }) => mark.test(found))?.hint
}

const readValue: Read = (reader, depth) => {
  const char = peekChar(reader)
  if (depth > MAX_DEPTH) return fail(reader, `at most ${MAX_DEPTH} levels`)
  if (char === '{') return readItems(reader, '}', readMember, depth)
  if (char === '[') return readItems(reader, ']', readValue, depth)
  if (char === '"') return readString(reader)
  return take(reader, SCALAR) ? undefined : fail(reader, 'a value')
}

function readItems(reader: Reader, close: string, readItem: Read, depth: number): JsonError | undefined {
  reader.at++
  if (pass(reader, close)) return undefined
  for (;;) {
    const error = readItem(reader, depth + 1)
    if (error) return error
    if (pass(reader, close)) return undefined
    if (!pass(reader, ',')) return fail(reader, `\`,\` or \`${close}\``)
  }
}

const readMember: Read = (reader, depth) => {
  if (peekChar(reader) !== '"') return fail(reader, 'a key in double quotes')
  return readString(reader) ?? (pass(reader, ':') ? readValue(reader, depth) : fail(reader, '`:`'))
}

function readString(reader: Reader): JsonError | undefined {
  take(reader, STRING)
  if (reader.text.charAt(reader.at) === '\\') return fail(reader, 'a valid escape')
  if (reader.text.charAt(reader.at) !== '"') return fail(reader, 'a closing quote')
  reader.at++
  return undefined
}

function fail({ at }: Reader, expected: string): JsonError {
  return { at, expected }
}

/** The next character that is not white space; empty at the end. */
function peekChar(reader: Reader): string {
  take(reader, SPACE)
  return reader.text.charAt(reader.at)
}

function pass(reader: Reader, char: string): boolean {
  const isThere = peekChar(reader) === char
  if (isThere) reader.at++
  return isThere
}

function take(reader: Reader, pattern: RegExp): boolean {
  pattern.lastIndex = reader.at
  const isThere = pattern.test(reader.text)
  if (isThere) reader.at = pattern.lastIndex
  return isThere
}

function printChar(code: number): string {
  if (code === 0x0a || code === 0x0d) return 'a line break'
  if (code < 0x20 || code === 0x7f) return `the control character U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  return `\`${String.fromCodePoint(code)}\``
}
