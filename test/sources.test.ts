import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { compileCoercion } from '../src/engine/coerce.ts'
import { recogniseOtherTable } from '../src/io/bind/recognise/other-table.ts'
import { recogniseSystem } from '../src/io/bind/recognise/recognise.ts'
import { SYSTEMS } from '../src/ir/catalogue/systems.ts'
import { ROOT } from './support/program.ts'
import { bindSource, fieldsFound, SOURCE_FILES } from './support/sources.ts'

describe('the columns of every source are the fields they are', () => {
  it.each(SOURCE_FILES)('$file', ({ system, headings, fields, rows }) => {
    const binding = bindSource({ headings, rows })
    expect(binding.system?.name).toBe(system)
    const found = fieldsFound(binding, headings)
    const lines = (of: readonly (readonly string[])[]) =>
      headings.map((heading, position) => `${heading}: ${[...(of[position] ?? [])].sort().join(' ')}`)
    expect(lines(found)).toEqual(lines(fields.map(names => names.filter(name => !name.startsWith('?')))))
    const coerce = compileCoercion(binding.bound)
    const invalid = rows.flatMap(cells =>
      coerce(cells).readings.flatMap(({ state, text }, slot) =>
        state === 'invalid' ? [`${binding.bound.fields[slot]?.name}: ${text}`] : [],
      ),
    )
    expect(invalid).toEqual([])
  })

  it('there is one for every system whose rows are leads', () => {
    const holdLeads = Object.entries(SYSTEMS).filter(([, { exports }]) =>
      exports.some(kind => !('holds' in kind) || kind.holds === 'leads'),
    )
    const missing = holdLeads.map(([name]) => name).filter(name => SOURCE_FILES.every(({ system }) => system !== name))
    expect(missing).toEqual([])
  })
})

describe('tables that hold no leads', () => {
  const rows: { kind: string; title: string; columns: string }[] = parse(
    readFileSync(join(ROOT, 'fixtures', 'not-leads.csv'), 'utf8'),
    { columns: true },
  )
  it.each(rows)('$columns: $kind', ({ kind, title, columns }) => {
    const sample = { name: 'table.csv', headings: columns.split('|'), rows: [], delimiter: ',' }
    const system = recogniseSystem(sample)
    const found =
      system?.export === undefined
        ? recogniseOtherTable(sample.headings)
        : { kind: system.export.holds ?? 'leads', title: system.title }
    expect([found?.kind ?? 'leads', found?.title ?? '']).toEqual([kind, title])
  })
})
