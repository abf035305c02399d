import type { RulebookSource } from '../yaml/source.ts'
import {
  commentAbove,
  keysOf,
  type ListPart,
  listOf,
  type MapPart,
  mapOf,
  mapsOf,
  parsePart,
  partOf,
  put,
  remove,
  setCommentAbove,
  spread,
} from '../yaml/yaml-edit.ts'
import { joinHead } from './head.ts'
import { idOf, joinScores, type RulesPlan } from './join-scores.ts'
import { joinStages } from './join-stages.ts'
import { isEvidence, withoutOwn } from './marks.ts'
import { type Piece, piecesOf, textOfPieces } from './regions.ts'

export interface Relearning extends RulesPlan {
  /** The rulebook that people have written in, and the one that was learned. */
  readonly base: RulebookSource
  readonly fresh: string
  /** Lists and fields that only removed rules used. */
  readonly unused: { readonly lists: ReadonlySet<string>; readonly fields: ReadonlySet<string> }
}

/** Parts that are learned, in the order in which a new one is written. All others stay to the byte. */
const LEARNED = ['lists', 'fields', 'scores', 'total', 'stages', 'chance'] as const

/**
 * A rulebook with its learned part replaced: rules, their points, thresholds of the total, chances. Whatever a person has
 * fixed stays, with comments. Undefined: the text is not laid out so that its parts can be told.
 */
export function relearn({ base, fresh, unused, ...plan }: Relearning): string | undefined {
  const pieces = piecesOf(base)
  const freshPieces = piecesOf({ file: '', text: fresh })
  if (pieces === undefined || freshPieces === undefined) return undefined
  const joined: Piece[] = []
  for (const piece of pieces) {
    if ('between' in piece) joined.push(joined.length === 0 ? joinHead(piece, freshPieces[0]) : piece)
    else {
      const part = joinedPart(piece.key, piece.text, freshText(freshPieces, piece.key), { unused, ...plan })
      if (part === undefined) return undefined
      joined.push({ key: piece.key, text: part })
    }
  }
  return textOfPieces(withNewParts(joined, freshPieces))
}

function freshText(pieces: readonly Piece[], key: string): string | undefined {
  for (const piece of pieces) if ('key' in piece && piece.key === key) return piece.text
  return undefined
}

type Plan = RulesPlan & Pick<Relearning, 'unused'>

/** Undefined if the part cannot be edited. */
function joinedPart(key: string, text: string, fresh: string | undefined, plan: Plan): string | undefined {
  if (key === 'total') return ''
  if (key === 'chance') return fresh === undefined ? '' : withComments(text, fresh)
  if (!['lists', 'fields', 'scores', 'stages'].includes(key)) return text
  const own = parsePart(text)
  if (own === undefined) return undefined
  const learned = fresh === undefined ? undefined : parsePart(fresh)
  if (key === 'stages') {
    const [rows, added] = [listOf(own.map, key), learned && listOf(learned.map, key)]
    if (rows !== undefined && added !== undefined) joinStages(rows, added)
  } else {
    const [map, added] = [mapOf(own.map, key), learned && mapOf(learned.map, key)]
    if (map === undefined) return fresh ?? text
    if (key === 'scores') {
      if (added !== undefined) joinScores(map, added, plan)
    } else {
      const before = own.print()
      joinNames(map, added, key === 'lists' ? plan.unused.lists : plan.unused.fields)
      if (own.print() === before) return text
      if (map.items.length === 0) return ''
    }
  }
  return own.print()
}

/** Names that are there already stay as they are. */
function joinNames(map: MapPart, added: MapPart | undefined, unused: ReadonlySet<string>): void {
  const fresh = added === undefined ? [] : keysOf(added)
  for (const name of unused) if (!fresh.includes(name)) remove(map, name)
  for (const name of fresh) {
    const value = added && partOf(added, name)
    const isNew = partOf(map, name) === undefined
    if (value !== undefined && (isNew || unused.has(name))) {
      spread(map)
      put(map, name, value)
    }
  }
}

/** Chances are replaced whole; what a person has written there stays above them. */
function withComments(text: string, fresh: string): string {
  const [before, after] = [parsePart(text), parsePart(fresh)]
  const bands = before === undefined ? undefined : mapOf(before.map, 'chance')
  const said = bands === undefined ? [] : withoutOwn(bands.items.flatMap(({ key }) => commentAbove(key)))
  if (after === undefined || said.length === 0) return fresh
  const first = mapOf(after.map, 'chance')?.items[0]?.key
  setCommentAbove(first, [...said, ...commentAbove(first)])
  return after.print()
}

