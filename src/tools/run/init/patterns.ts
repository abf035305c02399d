/** A pattern for files, so that the export of tomorrow is found, too. */
export interface Pattern {
  readonly files: string
  /** Its files have a day or a number in their names: each night takes the newest. */
  readonly newest: boolean
}

/** `leads-2026-11-27.csv` and `leads-2026-11-28.csv` -> the newest of `leads-*.csv`. A name without digits stays. */
export function patternsOf(paths: readonly string[]): Pattern[] {
  const patterns = new Map<string, Pattern>()
  for (const path of paths) {
    const cut = path.lastIndexOf('/') + 1
    const [folder, name] = [path.slice(0, cut), path.slice(cut)]
    const files = folder + name.replace(DATED, '*')
    patterns.set(files, { files, newest: files !== path })
  }
  return [...patterns.values()]
}

/** Days, times and numbers of at least three digits, with what joins their parts. */
const DATED = /\d{3,}(?:[-_.T]?\d{1,6}(?!\.?[a-z]{2,4}$))*(?:[-_.T]?\d+)?Z?/
