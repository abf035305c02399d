/** A format as people call it. */
export function formatName(format: string): string {
  return format === 'parquet' ? 'Parquet' : format.toUpperCase()
}
