import type { Element } from './element.ts'

/** Usual keys of the list of records in a document with several lists. */
const USUAL = new Set(
  'contacts leads persons people prospects prospect results result records data values items rows value'.split(' '),
)

/**
 * Finds the list of records: among lists of objects one with a usual name, then the longest; otherwise an empty list.
 * Undefined if there are only other lists, or none.
 */
export function chooseList(lists: Iterable<string>, sample: readonly Element[]): string | undefined {
  const found = [...lists].map(list => {
    const elements = sample.filter(element => element.list === list)
    const objects = elements.filter(({ text }) => text.startsWith('{')).length
    return { list, objects, isEmpty: elements.length === 0, isUsual: USUAL.has(lastKey(list)) }
  })
  const fit = found.filter(({ list, objects, isEmpty }) => list === '' || objects > 0 || isEmpty)
  fit.sort(
    (a, b) =>
      Number(b.objects > 0) - Number(a.objects > 0) || Number(b.isUsual) - Number(a.isUsual) || b.objects - a.objects,
  )
  return fit[0]?.list
}

/** Whether this is a usual name for a list of records. */
export function isUsualList(name: string): boolean {
  return USUAL.has(name.toLowerCase())
}

function lastKey(list: string): string {
  return list.slice(list.lastIndexOf('.') + 1).toLowerCase()
}
