/** Where something stands in a file; lines and columns count from 1, ends are exclusive. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly col: number
  readonly endLine?: number
  readonly endCol?: number
}

/** Orders places by file, then line, then column; things without a place come first. */
export function comparePlaces(a: Place | undefined, b: Place | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined)
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.line - b.line || a.col - b.col
}

/** `file:line:col`, the form that terminals and editors turn into a link. */
export function printPlace(place: Place): string {
  return `${place.file}:${place.line}:${place.col}`
}
