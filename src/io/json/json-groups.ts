import { Refusal } from '../../base/refusal.ts'
import type { Element, ElementScanner } from './element.ts'
import type { JsonForm } from './json-form.ts'
import { readNames, rowWriter, withKey } from './json-rows.ts'

/** Limits of the sample: records, and text held for it (64 MiB). */
const SAMPLED_RECORDS = 10_000
const SAMPLED_TEXT = 67_108_864

/** The elements of a piece of text and the mistake that ends them; a mistake inside an element comes first. */
export interface Group {
  readonly elements: readonly Element[]
  readonly refusal?: Refusal
}

export async function* scan(scanner: ElementScanner, pieces: AsyncIterable<string>): AsyncGenerator<Group> {
  for await (const piece of pieces) {
    scanner.feed(piece)
    const group = drain(scanner)
    yield group
    if (group.refusal) return
  }
  scanner.end()
  yield drain(scanner)
}

function drain(scanner: ElementScanner): Group {
  const elements: Element[] = []
  try {
    for (let element = scanner.next(); element; element = scanner.next()) elements.push(element)
  } catch (error) {
    if (error instanceof Refusal) return { elements, refusal: error }
    throw error
  }
  return { elements }
}

/** The share of a sample that is complete. */
export function weigh({ elements }: Group): number {
  const length = elements.reduce((sum, { text }) => sum + text.length, 0)
  return Math.max(elements.length / SAMPLED_RECORDS, length / SAMPLED_TEXT)
}

/** Elements as objects, where a document writes them as lists of cells or under their ids. */
export async function* asObjects(groups: AsyncIterable<Group>, form: JsonForm): AsyncGenerator<Group> {
  const write = form.kind === 'rows' ? rowsAsObjects(form) : form.kind === 'keyed' ? keyedAsObject : undefined
  for await (const group of groups) {
    yield write === undefined ? group : { ...group, elements: group.elements.flatMap(element => write(element) ?? []) }
  }
}

function keyedAsObject(element: Element): Element {
  return element.isTooLong ? element : { ...element, text: withKey(element.text, element.key) }
}

/** The first row names the columns if nothing else does. */
function rowsAsObjects({ path, columns }: Extract<JsonForm, { kind: 'rows' }>): (each: Element) => Element | undefined {
  let write = columns && rowWriter(columns)
  return element => {
    if (element.list !== path || element.isTooLong || !/^[[{]/.test(element.text)) return element
    if (write !== undefined) return { ...element, text: write(element.text) }
    write = rowWriter(readNames(element.text))
    return undefined
  }
}
