import type { Dialect, DialectName, Sql } from '../../dialects/dialect/dialect.ts'
import { DIALECTS } from '../../dialects/dialect/dialects.ts'
import { LIBRARY_VERSION, libraryOf } from '../../dialects/library.ts'
import { type MadeFunction, printFunctions } from '../../dialects/print-steps.ts'
import type { CompileRequest } from './compile-request.ts'
import { functionName } from './table-name.ts'

/** leadq's functions in a schema; the empty text is the schema of the session. */
export function libraryIn(schema: string, dialect: Dialect): MadeFunction[] {
  return libraryOf(dialect, name => functionName(schema === '' ? name : `${schema}.${name}`, dialect))
}

/** For the head of a query that calls them. */
export function aboutLibrary({ to, library = '' }: Pick<CompileRequest, 'to' | 'library'>): string[] {
  const command = `leadq compile --to ${to} --library${library === '' ? '' : ` ${library}`}`
  return [`calls leadq's functions of version ${LIBRARY_VERSION}: \`${command}\` prints them`]
}

export interface LibraryRequest {
  readonly to: DialectName
  readonly schema: string
  readonly drop: boolean
}

/** The statements that make leadq's functions, or remove them. */
export function printLibrary({ to, schema, drop }: LibraryRequest, version: string): Sql {
  const dialect = DIALECTS[to]
  const functions = libraryIn(schema, dialect)
  if (drop) return dropFunctions(functions, dialect)
  const head = [
    `-- Functions of leadq for ${dialect.title}, version ${LIBRARY_VERSION}, by leadq ${version}`,
    '-- What queries of all rulebooks call that were compiled with `--use-library`. A later version has other names.',
  ]
  return `${head.join('\n')}\n\n${printFunctions(functions, dialect).join(';\n\n')};\n`
}

/** Statements that remove functions. */
export function dropFunctions(functions: readonly MadeFunction[], { dropped }: Dialect): Sql {
  return functions.map(({ name, own }) => `${dropped(name, own)};\n`).join('')
}
