import { diagnose } from '../../../base/diagnostic.ts'
import { Refusal } from '../../../base/refusal.ts'
import { DuckdbError } from '../../../leads/parquet/duckdb.ts'

/** An error of DuckDB: too little disk or memory is reported, the rest concerns a query or a file. */
export function failureOf(error: unknown, folder: string): Error {
  const message = error instanceof Error ? error.message : String(error)
  if (/No space left on device|max_temp_directory_size/i.test(message)) {
    return refuse(
      'engine/disk',
      `DuckDB has no room left on disk in ${folder}`,
      'name a folder with more room in TMPDIR',
    )
  }
  if (/^Out of Memory Error/i.test(message)) {
    return refuse(
      'engine/memory',
      'DuckDB has too little memory',
      'give it more: `--memory 2GB`, or write CSV: `--format csv`',
    )
  }
  return new DuckdbError(`DuckDB says: ${withoutValues(message.split('\n')[0] ?? '')}`)
}

/** Of an error about a value not the value: it may tell who a lead is. */
function withoutValues(message: string): string {
  return /^(?:Conversion|Invalid Input|Out of Range) Error/.test(message)
    ? message.replace(/'[\s\S]*'|"[\s\S]*"/, "'...'")
    : message
}

function refuse(code: 'engine/disk' | 'engine/memory', message: string, hint: string): Refusal {
  return new Refusal(diagnose(code, message, { hint }), 'cannotWrite')
}
