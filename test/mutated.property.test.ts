import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from './support/draws.ts'
import { mutated, mutations } from './support/mutated.ts'
import { ROOT } from './support/program.ts'
import { scored } from './support/score-both.ts'
import { helpers } from './support/thread-host.ts'

/** Exports of all systems, as the case folders have them, and those of `LEADQ_SAMPLES`, a folder with real ones. */
const FOLDERS = [join(ROOT, 'fixtures'), ...(process.env.LEADQ_SAMPLES?.split(':') ?? [])]
const MAX_SIZE = 200_000
const FILES = FOLDERS.flatMap(folder =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.(csv|tsv|txt|json|ndjson|jsonl)$/.test(path) && !/expected|operators\.csv$/.test(path))
    .map(path => join(folder, path))
    .filter(path => statSync(path).size < MAX_SIZE)
    .sort(),
)
const [EVENTS, LEADS] = [FILES.filter(isOfEvents), FILES.filter(path => !isOfEvents(path))]
const DELIMITED = LEADS.filter(path => !isJson(path))
const JSONS = LEADS.filter(isJson)

/** Files of events beside those of their leads. */
function isOfEvents(path: string): boolean {
  return /^events/.test(basename(path)) && existsSync(join(dirname(path), 'leads.csv'))
}

function isJson(path: string): boolean {
  return /json|jsonl$/.test(path.slice(path.lastIndexOf('.')))
}

const RULES = readFileSync(join(ROOT, 'rules', 'b2b.yaml'), 'utf8')
/** Longer than what is looked at first. */
const LENGTH = 120_000

/** A file with its records again and again; a document of JSON whose records are not lines stays as it is. */
function lengthened(file: Buffer, header: number): Buffer {
  const body = file.subarray(header)
  const text = body.toString().trim()
  if (body.length === 0) return file
  if (text.startsWith('[') && text.endsWith(']')) {
    const inside = text.slice(1, -1)
    return Buffer.from(`[${new Array(Math.ceil(LENGTH / text.length)).fill(inside).join(',')}]`)
  }
  const whole = body.at(-1) === 0x0a ? body : Buffer.concat([body, Buffer.from('\n')])
  const times = Math.ceil(LENGTH / whole.length)
  return Buffer.concat([file.subarray(0, header), ...Array.from({ length: times }, () => whole)])
}

const kind = fc.constantFrom('short', 'long', 'threads')
const path = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...DELIMITED) },
  { weight: 2, arbitrary: fc.constantFrom(...JSONS) },
  { weight: 1, arbitrary: fc.constantFrom(...EVENTS) },
)

/** The files of a run: one that something happened to, and the leads beside it if that has events. */
function filesOf(path: string, isLong: boolean, changes: Parameters<typeof mutated>[1]) {
  const file = readFileSync(path)
  const header = isJson(path) ? 0 : file.indexOf(0x0a) + 1
  const changed = mutated(isLong ? lengthened(file, header) : file, changes, header)
  const name = isJson(path) ? `leads${path.slice(path.lastIndexOf('.'))}` : 'leads.csv'
  const files = new Map<string, Uint8Array>()
  if (!isOfEvents(path)) return { files: files.set(name, changed), request: { inputs: [name] } }
  const leads = readFileSync(join(dirname(path), 'leads.csv'))
  const events = `events-${name}`
  return { files: files.set('leads.csv', leads).set(events, changed), request: { events: [events] } }
}

describe('exports that something happened to', () => {
  it('are read, judged and reported by classes as lead by lead', { timeout: 3_600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(path, kind, mutations, async (path, kind, changes) => {
        const { files, request } = filesOf(path, kind !== 'short', changes)
        const threads = kind === 'threads' ? 2 : 1
        const scoring = { rules: RULES, files, request: { ...request, verdicts: undefined, threads } }
        expect(await scored(scoring, 'auto', helpers().host)).toEqual(await scored(scoring, 'stream'))
      }),
      runs(10),
    )
  })
})
