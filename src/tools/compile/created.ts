import { diagnose } from '../../base/diagnostic.ts'
import { Refusal } from '../../base/refusal.ts'
import type { Dialect, DialectName, Sql } from '../../dialects/dialect/dialect.ts'
import type { MadeFunction } from '../../dialects/print-steps.ts'
import type { OnExists } from '../warehouse/table/on-exists.ts'
import type { CompileRequest } from './compile-request.ts'
import { dropFunctions } from './library.ts'
import { tableName, targetOf } from './table-name.ts'

/** What stands before a query and after it, so that its rows become a view or a table. */
export interface Creation {
  readonly before: Sql
  readonly after: Sql
}

interface Target {
  readonly table: Sql
  /** The columns of the result in their order; undefined if nobody knows those of the leads. */
  readonly columns: readonly Sql[] | undefined
  readonly dialect: DialectName
}

const MADE = ({ table }: Target): Creation => ({ before: `CREATE TABLE ${table} AS\n`, after: '' })
const BY_NAME = ({ table }: Target): Creation => ({ before: `INSERT INTO ${table} BY NAME\n`, after: '' })
/** Rows come into a table by the order of their columns, unless these are named. */
const BY_PLACE = ({ table, columns }: Target): Creation => {
  if (columns === undefined) throw unknownColumns()
  return { before: `INSERT INTO ${table} (${columns.join(', ')})\n`, after: '' }
}

/** How a database makes a table whose name may be taken. A database that can change both at once does so. */
const TABLES: Readonly<Record<DialectName, Readonly<Record<OnExists, (target: Target) => Creation>>>> = {
  duckdb: {
    fail: MADE,
    replace: ({ table }) => ({ before: `CREATE OR REPLACE TABLE ${table} AS\n`, after: '' }),
    append: BY_NAME,
  },
  postgres: {
    fail: MADE,
    replace: ({ table }) => ({
      before: `BEGIN;\nDROP TABLE IF EXISTS ${table};\nCREATE TABLE ${table} AS\n`,
      after: '\nCOMMIT;\n',
    }),
    append: BY_PLACE,
  },
  spark: {
    fail: MADE,
    replace: ({ table }) => ({ before: `DROP TABLE IF EXISTS ${table};\n\nCREATE TABLE ${table} AS\n`, after: '' }),
    append: BY_NAME,
  },
  snowflake: {
    fail: MADE,
    replace: ({ table }) => ({ before: `CREATE OR REPLACE TABLE ${table} AS\n`, after: '' }),
    append: BY_PLACE,
  },
  bigquery: {
    fail: MADE,
    replace: ({ table }) => ({ before: `CREATE OR REPLACE TABLE ${table} AS\n`, after: '' }),
    append: BY_PLACE,
  },
}

/** Makes a view or a table of a query's rows, as the request says. */
export function creationOf({ as, onExists = 'fail' }: CompileRequest, target: Target): Creation {
  if (as === 'select') return { before: '', after: '' }
  if (as === 'view') return { before: `CREATE OR REPLACE VIEW ${target.table} AS\n`, after: '' }
  return TABLES[target.dialect][onExists](target)
}

/** Removes what a request makes: the view or table first, as it calls the functions. */
export function dropped(request: CompileRequest, functions: readonly MadeFunction[], dialect: Dialect): Sql {
  const what = request.as === 'view' ? 'VIEW' : 'TABLE'
  return `DROP ${what} IF EXISTS ${tableName(targetOf(request), dialect)};\n${dropFunctions(functions, dialect)}`
}

function unknownColumns(): Refusal {
  const message = '--on-exists append: the database needs the names of all columns'
  return new Refusal(diagnose('cli/usage', message, { hint: '`--types FILE` or `--connect URL` says them' }), 'usage')
}
