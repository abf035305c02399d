import type { Place } from '../../base/place.ts'
import type { Report } from '../read/report-problem.ts'
import { isSame, quote, type YamlNode } from '../yaml/node.ts'
import type { Layer } from './layers.ts'

/** Paths that a message lists. */
const MAX_LISTED = 3

/**
 * Conflicts between rulebooks that define the same part and do not extend each other, until a rulebook on top settles
 * them.
 */
export type Contested = Map<string, readonly Contender[]>

interface Contender {
  readonly node: YamlNode
  readonly layer: Layer
}

/** Takes note that `after` has replaced `before` in the part named by `path`. */
export function contest(into: Contested, path: string, before: Contender, after: Contender): void {
  const rivals = (into.get(path) ?? [before]).filter(
    ({ node, layer }) => layer !== after.layer && !after.layer.below.has(layer.file) && !isSame(node, after.node),
  )
  if (rivals.length === 0) into.delete(path)
  else into.set(path, [...rivals, after])
}

/** One problem for every two rulebooks that clash, however many parts they clash in. */
export function reportClashes(contested: Contested, layers: readonly Layer[], report: Report): void {
  const pairs = new Map<string, { readonly path: string; readonly pair: readonly [Contender, Contender] }[]>()
  for (const [path, contenders] of contested) {
    const [one, other] = [contenders.at(-2), contenders.at(-1)]
    if (one === undefined || other === undefined) continue
    const key = JSON.stringify([one.layer.file, other.layer.file])
    pairs.set(key, [...(pairs.get(key) ?? []), { path, pair: [one, other] }])
  }
  for (const found of pairs.values()) {
    const [first] = found
    if (first !== undefined)
      reportPair(
        first.pair,
        found.map(({ path }) => path),
        layers,
        report,
      )
  }
}

function reportPair(
  [one, other]: readonly [Contender, Contender],
  paths: readonly string[],
  layers: readonly Layer[],
  report: Report,
): void {
  const joining = layers.find(({ below }) => below.has(one.layer.file) && below.has(other.layer.file))
  const place: Place = joining?.place ?? other.node.place
  const more = paths.length - MAX_LISTED
  const listed = `${paths.slice(0, MAX_LISTED).map(quote).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
  const [below, above] = [quote(one.layer.file), quote(other.layer.file)]
  report('extends/clash', `${below} and ${above} contradict each other in ${listed}`, place, {
    related: [
      { place: one.node.place, message: 'it is this here' },
      { place: other.node.place, message: 'and that here' },
    ],
    hint: `say in ${quote(joining?.file ?? '')} which one to use, or let one of the two extend the other`,
  })
}
