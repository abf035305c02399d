import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { SCHEMA_NAMES, type SchemaName, schemaFile, schemaLine } from '../../ir/schema-line.ts'
import { printJson } from '../../report/json.ts'
import { gatesSchema, type JsonSchema, rulebookSchema, runSchema, testSchema } from '../../rulebook/index.ts'
import { cannotCreate, reasonOf } from './disk/reasons.ts'

export const FILE_SCHEMAS: Readonly<Record<SchemaName, () => JsonSchema>> = {
  rulebook: rulebookSchema,
  test: testSchema,
  gates: gatesSchema,
  run: runSchema,
}

/** Puts schemas beside a file, where its first line names them; returns those that were not there yet, or of another version. */
export function writeSchemas(file: string, cwd: string, names: readonly SchemaName[] = SCHEMA_NAMES): string[] {
  const folder = dirname(resolve(cwd, file))
  return names.map(schemaFile).filter((path, index) => {
    const name = names[index]
    return name !== undefined && replaced(join(folder, path), printJson(FILE_SCHEMAS[name]()))
  })
}

function replaced(path: string, text: string): boolean {
  try {
    if (existsSync(path) && readFileSync(path, 'utf8') === text) return false
    mkdirSync(dirname(path), { recursive: true })
    const fresh = `${path}.${process.pid}.new`
    writeFileSync(fresh, text)
    renameSync(fresh, path)
    return true
  } catch (error) {
    throw isSystemError(error) ? cannotCreate(path, reasonOf(error)) : error
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error
}

/** A printed file whose first line names the schema in the folder that it is printed into. */
export function withSchemaLine(text: string, name: SchemaName): string {
  return `# ${schemaLine(name)}\n${text.replace(/^# yaml-language-server: .*\n/, '')}`
}

/** How to get the schemas that printed files name; undefined where they are already. */
export function schemaNote(cwd: string, name: SchemaName): Diagnostic | undefined {
  if (existsSync(resolve(cwd, schemaFile(name)))) return undefined
  const hint = '`leadq schema --write` puts it into this folder'
  return diagnose('cli/schema', `editors complete and check this file by ${schemaFile(name)}, which is not here`, {
    hint,
  })
}
