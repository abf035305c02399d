import type { Export, Signature, System } from '../../ir/catalogue/system.ts'
import { LANGUAGES } from '../../ir/catalogue/system.ts'
import { SYSTEMS, type SystemName } from '../../ir/catalogue/systems.ts'
import { fold } from '../../ir/values/fold.ts'
import { headingKey } from '../../ir/values/heading.ts'
import { innerHeading } from './paths.ts'

/** What there is to recognise a file by. */
export interface Look {
  /** What the file is called. */
  readonly name: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Keys of a JSON document around its records, or labels of the lines above a table. */
  readonly around?: readonly string[]
}

/** The system that wrote a file, and which of its exports it is. */
export interface Recognised {
  readonly name: SystemName
  readonly system: System
  /** Absent if only the name of the file, or a person, says which system it is. */
  readonly export?: Export
  /** "HubSpot contact export (German)" */
  readonly title: string
}

/** The system whose signature the file has; of several the largest signature wins, then the name of the file decides. */
export function recogniseSystem(look: Look, from?: SystemName): Recognised | undefined {
  const named = systemOfName(look.name)
  const found = (Object.keys(SYSTEMS) as SystemName[])
    .filter(name => from === undefined || name === from)
    .map(name => ({ name, ...bestExport(name, look) }))
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

function bestExport(name: SystemName, look: Look): { readonly export: Export | undefined; readonly size: number } {
  const system: System = SYSTEMS[name]
  const seen = { exact: seenIn(look, system, text => text.trim()), alike: seenIn(look, system, alike) }
  let best: Export | undefined
  let size = 0
  for (const candidate of system.exports) {
    const has = seen[candidate.exact ? 'exact' : 'alike']
    for (const signature of candidate.signatures) {
      const found = sizeOf(signature)
      if (found <= size || !signature.every(has)) continue
      best = candidate
      size = found
    }
  }
  return { export: best, size }
}

/** Headings are alike however they are spelled, but `Lead - Owner` is not a `Lead Owner`. */
function alike(heading: string): string {
  return heading.split(' - ').map(headingKey).join('-')
}

/** What must be there counts, a value as much as three headings; what must not be there makes a signature no stronger. */
function sizeOf(signature: Signature): number {
  return signature.reduce((size, part) => size + (part.startsWith('!') ? 0 : part.includes('=') ? 3 : 1), 0)
}

function seenIn(look: Look, { paths }: System, keyOf: (text: string) => string): (part: string) => boolean {
  const headings = new Map<string, number>()
  for (const [position, heading] of look.headings.entries()) {
    for (const text of [heading, innerHeading(heading, paths)]) {
      const key = text === undefined ? '' : keyOf(text)
      if (key !== '' && !headings.has(key)) headings.set(key, position)
    }
  }
  const around = new Set((look.around ?? []).map(headingKey))
  return part => {
    if (part.startsWith('!')) return !headings.has(keyOf(part.slice(1)))
    if (part.startsWith('/')) return around.has(headingKey(part.slice(1)))
    const [heading = '', value] = part.split('=')
    const position = headings.get(keyOf(heading))
    return position !== undefined && (value === undefined || fold(look.rows[0]?.[position] ?? '') === fold(value))
  }
}
