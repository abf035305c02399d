import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hmacSha256, md5, md5Number, sha256, sha256Base64 } from '../../src/base/hash.ts'

/** Node's own hashes are the oracle. Lengths go past several blocks and past the room that is kept. */
const TEXTS = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .tuple(fc.string({ unit: 'binary', maxLength: 9 }), fc.integer({ min: 0, max: 600 }))
    .map(([part, times]) => part.repeat(times)),
)

describe('hashes', () => {
  it('are those of Node, of any text', () => {
    fc.assert(
      fc.property(TEXTS, text => {
        const node = (name: string) => createHash(name).update(text)
        expect(md5(text)).toBe(node('md5').digest('hex'))
        expect(md5Number(text)).toBe(node('md5').digest().readUInt32BE())
        expect(sha256(text)).toBe(node('sha256').digest('hex'))
        expect(sha256Base64(text)).toBe(node('sha256').digest('base64'))
      }),
      { numRuns: 200 },
    )
  })

  it('with a key are those of Node, of keys of any length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 150 }), TEXTS, (key, text) => {
        expect(hmacSha256(key, text)).toBe(createHmac('sha256', key).update(text).digest('hex'))
      }),
      { numRuns: 100 },
    )
  })

  it('of every length around the end of a block have the right padding', () => {
    for (let length = 0; length <= 200; length += 1) {
      const text = 'x'.repeat(length)
      expect([length, md5(text)]).toEqual([length, createHash('md5').update(text).digest('hex')])
      expect([length, sha256(text)]).toEqual([length, createHash('sha256').update(text).digest('hex')])
    }
  })
})
