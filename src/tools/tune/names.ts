import { fold } from '../../ir/values/fold.ts'
import type { Bins } from '../../learn/bins/bins.ts'
import type { SettledTable } from '../../learn/writing/settled-card.ts'
import { gateConditions } from '../../learn/writing/write-rule.ts'

/** The ids and labels of rules: the field and its heading, with the gate behind it where there is one. */
export function writtenNames(
  tables: readonly SettledTable[],
  all: readonly Bins[],
): readonly { readonly id: string; readonly label: string }[] {
  const taken = new Set<string>()
  return tables.map(({ bins: { column }, gate }) => {
    const test = column.kind === 'levels' && column.test !== undefined ? `-${column.test.value}` : ''
    const [condition] = gate === undefined ? [] : gateConditions(gate, all)
    const gated = condition === undefined ? '' : `-if-${condition[0]}`
    const id = unique(slugOf(`${column.field}${test}${gated}`), taken)
    taken.add(id)
    const behind = gate === undefined ? '' : `, if ${all[gate.bins]?.column.heading ?? ''}`
    const word = column.kind === 'levels' && column.test !== undefined ? ` ${column.test.value}` : ''
    return { id, label: sayable(`${column.heading}${word}${behind}`) }
  })
}

const MAX_LENGTH = 60

function slugOf(text: string): string {
  const slug = fold(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return Array.from(slug).slice(0, MAX_LENGTH).join('') || 'rule'
}

function unique(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  let count = 2
  while (taken.has(`${wanted}-${count}`)) count += 1
  return `${wanted}-${count}`
}

/** Labels stand in lists that are joined by semicolons. */
function sayable(text: string): string {
  const plain = text.replace(/[;\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  return Array.from(plain).slice(0, MAX_LENGTH).join('')
}
