import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { type Binding, bindPlan } from '../../src/io/bind/bind.ts'
import { FIELDS } from '../../src/ir/catalogue/fields.ts'
import { planOf } from './plans.ts'
import { ROOT } from './program.ts'

/**
 * A file for every place that leads come from: a header, below it the fields that each column is (`-`: none, `?field`: one
 * that is not found yet), below that a lead. `typeform.csv` or `google-forms.de.csv`: the system, and which of its files.
 */
export interface SourceFile {
  readonly file: string
  readonly system: string
  readonly headings: readonly string[]
  readonly fields: readonly (readonly string[])[]
  readonly rows: readonly (readonly string[])[]
}

const FOLDER = join(ROOT, 'fixtures', 'sources')

export const SOURCE_FILES: readonly SourceFile[] = readdirSync(FOLDER).map(file => {
  const [headings = [], fields = [], ...rows]: string[][] = parse(readFileSync(join(FOLDER, file), 'utf8'))
  return {
    file,
    system: file.replace(/\..*/, ''),
    headings,
    fields: fields.map(names => (names === '-' ? [] : names.split(' '))),
    rows,
  }
})

/** A plan that reads all fields. */
const READS_ALL = planOf(`leadq: 1
criteria:
${Object.keys(FIELDS)
  .map(name => `  c_${name}: { when: { ${name}: { known: true } } }`)
  .join('\n')}`)

export function bindSource({ headings, rows }: Pick<SourceFile, 'headings' | 'rows'>): Binding {
  return bindPlan(READS_ALL, { name: 'leads.csv', headings, rows, delimiter: ',' })
}

/** The fields that each column was bound to. */
export function fieldsFound({ bound }: Binding, headings: readonly string[]): string[][] {
  return headings.map((_, position) =>
    bound.fields.filter(({ columns }) => columns.includes(position)).map(({ name }) => name),
  )
}
