import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { bindPlan } from '../src/io/bind/bind.ts'
import { FIELDS } from '../src/ir/catalogue/fields.ts'
import { SYSTEMS } from '../src/ir/catalogue/systems.ts'
import { planOf } from './support/plans.ts'
import { ROOT } from './support/program.ts'

/**
 * A file for every place that leads come from: a header, below it the field that each column is (`-`: none, `?field`: one
 * that is not found yet), below that a lead. `typeform.csv` or `google-forms.de.csv`: the system, and which of its files.
 */
const FOLDER = join(ROOT, 'fixtures', 'sources')

const ALL = planOf(`leadq: 1
criteria:
${Object.keys(FIELDS)
  .map(name => `  c_${name}: { when: { ${name}: { known: true } } }`)
  .join('\n')}`)

const files = readdirSync(FOLDER).map(file => {
  const [headings = [], fields = [], ...rows]: string[][] = parse(readFileSync(join(FOLDER, file), 'utf8'))
  return { file, system: file.replace(/\..*/, ''), headings, fields, rows }
})

describe('the columns of every source are the fields they are', () => {
  it.each(files)('$file', ({ system, headings, fields, rows }) => {
    const bound = bindPlan(ALL, { name: 'leads.csv', headings, rows, delimiter: ',' })
    expect(bound.system?.name).toBe(system)
    const found = headings.map((_, position) =>
      bound.bound.fields.filter(({ columns }) => columns.includes(position)).map(({ name }) => name),
    )
    const read = headings.map((heading, position) => `${heading}: ${found[position]?.sort().join(' ') || '-'}`)
    const right = headings.map(
      (heading, position) => `${heading}: ${fields[position]?.replace(/\?\w+/, '-').split(' ').sort().join(' ')}`,
    )
    expect(read).toEqual(right)
  })

  it('there is one for every system that has no case folder of its own', () => {
    const older =
      /^(salesforce|hubspot|pipedrive|marketo|activecampaign|pardot|mautic|odoo|mixpanel|ga4|hotmart|digistore24)$/
    const missing = Object.keys(SYSTEMS).filter(
      name => !older.test(name) && !files.some(({ system }) => system === name),
    )
    expect(missing).toEqual([])
  })
})
