import { FILLER } from './stand-in.ts'

/**
 * A text without the words that nothing depends on: one after the other is left out, as long as `isSame` says that the
 * rulebook minds none of it. Of several ways the one that leaves the fewest. Undefined if it minds even the spelling.
 */
export function reduceText(text: string, isSame: (text: string) => boolean): string | undefined {
  const words = wordsOf(text)
  if (words.length > MAX_WORDS) return undefined
  const reduced = LAYOUTS.map(layout => reduceWith(layout, words, isSame)).filter(found => found !== undefined)
  return reduced.sort((a, b) => a.kept - b.kept)[0]?.text
}

/** Longer texts would be tried for too long. */
const MAX_WORDS = 400

interface Word {
  readonly text: string
  /** What stands between the word before and this one. */
  readonly before: string
}

function wordsOf(text: string): Word[] {
  let end = 0
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: word, index }) => {
    const before = text.slice(end, index)
    end = index + word.length
    return { text: word, before }
  })
}

type Layout = (words: readonly Word[], kept: ReadonlySet<number>) => string

/** Words that stood together stay so; what is left out between them leaves one filler. */
const inARow: Layout = (words, kept) => {
  const parts: string[] = []
  for (const [index, { text, before }] of words.entries()) {
    if (!kept.has(index)) {
      if (parts.at(-1) !== ` ${FILLER} `) parts.push(` ${FILLER} `)
    } else parts.push(kept.has(index - 1) ? before : '', text)
  }
  return parts.join('').trim()
}

/** Every word and every sign in its place: for addresses, and for patterns that count. */
const inPlace: Layout = (words, kept) =>
  words.map(({ text, before }, index) => before + (kept.has(index) ? text : FILLER)).join('')

const LAYOUTS: readonly Layout[] = [inARow, inPlace]

interface Reduced {
  readonly text: string
  /** How many words are left. */
  readonly kept: number
}

function reduceWith(layout: Layout, words: readonly Word[], isSame: (text: string) => boolean): Reduced | undefined {
  const kept = new Set(words.keys())
  if (!isSame(layout(words, kept))) return undefined
  for (const index of words.keys()) {
    kept.delete(index)
    if (!isSame(layout(words, kept))) kept.add(index)
  }
  return { text: layout(words, kept), kept: kept.size }
}