/** Learned parts that the rulebook did not have, each where it would be written. */
function withNewParts(pieces: readonly Piece[], fresh: readonly Piece[]): readonly Piece[] {
  let joined = [...pieces]
  for (const [place, key] of LEARNED.entries()) {
    const at = fresh.findIndex(piece => 'key' in piece && piece.key === key)
    const piece = fresh[at]
    if (piece === undefined || joined.some(each => 'key' in each && each.key === key)) continue
    const before = new Set<string>(['leadq', 'name', 'version', 'locale', ...LEARNED.slice(0, place)])
    const last = joined.findLastIndex(each => 'key' in each && before.has(each.key))
    const between = fresh[at - 1]
    joined = [
      ...joined.slice(0, last + 1),
      ...(between === undefined ? [] : [between]),
      piece,
      ...joined.slice(last + 1),
    ]
  }
  return joined
}

/** Some rules of a rulebook, and what they need, put into a new one. Undefined: its text is not laid out so that they can be told. */
export function withKept(
  fresh: string,
  old: RulebookSource,
  {
    kept,
    starts,
    fields,
    lists,
  }: Pick<RulesPlan, 'kept' | 'starts'> & {
    readonly fields: ReadonlySet<string>
    readonly lists: ReadonlySet<string>
  },
): string | undefined {
  const [pieces, oldPieces] = [piecesOf({ file: '', text: fresh }), piecesOf(old)]
  const scores = oldPieces && freshText(oldPieces, 'scores')
  if (pieces === undefined || oldPieces === undefined || scores === undefined) return undefined
  const joined = pieces.map((piece): Piece | undefined => {
    if ('between' in piece || piece.key !== 'scores') return piece
    const [base, learned] = [parsePart(scores), parsePart(piece.text)]
    const maps = [base && mapOf(base.map, 'scores'), learned && mapOf(learned.map, 'scores')] as const
    if (base === undefined || maps[0] === undefined || maps[1] === undefined) return undefined
    joinScores(maps[0], maps[1], { kept, starts, groupOf: new Map(), keepsGates: false })
    return { key: 'scores', text: base.print() }
  })
  if (joined.some(piece => piece === undefined)) return undefined
  let text = textOfPieces(joined.flatMap(piece => piece ?? []))
  for (const [key, names] of [
    ['fields', fields],
    ['lists', lists],
  ] as const) {
    const next = withEntries(text, key, freshText(oldPieces, key), names)
    if (next === undefined) return undefined
    text = next
  }
  const events = freshText(oldPieces, 'events')
  return events === undefined || !/\bevent:/.test(text) ? text : withPiece(text, 'events', events)
}

/** Fields or lists of the old rulebook; those of the new one with the same name give way. */
function withEntries(
  text: string,
  key: string,
  old: string | undefined,
  names: ReadonlySet<string>,
): string | undefined {
  const from = old === undefined ? undefined : parsePart(old)
  const map = from && mapOf(from.map, key)
  if (from === undefined || map === undefined) return old === undefined ? text : undefined
  for (const name of keysOf(map)) if (!names.has(name)) remove(map, name)
  if (map.items.length === 0) return text
  const pieces = piecesOf({ file: '', text })
  const own = pieces && freshText(pieces, key)
  const added = own === undefined ? undefined : parsePart(own)
  const addedMap = added && mapOf(added.map, key)
  if (addedMap !== undefined) joinNames(map, addedMap, new Set())
  return withPiece(text, key, from.print())
}

function withPiece(text: string, key: string, part: string): string {
  const pieces = piecesOf({ file: '', text }) ?? []
  const isThere = pieces.some(piece => 'key' in piece && piece.key === key)
  if (isThere)
    return textOfPieces(pieces.map(piece => ('key' in piece && piece.key === key ? { key, text: part } : piece)))
  const at = pieces.findIndex(piece => 'key' in piece && piece.key === 'scores')
  // The comment above the scores stays with them.
  return textOfPieces([...pieces.slice(0, at - 1), { between: '\n' }, { key, text: part }, ...pieces.slice(at - 1)])
}

/** The ids of rules that `tune` has learned: each has its evidence above it. Nothing: nobody has tuned this rulebook. */
export function learnedRules(source: RulebookSource): ReadonlySet<string> {
  const piece = piecesOf(source)?.find(each => 'key' in each && each.key === 'scores')
  const scores = piece === undefined || !('key' in piece) ? undefined : parsePart(piece.text)
  const map = scores && mapOf(scores.map, 'scores')
  const found = new Set<string>()
  for (const list of map === undefined ? [] : ruleLists(map)) {
    for (const rule of mapsOf(list)) if (commentAbove(rule).some(isEvidence)) found.add(idOf(rule))
  }
  return found
}

function ruleLists(scores: MapPart): ListPart[] {
  return keysOf(scores).flatMap(name => {
    const score = mapOf(scores, name)
    const groups = score && mapOf(score, 'groups')
    const inGroups = groups === undefined ? [] : keysOf(groups).flatMap(each => mapOf(groups, each) ?? [])
    return [...(score === undefined ? [] : [score]), ...inGroups].flatMap(each => listOf(each, 'rules') ?? [])
  })
}
