/** Where JSON stops being JSON, and what should have stood there. */
export interface JsonError {
  readonly at: number
  readonly expected: string
}

const SPACE = /[ \t\n\r]*/y
const STRING = /"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\x00-\x1f]*)*/y
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

type Awaited = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end'

/**
 * The first mistake in the text of one JSON value, told the same way by every version of JavaScript (the messages of
 * `JSON.parse` differ). Only called when there is one, so it need not be fast.
 */
export function findJsonError(text: string): JsonError | undefined {
  const open: ('{' | '[')[] = []
  let awaited: Awaited = 'value'
  let at = 0
  const match = (pattern: RegExp): number => {
    pattern.lastIndex = at
    return pattern.test(text) ? pattern.lastIndex : at
  }
  for (;;) {
    at = match(SPACE)
    const inner = open.at(-1)
    if (awaited === 'comma or end' && inner === undefined) return at < text.length ? { at, expected: 'the end' } : undefined
    const char = text.charAt(at)
    if (awaited.endsWith('end') && char === (inner === '{' ? '}' : ']')) {
      open.pop()
      awaited = 'comma or end'
      at++
    } else if (awaited === 'comma or end' && char === ',') {
      awaited = inner === '{' ? 'key' : 'value'
      at++
    } else if (awaited === 'colon' && char === ':') {
      awaited = 'value'
      at++
    } else if (awaited.startsWith('value') && (char === '{' || char === '[')) {
      open.push(char)
      awaited = char === '{' ? 'key or end' : 'value or end'
      at++
    } else if (char === '"' && (awaited.startsWith('value') || awaited.startsWith('key'))) {
      at = match(STRING)
      if (text.charAt(at) !== '"') return { at, expected: text.charAt(at) === '\\' ? 'a valid escape' : 'a closing quote' }
      awaited = awaited.startsWith('key') ? 'colon' : 'comma or end'
      at++
    } else {
      const end = awaited.startsWith('value') ? match(SCALAR) : at
      if (end === at) return { at, expected: expectation(awaited, inner) }
      awaited = 'comma or end'
      at = end
    }
  }
}

function expectation(awaited: Awaited, inner: '{' | '[' | undefined): string {
  const close = inner === '{' ? '`}`' : '`]`'
  switch (awaited) {
    case 'value':
      return 'a value'
    case 'value or end':
      return 'a value or `]`'
    case 'key':
      return 'a key in double quotes'
    case 'key or end':
      return 'a key in double quotes or `}`'
    case 'colon':
      return '`:`'
    case 'comma or end':
      return `\`,\` or ${close}`
  }
}

/** `expected a value, found `]``, for the character that stands at `at`. */
export function printJsonError(text: string, { at, expected }: JsonError, end: string): string {
  const found = text.codePointAt(at)
  return `expected ${expected}, found ${found === undefined ? end : printChar(found)}`
}

function printChar(code: number): string {
  if (code === 0x0a || code === 0x0d) return 'a line break'
  if (code < 0x20 || code === 0x7f) return `the control character U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  return `\`${String.fromCodePoint(code)}\``
}
