import type { Element } from './element.ts'

/** What systems call the list of records, where a document has several lists. */
const USUAL = new Set(
  'contacts leads persons people prospects prospect results result records data values items rows value'.split(' '),
)

/**
 * The list that holds the records: one with objects in it, of those one with a usual name, of those the one with most;
 * failing all, an empty list. Nothing if there are only lists of other things, or none.
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

/** Whether a list of this name is one of records. */
export function isUsualList(name: string): boolean {
  return USUAL.has(name.toLowerCase())
}

function lastKey(list: string): string {
  return list.slice(list.lastIndexOf('.') + 1).toLowerCase()
}
