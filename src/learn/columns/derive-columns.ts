import { domainOf, mailKindsOf } from '../../engine/mail.ts'
import { MAIL_KINDS } from '../../ir/plan/operators.ts'
import { wordForm } from '../../ir/values/words.ts'
import type { Column, ColumnTest, LevelColumn, LevelText } from '../bins/column.ts'
import { type CollectedColumn, LIST_SIGN } from './collect-columns.ts'
import { FLAG_LEVELS } from './flags.ts'

/** Levels of so many leads can stand in a table as they are. */
const MIN_LEVEL = 10
/** If the common levels cover this share of the filled leads, words are not derived. */
const MIN_SHARE_IN_LEVELS = 0.5
const MAX_WORDS = 200
const MIN_WORD = 3

/** A column as the learner uses it: as it stands, or as things that its texts hold or not. */
export function deriveColumns({ field, column }: CollectedColumn): Column[] {
  if (column.kind === 'number') return [column]
  if (field.name === 'email') return mailColumns(column)
  if (field.type === 'list') return holding(column, elementsIn, value => ({ operator: 'equals', value }))
  if (field.type === 'text' && isFreeText(column)) {
    return [column, ...holding(column, wordsIn, value => ({ operator: 'has_word', value }))]
  }
  return [column]
}

/** Most filled leads have a text that few others have, and texts hold several words. */
function isFreeText({ codes, levels }: LevelColumn): boolean {
  const counts = countLevels(codes, levels.length)
  const filled = counts.reduce((sum, count) => sum + count, 0)
  const common = counts.reduce((sum, count) => (count >= MIN_LEVEL ? sum + count : sum), 0)
  const spaced = levels.filter(({ text }) => text.trim().includes(' ')).length
  return common < MIN_SHARE_IN_LEVELS * filled && 2 * spaced > levels.length
}

function countLevels(codes: Int32Array, size: number): Float64Array {
  const counts = new Float64Array(size)
  for (const code of codes) if (code >= 0) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

function elementsIn({ value }: LevelText): string[] {
  return String(value).split(LIST_SIGN)
}

function wordsIn({ value }: LevelText): string[] {
  return wordForm(String(value))
    .split(' ')
    .filter(word => word.length >= MIN_WORD && /\p{L}/u.test(word))
}

/** The most frequent parts of the texts, each as a column of `has` and `has not`. */
function holding(
  column: LevelColumn,
  partsOf: (level: LevelText) => string[],
  testOf: (part: string) => ColumnTest,
): Column[] {
  const counts = countLevels(column.codes, column.levels.length)
  const parts = column.levels.map(level => new Set(partsOf(level)))
  const leads = new Map<string, number>()
  for (const [code, inLevel] of parts.entries()) {
    for (const part of inLevel) leads.set(part, (leads.get(part) ?? 0) + (counts[code] ?? 0))
  }
  const least = Math.max(20, Math.sqrt(column.codes.length) / 2)
  return [...leads]
    .filter(([, count]) => count >= least && count <= column.codes.length - least)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MAX_WORDS)
    .map(([part]) => flagColumn(column, testOf(part), code => parts[code]?.has(part) === true))
}

function flagColumn(column: LevelColumn, test: ColumnTest, holds: (code: number) => boolean): LevelColumn {
  const byLevel = Uint8Array.from(column.levels.keys(), code => (holds(code) ? 1 : 0))
  const codes = Int32Array.from(column.codes, code => (code < 0 ? 0 : (byLevel[code] ?? 0)))
  return { ...column, codes, levels: FLAG_LEVELS, test }
}

/** Kinds of address, and the endings of domains; never the address itself. */
function mailColumns(column: LevelColumn): Column[] {
  const texts = column.levels.map(({ value }) => String(value))
  const kinds = texts.map(mailKindsOf)
  const endings = texts.map(text => /\.[a-z]{2,}$/.exec(domainOf(text))?.[0] ?? '')
  const common = new Map<string, number>()
  const counts = countLevels(column.codes, column.levels.length)
  for (const [code, ending] of endings.entries()) common.set(ending, (common.get(ending) ?? 0) + (counts[code] ?? 0))
  const least = Math.max(20, Math.sqrt(column.codes.length) / 2)
  const frequent = [...common].filter(
    ([ending, count]) => ending !== '' && count >= least && count <= column.codes.length - least,
  )
  return [
    ...MAIL_KINDS.map(kind =>
      flagColumn(column, { operator: 'is', value: kind }, code => kinds[code]?.has(kind) === true),
    ),
    ...frequent
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, MAX_ENDINGS)
      .map(([ending]) =>
        flagColumn(column, { operator: 'ends_with', value: ending }, code => endings[code] === ending),
      ),
  ]
}

const MAX_ENDINGS = 20
