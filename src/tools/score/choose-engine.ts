import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'

/** The engines for files: `auto` judges many leads at once where it can, `stream` lead by lead. */
export const FILE_ENGINES = ['auto', 'stream', 'duckdb'] as const

export type FileEngine = (typeof FILE_ENGINES)[number]

/** DuckDB was an engine for files once, and scripts ask for it. */
export function engineRemarks(engine: FileEngine | undefined): Diagnostic[] {
  if (engine !== 'duckdb') return []
  const message = '`--engine duckdb` is ignored: leadq judges files itself'
  return [diagnose('engine/not-needed', message, { hint: 'leave it out' })]
}
