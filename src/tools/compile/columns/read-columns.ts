import { type Diagnostic, diagnose } from '../../../base/diagnostic.ts'
import { duplicateFieldsOf } from '../../../ir/plan/key-fields.ts'
import type { CompileRequest } from '../compile-request.ts'
import { type BoundTables, keysOf } from '../compile-tables.ts'

/** Columns of a line of comment. */
const WIDTH = 100

/** The columns of the leads that a query reads. */
export function columnsRead({ bound, leads }: Pick<BoundTables, 'bound' | 'leads'>): string[] {
  const beside = new Set([...duplicateFieldsOf(bound), ...keysOf(bound)])
  const used = bound.fields.filter(({ name, read }) => read || beside.has(name))
  const positions = used.flatMap(({ columns }) => columns)
  return [...new Set(positions)].toSorted((a, b) => a - b).flatMap(position => leads[position] ?? [])
}

/** The head of a query on a table that leadq has not seen: the columns that it needs. */
export function neededColumns(source: string, tables: BoundTables): string[] {
  const lines = [`needs these columns of ${source}:`]
  let line = ' '
  for (const name of columnsRead(tables)) {
    if (line.length + name.length > WIDTH) {
      lines.push(line)
      line = ' '
    }
    line += ` ${name},`
  }
  return [...lines, line.replace(/,$/, '')]
}

/** Which columns a query needs that nobody has looked for, or which fields of the rulebook have no column. */
export function aboutColumns(request: CompileRequest, tables: BoundTables): Diagnostic[] {
  const { source } = request
  const names = columnsRead(tables)
  if (!tables.isSeen) {
    if (names.length === 0) return []
    const message = `the query reads these columns, and fails where \`${source}\` lacks one: ${names.join(', ')}`
    const hint = '`--types FILE`, `--like FILE` or `--connect URL` shows which columns there are and of which types'
    return [diagnose('query/unseen-columns', message, { hint })]
  }
  const without = tables.bound.fields.filter(({ read, columns }) => read && columns.length === 0)
  if (without.length === 0) return []
  const fields = without.map(({ name }) => name).join(', ')
  const message = `\`${source}\` has no column for these fields, which are empty for every lead: ${fields}`
  return [diagnose('query/no-column', message, { hint: 'map one that has another name: `--columns FIELD=COLUMN`' })]
}
