import type { Step } from './dialect/write.ts'

/** What needs a step of its own: rows that become several, and figures over rows. */
const OF_ROWS = /\b(?:unnest|explode|over)\b/i

/** Steps of which none needs the columns of the one before it are one. */
export function mergeSteps(steps: readonly Step[]): Step[] {
  const asked = new Map<string, number>()
  const words = new Map<Step, ReadonlySet<string>>()
  for (const step of steps) {
    const own = wordsOf(step)
    words.set(step, own)
    for (const word of own) asked.set(word, (asked.get(word) ?? 0) + 1)
  }
  const merged: Step[] = []
  /** All that the last of these asks for. */
  let before: ReadonlySet<string> = new Set()
  for (const step of steps) {
    const last = merged.at(-1)
    const own = words.get(step) ?? new Set()
    // What a step follows is not named, unless others read it, too.
    const isAskedFor = last !== undefined && asked.has(last.name.toLowerCase())
    if (
      last === undefined ||
      isAskedFor ||
      !isPlain(last) ||
      !isPlain(step) ||
      needs(own, last) ||
      needs(before, step)
    ) {
      merged.push(step)
      before = own
      continue
    }
    const about = [last.about, step.about].filter(each => each !== '').join('; ')
    merged[merged.length - 1] = { ...last, name: step.name, about, columns: [...last.columns, ...step.columns] }
    before = new Set([...before, ...own])
  }
  return merged
}

/** Whether it only adds columns to what the step before it has. */
function isPlain({ isWhole, isKept, from, end, repeated, columns }: Step): boolean {
  if (isWhole || isKept || from !== undefined || end !== undefined || repeated !== undefined) return false
  return columns.every(column => 'call' in column || !OF_ROWS.test(column.sql))
}

function needs(words: ReadonlySet<string>, { columns }: Step): boolean {
  return columns.some(({ name }) => words.has(name.toLowerCase()))
}

/** Every word of a step, also those inside of literals: one too many only keeps a step. */
function wordsOf({ from = '', end = '', columns }: Step): Set<string> {
  const texts = [from, end, ...columns.map(column => ('sql' in column ? column.sql : column.of))]
  return new Set(texts.flatMap(text => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []))
}
