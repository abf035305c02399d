/** JSON with deviations from the standard: comments, trailing commas and `NaN`. */

/** A part of a text that JSON does not allow. */
export interface Extras {
  comments: number
  commas: number
  /** `NaN`, `Infinity`, `undefined`: read as nothing. */
  values: number
}

export function noExtras(): Extras {
  return { comments: 0, commas: 0, values: 0 }
}

const COMMENT = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"?|\/\/[^\r\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?/g
const OTHER = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"?|,(?=\s*[}\]])|-?\b(?:NaN|Infinity|undefined)\b/g

/** Blanks out the deviations, so that everything else keeps its position for error messages. */
export function withoutExtras(text: string, extras: Extras = noExtras()): string {
  const plain = text.includes('/') ? text.replace(COMMENT, found => blank(found, extras)) : text
  return plain.replace(OTHER, (found, at) => {
    if (found.startsWith('"') || (found === ',' && !endsValue(plain, at))) return found
    extras[found === ',' ? 'commas' : 'values'] += 1
    return found === ',' ? ' ' : 'null'
  })
}

/** Whether a value stands before a place. */
function endsValue(text: string, at: number): boolean {
  let before = at - 1
  while (before >= 0 && text.charCodeAt(before) <= 0x20) before--
  return before >= 0 && !'[{,:'.includes(text.charAt(before))
}

function blank(found: string, extras: Extras): string {
  if (found.startsWith('"')) return found
  extras.comments += 1
  return found.replace(/[^\r\n]/g, ' ')
}

const STRING_OR_SIGN = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|[{}[\],:]|[^\s"{}[\],:]+/g

/** A value that may be cut off. */
export interface Beginning {
  readonly value: unknown
  /** Where it ends; undefined if the text ends first. */
  readonly end: number | undefined
}

/** The first value of a text; an incomplete end is dropped. Undefined if it is not JSON. */
export function parseBeginning(text: string): Beginning | undefined {
  const plain = withoutExtras(text)
  const open: ('}' | ']')[] = []
  /**
   * A position after which the brackets that are open there can be closed; they are the outermost of those open now.
   */
  let safe = 0
  let depth = 0
  let isKey = false
  STRING_OR_SIGN.lastIndex = 0
  for (let found = STRING_OR_SIGN.exec(plain); found !== null; found = STRING_OR_SIGN.exec(plain)) {
    const [token] = found
    const after = found.index + token.length
    if (token === '{' || token === '[') {
      open.push(token === '{' ? '}' : ']')
      isKey = token === '{'
    } else if (token === '}' || token === ']') open.pop()
    else if (token === ',') {
      isKey = open.at(-1) === '}'
      continue
    } else if (token === ':') {
      isKey = false
      continue
    } else if (isKey || (after === plain.length && !token.startsWith('"'))) continue
    if (open.length === 0) return parsed(plain.slice(0, after), after)
    safe = after
    depth = open.length
  }
  return safe === 0 ? undefined : parsed(plain.slice(0, safe) + open.slice(0, depth).toReversed().join(''), undefined)
}

function parsed(text: string, end: number | undefined): Beginning | undefined {
  try {
    return { value: JSON.parse(text), end }
  } catch {
    return undefined
  }
}
