import { FILLER } from './stand-in.ts'

/**
 * Removes words that no verdict depends on, one after the other, as long as `isSame` holds. Of several orders of
 * removal the one that leaves the fewest words. Undefined if even the spelling matters.
 */
export function reduceText(text: string, isSame: (text: string) => boolean): string | undefined {
  const words = wordsOf(text)
  if (words.length > MAX_WORDS) return undefined
  const reduced = LAYOUTS.map(layout => reduceWith(layout, words, isSame)).filter(found => found !== undefined)
  return reduced.sort((a, b) => a.kept - b.kept)[0]?.text
}

/** Longer texts would take too many trials. */
const MAX_WORDS = 400

interface Word {
  readonly text: string
  /** The separator before this word. */
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

/** Adjacent words stay adjacent; removed words between them leave one filler. */
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
