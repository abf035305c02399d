import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from './support/draws.ts'
import { mutated, mutations } from './support/mutated.ts'
import { ROOT } from './support/program.ts'
import { scored } from './support/score-both.ts'
import { helpers } from './support/thread-host.ts'

/** Exports of all systems, as the case folders have them. */
const FOLDER = join(ROOT, 'fixtures')
const MAX_SIZE = 200_000
const FILES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.csv') && !/expected|operators\.csv$/.test(path))
  .filter(path => statSync(join(FOLDER, path)).size < MAX_SIZE)
  .sort()

const RULES = readFileSync(join(ROOT, 'rules', 'b2b.yaml'), 'utf8')
/** Longer than what is looked at first. */
const LENGTH = 120_000

/** A file with its records again and again. */
function lengthened(file: Buffer): Buffer {
  const header = file.indexOf(0x0a) + 1
  const body = file.subarray(header)
  if (header === 0 || body.length === 0) return file
  const whole = body.at(-1) === 0x0a ? body : Buffer.concat([body, Buffer.from('\n')])
  const times = Math.ceil(LENGTH / whole.length)
  return Buffer.concat([file.subarray(0, header), ...Array.from({ length: times }, () => whole)])
}

const kind = fc.constantFrom('short', 'long', 'threads')

describe('exports that something happened to', () => {
  it('are read, judged and reported by classes as lead by lead', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...FILES), kind, mutations, async (path, kind, changes) => {
        const file = readFileSync(join(FOLDER, path))
        const files = new Map([['leads.csv', mutated(kind === 'short' ? file : lengthened(file), changes)]])
        const scoring = { rules: RULES, files, request: { verdicts: undefined, threads: kind === 'threads' ? 2 : 1 } }
        expect(await scored(scoring, 'auto', helpers().host)).toEqual(await scored(scoring, 'stream'))
      }),
      runs(10),
    )
  })
})
