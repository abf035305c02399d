import type { Plan } from '../../ir/plan/plan.ts'
import type { YamlNode } from '../yaml/node.ts'
import { listName } from './conditions/operand.ts'

/** The lists of a rulebook, and whether anything names them. Conditions have them written out already. */
export function listsOf(rulebook: YamlNode): Pick<Plan, 'lists'> {
  if (rulebook.kind !== 'map') return {}
  const lists = rulebook.entries.find(({ key }) => key.text === 'lists')?.value
  if (lists?.kind !== 'map') return {}
  const others = rulebook.entries.filter(({ value }) => value !== lists)
  const named = new Set(others.flatMap(({ value }) => [...namesIn(value)]))
  return { lists: lists.entries.map(({ key: { text: name, place } }) => ({ name, isUsed: named.has(name), place })) }
}

function* namesIn(node: YamlNode): Generator<string> {
  const name = listName(node)
  if (name !== undefined) yield name
  if (node.kind === 'list') for (const item of node.items) yield* namesIn(item)
  if (node.kind === 'map') for (const { value } of node.entries) yield* namesIn(value)
}
