import {
  type Alias,
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isSeq,
  Lexer,
  LineCounter,
  type Pair,
  type ParsedNode,
  Parser,
  type YAMLError,
} from 'yaml'
import type { Place } from '../../base/place.ts'
import type { Report } from '../read/report-problem.ts'
import { describe, type MapEntry, quote, type YamlNode } from './node.ts'
import { tellingProblems } from './telling-problems.ts'

/** Collections inside collections; the library recurses, and dies when this is not kept small. */
const MAX_DEPTH = 100
/** Values after every alias has been written out. */
const MAX_VALUES = 200_000

type Placer = (from: number, to: number) => Place

/**
 * The text of a rulebook as a tree of maps, lists and texts, each with its place. Undefined if it is not YAML:
 * what would be read from a broken tree is noise. Doubled keys and further documents are reported and left out.
 */
export function readYaml(
  { file, text }: { readonly file: string; readonly text: string },
  report: Report,
): YamlNode | undefined {
  const source = text.replace(/^\uFEFF/, '')
  const lines = new LineCounter()
  const place = placer(file, lines)
  const tokens = readTokens(source, lines)
  if (typeof tokens === 'number') {
    report('yaml/too-large', `more than ${MAX_DEPTH} levels of nesting`, place(tokens, tokens + 1))
    return undefined
  }
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' })
  const [first, second] = [...composer.compose(tokens, true, source.length)]
  if (second !== undefined) {
    const [from] = second.contents?.range ?? second.range
    report('yaml/documents', 'expected one YAML document, found a second one', place(from, from + 1), {
      hint: 'a rulebook is one document: remove the `---` and what follows, or give it a file of its own',
    })
  }
  return first === undefined ? undefined : readDocument(first, source, place, report)
}

/** The pieces of a text as YAML sees them; together they are the text, and marks between them. */
export function lexemesOf(text: string): Iterable<string> {
  return new Lexer().lex(text)
}

/** The tokens of the text, or the offset at which it is nested too deeply. */
function readTokens(source: string, lines: LineCounter): CST.Token[] | number {
  const parser = new Parser(lines.addNewLine)
  const tokens: CST.Token[] = []
  lines.addNewLine(0)
  for (const lexeme of new Lexer().lex(source)) {
    tokens.push(...parser.next(lexeme))
    if (parser.stack.length > MAX_DEPTH) return parser.offset
  }
  tokens.push(...parser.end())
  return tokens
}

function placer(file: string, lines: LineCounter): Placer {
  return (from, to) => {
    const start = lines.linePos(from)
    const end = lines.linePos(Math.max(from, to))
    return { file, line: start.line, col: start.col, endLine: end.line, endCol: end.col }
  }
}

function readDocument(document: Document.Parsed, source: string, place: Placer, report: Report): YamlNode | undefined {
  const all: readonly YAMLError[] = [...document.errors, ...document.warnings]
  const problems = tellingProblems(all, source)
  for (const { message, hint, from, to } of problems) report('yaml/syntax', message, place(from, to), { hint })
  if (problems.length > 0) return undefined
  return readTree(document.contents, place, report)
}

interface Anchored {
  readonly node: YamlNode
  /** How many values stand in it with its aliases written out, and how deep they are nested. */
  readonly size: number
  readonly depth: number
}

interface Walk {
  /** What stands behind each anchor; `open` while it is being read. */
  readonly anchors: Map<string, Anchored | 'open'>
  readonly place: Placer
  readonly report: Report
  broken: boolean
}

/**
 * The library's nodes as ours. An alias becomes its anchor's own node, never a copy, so nothing can blow up here;
 * its size is counted as if it were written out, because all readers after this one will see it so.
 */
function readTree(contents: ParsedNode | null, place: Placer, report: Report): YamlNode | undefined {
  const walk: Walk = { anchors: new Map(), place, report, broken: false }
  const { node } = readNode(contents, place(0, 0), walk)
  return walk.broken ? undefined : node
}

