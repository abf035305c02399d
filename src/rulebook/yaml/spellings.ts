import type { Spelling } from '../../ir/plan/spelled.ts'
import { fold } from '../../ir/values/fold.ts'
import type { YamlNode } from './node.ts'
import type { RulebookSource } from './source.ts'
import { readYaml } from './yaml.ts'

/** The spellings of all texts in some rulebooks; of one that is written in two ways, the later. */
export function spellingsOf(sources: readonly RulebookSource[]): Spelling {
  const spelled = new Map<string, string>()
  for (const source of sources) {
    const tree = readYaml(source, () => {})
    for (const text of tree === undefined ? [] : textsIn(tree)) spelled.set(fold(text), text)
  }
  return folded => spelled.get(folded) ?? folded
}

function* textsIn(node: YamlNode): Generator<string> {
  if (node.kind === 'scalar') yield node.text
  if (node.kind === 'list') for (const item of node.items) yield* textsIn(item)
  if (node.kind !== 'map') return
  for (const { key, value } of node.entries) {
    yield key.text
    yield* textsIn(value)
  }
}
