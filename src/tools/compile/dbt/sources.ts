import { diagnose } from '../../../base/diagnostic.ts'
import { Refusal } from '../../../base/refusal.ts'
import { yamlText } from './yaml-text.ts'

/** A table outside of dbt. */
export interface DbtSource {
  /** Of the source: the schema, or `leadq`. */
  readonly name: string
  readonly table: string
  readonly schema?: string | undefined
  readonly database?: string | undefined
}

/** `leads`, `crm.leads`, `warehouse.crm.leads`. */
export function sourceOf(name: string): DbtSource {
  const parts = name.split('.')
  if (parts.length > 3 || !parts.every(part => /^\w+$/.test(part))) {
    const hint = 'a source of dbt is `leads`, `crm.leads` or `warehouse.crm.leads`'
    throw new Refusal(diagnose('cli/usage', `--dbt: \`${name}\` is not the name of a table`, { hint }), 'usage')
  }
  const [table = '', schema, database] = parts.toReversed()
  return { name: schema ?? 'leadq', table, schema, database }
}

export function sourceCall(name: string): string {
  const source = sourceOf(name)
  return `{{ source('${source.name}', '${source.table}') }}`
}

/** The declaration of a source, in a file of its own: two models of a package may read the same one. */
export function sourceFile(name: string, about: string): { readonly path: string; readonly text: string } {
  const { name: called, table, schema, database } = sourceOf(name)
  const at = schema === undefined ? '{{ var("leadq_schema", target.schema) }}' : schema
  const lines = [
    'version: 2',
    'sources:',
    `  - name: ${yamlText(called)}`,
    ...(database === undefined ? [] : [`    database: ${yamlText(database)}`]),
    `    schema: ${yamlText(at)}`,
    '    tables:',
    `      - name: ${yamlText(table)}`,
    `        description: ${yamlText(about)}`,
  ]
  return { path: `models/${called}_${table}_source.yml`, text: `${lines.join('\n')}\n` }
}
