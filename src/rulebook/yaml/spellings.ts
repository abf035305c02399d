import type { Spelling } from '../../ir/plan/spelled.ts'
import { fold } from '../../ir/values/fold.ts'
import type { YamlNode } from './node.ts'
import type { RulebookSource } from './source.ts'
import { readYaml } from './yaml.ts'

/**
 * The spellings of all texts in some rulebooks; of one that is written in two ways, the later. Names (`id: converted`, the
 * key `converted:`) count only where nothing else is written so.
 */
export function spellingsOf(sources: readonly RulebookSource[]): Spelling {
  const values = new Map<string, string>()
  const names = new Map<string, string>()
  for (const source of sources) {
    const tree = readYaml(source, () => {})
    for (const { text, isName } of tree === undefined ? [] : textsIn(tree)) {
      const spelled = isName ? names : values
      spelled.set(fold(text), text)
    }
  }
  return folded => values.get(folded) ?? names.get(folded) ?? folded
}

interface Text {
  readonly text: string
  readonly isName: boolean
}

/** Keys whose value is the name of something. */
const NAMING: ReadonlySet<string> = new Set(['id', 'field', 'per', 'event', 'since', 'from', 'stage'])

function* textsIn(node: YamlNode, isName = false): Generator<Text> {
  if (node.kind === 'scalar') yield { text: node.text, isName }
  if (node.kind === 'list') for (const item of node.items) yield* textsIn(item, isName)
  if (node.kind !== 'map') return
  for (const { key, value } of node.entries) {
    yield { text: key.text, isName: true }
    yield* textsIn(value, NAMING.has(key.text))
  }
}
