import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, it } from 'vitest'
import { kindOfType, type TypeDialect } from '../../src/ir/catalogue/type-names.ts'
import type { ValueKind } from '../../src/ir/values/column-type.ts'
import { columnsInFile } from '../../src/tools/compile/columns/known-columns.ts'
import { memoryHost } from '../support/memory-host.ts'
import { inFolder, runInProcess } from '../support/program.ts'

/** What databases call the types of their columns, in `information_schema`, `DESCRIBE` and their tools. */
const TYPES: readonly [TypeDialect, ValueKind | undefined, readonly string[]][] = [
  ['postgres', 'text', ['text', 'character varying', 'varchar(80)', 'CHARACTER VARYING(80)']],
  ['postgres', 'integer', ['integer', 'bigint', 'smallint', 'int8', 'serial']],
  ['postgres', 'decimal', ['numeric', 'numeric(12,2)', 'NUMERIC(12, 2) NOT NULL']],
  ['postgres', 'float', ['double precision', 'real']],
  ['postgres', 'timestamp', ['timestamp', 'timestamp without time zone', 'timestamp(3) without time zone']],
  ['postgres', 'timestamptz', ['timestamp with time zone', 'timestamptz', 'timestamp(6) with time zone']],
  [
    'postgres',
    'other',
    ['jsonb', 'uuid', 'USER-DEFINED', 'ARRAY', 'text[]', 'integer[3]', 'character(3)', 'money', 'time'],
  ],
  ['postgres', undefined, ['halfvec(3)', '', 'tsrange']],
  ['duckdb', 'integer', ['BIGINT', 'UTINYINT', 'HUGEINT']],
  ['duckdb', 'timestamptz', ['TIMESTAMP WITH TIME ZONE']],
  ['duckdb', 'timestamp', ['TIMESTAMP', 'TIMESTAMP_NS']],
  ['duckdb', 'other', ['STRUCT(a INTEGER, b VARCHAR)', "ENUM('a', 'b')", 'VARCHAR[]', 'MAP(VARCHAR, INTEGER)', 'UUID']],
  ['spark', 'text', ['string', 'varchar(10)']],
  ['spark', 'integer', ['int', 'bigint', 'tinyint']],
  ['spark', 'timestamptz', ['timestamp', 'timestamp_ltz']],
  ['spark', 'timestamp', ['timestamp_ntz']],
  ['spark', 'other', ['array<string>', 'struct<a:int,b:array<string>>', 'map<string,int>', 'binary']],
  ['bigquery', 'text', ['STRING', 'STRING(80)']],
  ['bigquery', 'integer', ['INT64', 'INTEGER']],
  ['bigquery', 'decimal', ['NUMERIC', 'BIGNUMERIC(40, 2)']],
  ['bigquery', 'float', ['FLOAT64', 'FLOAT']],
  ['bigquery', 'boolean', ['BOOL', 'BOOLEAN']],
  ['bigquery', 'timestamp', ['DATETIME']],
  ['bigquery', 'timestamptz', ['TIMESTAMP']],
  ['bigquery', 'other', ['RECORD', 'ARRAY<STRING>', 'GEOGRAPHY', 'JSON', 'BYTES']],
  ['snowflake', 'decimal', ['NUMBER(38,0)', 'NUMBER']],
  ['snowflake', 'text', ['TEXT', 'VARCHAR(16777216)', 'STRING']],
  ['snowflake', 'timestamp', ['TIMESTAMP_NTZ(9)', 'TIMESTAMP_NTZ']],
  ['snowflake', 'timestamptz', ['TIMESTAMP_TZ(9)', 'TIMESTAMP_LTZ']],
  ['snowflake', 'other', ['VARIANT', 'OBJECT', 'ARRAY']],
  ['mysql', 'integer', ['int(11)', 'bigint(20) unsigned', 'tinyint(1)', 'mediumint']],
  ['mysql', 'decimal', ['decimal(10,2)']],
  ['mysql', 'text', ['varchar(255)', 'longtext', 'text CHARACTER SET utf8mb4']],
  ['mysql', 'timestamp', ['datetime', 'datetime(6)']],
  ['mysql', 'timestamptz', ['timestamp']],
  ['mysql', 'other', ["enum('new','won')", 'json', 'blob']],
]

it.each(TYPES)('%s: %s', (dialect, kind, names) => {
  expect(names.map(name => [name, kindOfType(name, dialect)])).toEqual(names.map(name => [name, kind]))
})

const THREE = [
  { name: 'id', kind: 'integer' },
  { name: 'Job Title', kind: 'text' },
  { name: 'budget', kind: 'decimal' },
]

