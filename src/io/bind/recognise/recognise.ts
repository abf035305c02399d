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
  const has = { exact: hasPart(seen, paths, 'exact'), alike: hasPart(seen, paths, 'alike') }
  let best: Export | undefined
  let size = 0
  for (const candidate of exports) {
    const hasEach = has[candidate.exact ? 'exact' : 'alike']
    for (const signature of candidate.signatures) {
      const found = sizeOf(signature)
      if (found <= size || !signature.every(hasEach)) continue
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

/** Positions of a file's headings by both spellings. */
interface Seen {
  readonly look: Look
  readonly around: ReadonlySet<string>
  readonly plain: Readonly<Record<Spelling, ReadonlyMap<string, number>>>
}

function seenOf(look: Look): Seen {
  const { headings, around = [] } = look
  const whole = [...headings.entries()]
  return {
    look,
    around: new Set(around.map(headingKey)),
    plain: { exact: positionsBy(whole, KEYS.exact), alike: positionsBy(whole, KEYS.alike) },
  }
}

function positionsBy(
  headings: readonly (readonly [position: number, heading: string])[],
  keyOf: (text: string) => string,
): Map<string, number> {
  const positions = new Map<string, number>()
  for (const [position, heading] of headings) {
    const key = keyOf(heading)
    if (key !== '' && !positions.has(key)) positions.set(key, position)
  }
  return positions
}

/** Whether a file has a part of a signature: its headings by themselves, or after one of the system's paths. */
function hasPart(
  { look, around, plain }: Seen,
  paths: readonly string[],
  spelling: Spelling,
): (part: string) => boolean {
  const keyOf = KEYS[spelling]
  const nested = [...look.headings.entries()].flatMap(([position, heading]) => {
    const inner = innerHeading(heading, paths)
    return inner === undefined ? [] : [[position, inner] as const]
  })
  const inside = positionsBy(nested, keyOf)
  const positionOf = (heading: string) => plain[spelling].get(keyOf(heading)) ?? inside.get(keyOf(heading))
  const first = (position: number) => look.rows[0]?.[position] ?? ''
  const filled = (position: number) =>
    look.rows.slice(0, LOOKED_AT).find(row => row[position]?.trim())?.[position] ?? ''
  return part => {
    if (part.startsWith('!')) return positionOf(part.slice(1)) === undefined
    if (part.startsWith('/')) return around.has(headingKey(part.slice(1)))
    const [, heading = part, sign, value = ''] = /^([^=~]*)([=~])(.*)$/.exec(part) ?? []
    const position = positionOf(heading)
    if (position === undefined || sign === undefined) return position !== undefined
    return sign === '=' ? fold(first(position)) === fold(value) : new RegExp(value).test(filled(position).trim())
  }
}
