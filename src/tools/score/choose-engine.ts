import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'

/** The engines for files: `auto` judges many leads at once where it can, `stream` lead by lead. */
export const FILE_ENGINES = ['auto', 'stream', 'duckdb'] as const

export type FileEngine = (typeof FILE_ENGINES)[number]

/** DuckDB was an engine for files once. */
export function engineRemarks(engine: FileEngine | undefined): Diagnostic[] {
  if (engine !== 'duckdb') return []
  const hint = 'leave `--engine duckdb` away'
  return [
    diagnose('engine/not-needed', 'leadq judges files faster than DuckDB does, and ignores `--engine duckdb`', {
      hint,
    }),
  ]
}
