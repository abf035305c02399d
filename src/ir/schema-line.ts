/** The files that leadq has a JSON Schema for, with which editors complete and check them. */
export const SCHEMA_NAMES = ['rulebook', 'test', 'gates', 'run'] as const
export type SchemaName = (typeof SCHEMA_NAMES)[number]

/** The folder beside these files that holds their schemas: editors need no network, and colleagues get it with the repository. */
const SCHEMA_FOLDER = '.leadq'

export function schemaFile(name: SchemaName): string {
  return `${SCHEMA_FOLDER}/${name}.schema.json`
}

/** The comment by which editors find the schema of a file, without its `# `. */
export function schemaLine(name: SchemaName): string {
  return `yaml-language-server: $schema=${schemaFile(name)}`
}
