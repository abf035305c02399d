/** How the cells of records stand under the headings, where their numbers differ. */
export interface Shape {
  /** Cells of a record as it stands in the file. */
  readonly width: number
  /** Whether every heading has its cell. */
  readonly isEven: boolean
  /** The cells under the headings; nothing if the record does not have this shape. */
  fit(cells: readonly string[]): readonly string[] | undefined
}

/** Records have as many cells as the header. */
export function evenShape(width: number): Shape {
  return { width, isEven: true, fit: cells => (cells.length === width ? cells : undefined) }
}

/** Records have further cells at their end, all of them blank: `1,Ann,` below `id,name`. */
export function surplusShape(headings: number, width: number): Shape {
  return { width, isEven: false, fit: cells => withoutSurplus(cells, headings) }
}

/** Records lack cells that the header has, at their start or at their end. */
export function shortShape(headings: number, width: number, side: 'start' | 'end'): Shape {
  const missing = Array.from({ length: headings - width }, () => '')
  return {
    width,
    isEven: false,
    fit: cells =>
      cells.length !== width ? undefined : side === 'start' ? [...missing, ...cells] : [...cells, ...missing],
  }
}

/** The first `count` cells if only blank ones come after them. */
export function withoutSurplus(cells: readonly string[], count: number): readonly string[] | undefined {
  if (cells.length < count) return undefined
  for (let at = count; at < cells.length; at += 1) if (!/^[ \t]*$/.test(cells[at] ?? '')) return undefined
  return cells.length === count ? cells : cells.slice(0, count)
}