function readNode(node: ParsedNode | null, missing: Place, walk: Walk): Anchored {
  if (node === null) return leaf('', true, missing)
  if (isAlias(node)) return readAlias(node.source, placeOf(node, walk), walk)
  if (node.anchor === undefined) return readPlain(node, missing, walk)
  walk.anchors.set(node.anchor, 'open')
  const anchored = readPlain(node, missing, walk)
  walk.anchors.set(node.anchor, anchored)
  return anchored
}

function readAlias(name: string, place: Place, walk: Walk): Anchored {
  const found = walk.anchors.get(name)
  if (found === undefined) return fail('yaml/syntax', `unknown anchor ${quote(name)}`, place, walk)
  if (found === 'open') return fail('yaml/too-large', `the alias ${quote(name)} stands inside itself`, place, walk)
  return found
}

function readPlain(node: Exclude<ParsedNode, Alias.Parsed>, missing: Place, walk: Walk): Anchored {
  const place = placeOf(node, walk)
  if (isMap(node)) return readMap(node.items, place, walk)
  if (isSeq(node)) {
    const items = node.items.map(item => readNode(item, place, walk))
    return joined({ kind: 'list', items: items.map(item => item.node), place }, items, walk)
  }
  const text = typeof node.value === 'string' ? node.value : node.source
  const plain = node.type === 'PLAIN'
  return leaf(text, plain, plain && text === '' ? missing : place)
}

function readMap(items: readonly Pair<ParsedNode, ParsedNode | null>[], place: Place, walk: Walk): Anchored {
  const entries = new Map<string, MapEntry>()
  const parts: Anchored[] = []
  for (const item of items) {
    const key = readNode(item.key, place, walk).node
    const keyPlace = item.key.range === undefined ? key.place : placeOf(item.key, walk)
    const value = readNode(item.value, keyPlace, walk)
    parts.push(value)
    if (key.kind !== 'scalar') walk.report('rule/shape', `expected a text as key, found ${describe(key)}`, keyPlace)
    else addEntry(entries, { key: { ...key, place: keyPlace }, value: value.node }, walk.report)
  }
  return joined({ kind: 'map', entries: [...entries.values()], place }, parts, walk)
}

function addEntry(entries: Map<string, MapEntry>, entry: MapEntry, report: Report): void {
  const { text, place } = entry.key
  const first = entries.get(text)
  if (first === undefined) entries.set(text, entry)
  else {
    const related = [{ place: first.key.place, message: 'first defined here' }]
    report('yaml/duplicate-key', `${quote(text)} is already defined`, place, { related })
  }
}

/** A collection with the sizes of its parts added up; refused beyond the limits. */
function joined(node: YamlNode, parts: readonly Anchored[], walk: Walk): Anchored {
  const size = parts.reduce((sum, part) => sum + part.size, 1)
  const depth = parts.reduce((most, part) => Math.max(most, part.depth), 0) + 1
  if (size > MAX_VALUES) {
    return fail('yaml/too-large', `more than ${MAX_VALUES} values once aliases are written out`, node.place, walk)
  }
  if (depth > MAX_DEPTH) {
    return fail(
      'yaml/too-large',
      `more than ${MAX_DEPTH} levels of nesting once aliases are written out`,
      node.place,
      walk,
    )
  }
  return { node, size, depth }
}

function fail(code: 'yaml/syntax' | 'yaml/too-large', message: string, place: Place, walk: Walk): Anchored {
  if (code === 'yaml/syntax' || !walk.broken) walk.report(code, message, place)
  walk.broken = true
  return leaf('', true, place)
}

function leaf(text: string, plain: boolean, place: Place): Anchored {
  return { node: { kind: 'scalar', text, plain, place }, size: 1, depth: 1 }
}

function placeOf(node: ParsedNode, { place }: Walk): Place {
  const [from, to] = node.range
  return place(from, to)
}
