import { fold } from './fold.ts'

/**
 * Letters, digits and marks of Unicode 17, frozen so that the answer does not move with the engine's tables; and the
 * code points between them that stand for nothing yet, so that there are few runs.
 * Each item is `gap.length` in base 36: how far the run starts after the last one's end, and how far it reaches.
 */
const WORD_RUNS = `
  1c.9 8.p 7.p 1c.0 8.1 2.0 4.1 2.2 2.m 2.u 2.cp 5.b f.4 8.0 2.0 i.38 2.7 2.0 7.0 2.31 2.3u 2.5y 7.14 9.18 2.0
  2.1 2.1 2.17 u.a 6.21 5.2t 2.7 3.9 2.i 3.0 h.6d 5.3 3.19 j.r 5.13 2.6 8.22 2.3k 3.9 2.3k 3.5 3.0 2.3b c.32 a.3a
  2.3l e.33 9.6 2.3 2.5l 6.10 2.3d e.1l 6.e 2.9 14.3j o.1 7.j 2.0 2.0 2.0 5.1y 2.1i a.0 1m.21 7.25 3.2i 2.gz a.12
  h.2l 4.h7 3.g 2.p 6.22 4.1y c.43 4.0 5.t i.2 2.8c b.44 12.r 5.3d e.0 9.4c 4.9 i.8 d.37 d.1j 9.1p 3.1r h.2 2.ko
  2.0 4.a 4.b 5.c 6.a 38.9 6.a 7.c 1g.w i.0 5.0 3.9 2.0 4.4 7.0 2.0 2.0 2.3 2.a 3.3 6.4 5.0 2.1l k7.1n 27.l hj.t
  vh.6c 7.8 a.0 3.33 g.3k 1c.0 d2.2 q.e 2.4 3.4 5.2h 3.2 2.2h 2.42 4.3 b.v 1d.f x.9 v.7 2.e x.9 14.e 8x.533
  1t.h3g 1w.19 3.7g 4.2q 2.9 2.36 12.8 3.2u 3.4c 5.9 b.1f d.1x b.13 4.0 2.1c 3.z d.2o f.a 7.3d 7.m 4.2r 3.f 3.2w
  2.d 7.3e 2.8pb 6it.fc 2.3r y.a2 j.1r 3.1h 15.b 5.f h.f 1t.3w k.9 8.p 7.p c.3a 10.6y d.18 d.1k i.1 36.bk 3.1b
  2.b6 d.kl 3.u 3.4i 5.p 7.7c o.u 2.1z 2.12 h.1h b.29 o.ck 2.m 63.24 4.n 1f.2i s.l 17.46 c.2w 8.0 e.33 5.1b 3.26
  5.3 2.c 2.0 5.2e 7.2y 8.83 e.2x 6.9 5.2v 2.6x o.2w 4.l 13.1k 8.3f 5.6y 2u.4j d.41 2.2j 9.2a 4.0 j.20 2w.3k g.28
  g.s 6.hw a.1u e.3o 18.vi i.29c g.tr h.ap5 7.3o c.1i a.3 d.f0 4.86 a.8x 2.f5i 4.1 382.9 ef.1y f3.4 4.5 9.7 3.6
  v.3 45.2 3g.1f 31.o0 2.o 2.u 2.o 2.u 2.o 2.u 2.o 2.u 2.o 2.1n e9.1i 5.1d 9.0 f.0 n.1bn 8y.2x d3.8a 5i.ih m0.1m
  2.2 2.3g 2.b0 g5.c 25g.9 sn.1oxl f62v.6n`

/** A regular expression class of everything that can stand in a word, in explicit ranges. */
const WORD_CLASS = wordClass()

const BREAK = new RegExp(`[^${WORD_CLASS}]+`, 'gu')
const ASCII_WORDS = /^[a-z0-9]+(?: [a-z0-9]+)*$/

/** A folded text as its words, one space before, between and after them: ` head of sales `. */
export function wordForm(folded: string): string {
  if (ASCII_WORDS.test(folded)) return ` ${folded} `
  return ` ${folded} `.replace(BREAK, ' ')
}

/**
 * What to look for in a `wordForm` to find a word or phrase: `head of` -> ` head of `, `*leiter` -> `leiter `.
 * Undefined if the phrase has no letter or digit.
 */
export function wordNeedle(phrase: string): string | undefined {
  const folded = fold(phrase)
  const words = wordForm(folded).trim()
  if (!/[\p{L}\p{N}]/u.test(words)) return undefined
  return `${folded.startsWith('*') ? '' : ' '}${words}${folded.endsWith('*') ? '' : ' '}`
}

/** The runs of code points that can stand in a word, first and last of each. */
export function wordRuns(): (readonly [first: number, last: number])[] {
  let end = 0
  return WORD_RUNS.trim()
    .split(/\s+/)
    .map(run => {
      const [gap = 0, length = 0] = run.split('.').map(part => Number.parseInt(part, 36))
      const start = end + gap
      end = start + length
      return [start, end] as const
    })
}

function wordClass(): string {
  return wordRuns()
    .map(([first, last]) => `${codePoint(first)}-${codePoint(last)}`)
    .join('')
}

function codePoint(code: number): string {
  return `\\u{${code.toString(16)}}`
}