describe('a file describes the columns of a table', () => {
  it.each([
    ['a name and a type per line', 'id integer\n"Job Title" varchar(80)\nbudget numeric(12,2)\n'],
    [
      'with colons, comments and blank lines',
      '# leads\nid: integer\n\n"Job Title": varchar(80)\r\nbudget: numeric(12, 2)',
    ],
    ['the lines of CREATE TABLE', '  id bigint NOT NULL,\n  "Job Title" text,\n  `budget` numeric(12, 2)\n'],
    ['CSV without a header', 'id,integer\n"Job Title",varchar(80)\nbudget,"numeric(12,2)"\n'],
    ['CSV without a header and without quotes', 'id,integer\nJob Title,text\nbudget,numeric(12,2)\n'],
    [
      'CSV of more columns, with spaces',
      'id, integer, NO\n"Job Title", "varchar(80)", YES\nbudget, numeric(12, 2), YES\n',
    ],
    ['tabs and names with spaces', 'id\tinteger\nJob Title\ttext\nbudget\tnumeric(12,2) -- EUR, gross\n'],
    ['semicolons', 'id;integer\nJob Title;varchar(80);YES\nbudget;"numeric(12,2)"'],
    [
      'CREATE TABLE with defaults',
      '\tid bigint DEFAULT 1,\n\t"Job Title" text DEFAULT \'a,b\',\n\tbudget numeric(12, 2) CHECK (budget > 0),',
    ],
    ['CSV with a header', 'name,type\nid,integer\nJob Title,varchar(80)\nbudget,"numeric(12,2)"\n'],
    ['the tabs of psql', 'column_name\tdata_type\nid\tinteger\nJob Title\ttext\nbudget\tnumeric\n'],
    [
      'information_schema of a whole database, in its own order',
      'table_schema,table_name,ordinal_position,column_name,data_type\ncrm,leads,3,budget,numeric\ncrm,leads,2,Job Title,text\nold,leads_2,1,x,text\ncrm,leads,1,id,integer\n',
    ],
    [
      'DESCRIBE of DuckDB',
      'column_name,column_type,null,key,default,extra\nid,INTEGER,YES,,,\nJob Title,VARCHAR,YES,,,\nbudget,"DECIMAL(12,2)",YES,,,\n',
    ],
    [
      'DESCRIBE of Spark',
      'col_name,data_type,comment\nid,int,\nJob Title,string,\nbudget,"decimal(12,2)",\n# Partition Information,,\n',
    ],
    [
      'DESCRIBE of MySQL',
      'Field,Type,Null,Key\nid,int(11),NO,PRI\nJob Title,varchar(80),YES,\nbudget,"decimal(12,2)",YES,\n',
    ],
    [
      'the schema of BigQuery',
      '[{"name":"id","type":"INTEGER","mode":"REQUIRED"},{"name":"Job Title","type":"STRING"},{"name":"budget","type":"NUMERIC"}]',
    ],
    ['a byte order mark', '\uFEFFid integer\n"Job Title" text\nbudget numeric\n'],
  ])('%s', async (_, text) => {
    const host = memoryHost(new Map([['types', text]]))
    const { leads, diagnostics } = await columnsInFile('types', { source: 'crm.leads' }, 'postgres', host)
    expect(leads).toEqual(THREE)
    expect(diagnostics).toEqual([])
  })

  it.each([
    ['', 'file/empty'],
    ['-- nothing but a comment\n', 'file/empty'],
    ['table_name,column_name,data_type\na,x,text\nb,y,text\n', 'table/not-found'],
    ['table_schema,table_name,column_name,data_type\na,leads,x,text\nb,leads,y,text\n', 'table/not-found'],
  ])('%j is refused', async (text, code) => {
    const read = columnsInFile('types', { source: 'leads' }, 'postgres', memoryHost(new Map([['types', text]])))
    await expect(read).rejects.toMatchObject({ diagnostic: { code } })
  })
})

it('takes the types of a Parquet file', async () => {
  await inFolder(async folder => {
    const connection = await (await DuckDBInstance.create()).connect()
    const columns = "1 AS id, 'CEO' AS job_title, 50::BIGINT AS employees, DATE '2026-01-01' AS created_date"
    await connection.run(`COPY (SELECT ${columns}) TO '${join(folder, 'like.parquet')}'`)
    connection.closeSync()
    writeFileSync(join(folder, 'rules.yaml'), RULES)
    const argv = ['compile', '-r', 'rules.yaml', '--to', 'postgres', '--source', 'leads', '--like', 'like.parquet']
    const { stdout, stderr } = await runInProcess(argv, folder)
    expect(stderr).toBe('')
    for (const column of ['leadq_row."employees"', 'leadq_row."created_date"']) {
      expect(stdout).toContain(column)
      expect(stdout).not.toContain(`CAST(${column} AS text)`)
    }
  })
})

const RULES = `leadq: 1
scores:
  fit:
    rules:
      - { id: size, field: employees, points_from: { 200: 25 } }
      - { id: new, when: { created_date: { in_last: 30d } }, points: 5 }
`
