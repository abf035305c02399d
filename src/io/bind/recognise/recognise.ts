import type { Export, Signature, System } from '../../../ir/catalogue/system.ts'
import { LANGUAGES } from '../../../ir/catalogue/system.ts'
import { SYSTEMS, type SystemName } from '../../../ir/catalogue/systems.ts'
import { fold } from '../../../ir/values/fold.ts'
import { headingKey } from '../../../ir/values/heading.ts'
import { innerHeading } from '../paths.ts'

/** The evidence for recognising a file. */
export interface Look {
  /** The name of the file. */
  readonly name: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Keys of a JSON document around its records, or labels of the lines above a table. */
  readonly around?: readonly string[]
}

/** The system that exported a file, and the kind of export. */
export interface Recognised {
  readonly name: SystemName
  readonly system: System
  /** Absent if only the name of the file, or a person, says which system it is. */
  readonly export?: Export
  /** "HubSpot contact export (German)" */
  readonly title: string
}

const known = new WeakMap<Look, Map<SystemName | undefined, Recognised | undefined>>()

/**
 * Recognises the system by signatures; the largest matching one wins, then the name of the file decides. The answer is
 * remembered, as many plans can be bound to one file.
 */
export function recogniseSystem(look: Look, from?: SystemName): Recognised | undefined {
  const before = known.get(look) ?? new Map()
  known.set(look, before)
  if (!before.has(from)) before.set(from, recognise(look, from))
  return before.get(from)
}

function recognise(look: Look, from: SystemName | undefined): Recognised | undefined {
  const named = systemOfName(look.name)
  const seen = seenOf(look)
  const found = (Object.keys(SYSTEMS) as SystemName[])
    .filter(name => from === undefined || name === from)
    .map(name => ({ name, ...bestExport(name, seen) }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => b.size - a.size || Number(b.name === named) - Number(a.name === named))
  const [best] = found
  if (best !== undefined) return recognised(best.name, best.export)
  const told = from ?? named
  return told === undefined ? undefined : recognised(told, undefined)
}

function recognised(name: SystemName, found: Export | undefined): Recognised {
  const system: System = SYSTEMS[name]
  const language = found?.language === undefined ? '' : ` (${LANGUAGES[found.language]})`
  const title = `${system.title} ${found?.title ?? 'export'}${language}`
  return { name, system, title, ...(found && { export: found }) }
}

function systemOfName(path: string): SystemName | undefined {
  const file = path.slice(path.lastIndexOf('/') + 1)
  const isOf = ({ fileName }: System) => fileName !== undefined && new RegExp(fileName, 'i').test(file)
  return (Object.keys(SYSTEMS) as SystemName[]).find(name => isOf(SYSTEMS[name]))
}

function bestExport(name: SystemName, seen: Seen): { readonly export: Export | undefined; readonly size: number } {
  const { exports, paths }: System = SYSTEMS[name]
  let best: Export | undefined
  let size = 0
  for (const candidate of exports) {
    const headings = seen.headings(candidate.exact ? 'exact' : 'alike', paths)
    for (const signature of candidate.signatures) {
      const found = sizeOf(signature)
      if (found <= size || !signature.every(part => hasPart(part, headings, seen))) continue
      best = candidate
      size = found
    }
  }
  return { export: best, size }
}

/** The size of a signature: required parts count (a value as much as three headings), forbidden parts do not. */
function sizeOf(signature: Signature): number {
  return signature.reduce((size, part) => size + (part.startsWith('!') ? 0 : part.includes('=') ? 3 : 1), 0)
}

/** Records within which the first value is checked against a required form. */
const LOOKED_AT = 100

type Spelling = 'exact' | 'alike'

/** Headings are compared regardless of case and spacing, but `Lead - Owner` is not `Lead Owner`. */
const KEYS: Readonly<Record<Spelling, (heading: string) => string>> = {
  exact: heading => heading.trim(),
  alike: heading => heading.split(' - ').map(headingKey).join('-'),
}

/** The position of a heading in a file; undefined if the file does not have it. */
type Headings = (heading: string) => number | undefined

interface Seen {
  readonly look: Look
  readonly around: ReadonlySet<string>
  /** The headings of a file by themselves, and after one of a system's paths. */
  headings(spelling: Spelling, paths: readonly string[]): Headings
}

/** Most systems have the same paths and ask for the same headings: what was found for one is kept for the others. */
function seenOf(look: Look): Seen {
  const { headings, around = [] } = look
  const plain = { exact: positionsOf(headings, KEYS.exact), alike: positionsOf(headings, KEYS.alike) }
  const nested = { exact: new Map<string, Headings>(), alike: new Map<string, Headings>() }
  return {
    look,
    around: new Set(around.map(headingKey)),
    headings(spelling, paths) {
      const before = nested[spelling].get(paths.join('\n'))
      if (before !== undefined) return before
      const inner = positionsOf(
        headings.map(heading => innerHeading(heading, paths) ?? ''),
        KEYS[spelling],
      )
      const found: Headings = heading => plain[spelling](heading) ?? inner(heading)
      nested[spelling].set(paths.join('\n'), found)
      return found
    },
  }
}

/** Of equal headings the first. */
function positionsOf(headings: readonly string[], keyOf: (heading: string) => string): Headings {
  const positions = new Map<string, number>()
  for (const [position, heading] of headings.entries()) {
    const key = keyOf(heading)
    if (key !== '' && !positions.has(key)) positions.set(key, position)
  }
  const asked = new Map<string, number | undefined>()
  return heading => {
    if (positions.size === 0) return undefined
    if (!asked.has(heading)) asked.set(heading, positions.get(keyOf(heading)))
    return asked.get(heading)
  }
}

/** Whether a file has a part of a signature. */
function hasPart(part: string, positionOf: Headings, { look, around }: Seen): boolean {
  if (part.startsWith('!')) return positionOf(part.slice(1)) === undefined
  if (part.startsWith('/')) return around.has(headingKey(part.slice(1)))
  const [, heading = part, sign, value = ''] = /^([^=~]*)([=~])(.*)$/.exec(part) ?? []
  const position = positionOf(heading)
  if (position === undefined || sign === undefined) return position !== undefined
  if (sign === '=') return fold(look.rows[0]?.[position] ?? '') === fold(value)
  const filled = look.rows.slice(0, LOOKED_AT).find(row => row[position]?.trim())?.[position] ?? ''
  return new RegExp(value).test(filled.trim())
}
