import { didYouMean } from '../../base/nearest.ts'
import { wordAround } from '../../ir/catalogue/common-words.ts'
import { MAIL_KINDS, type MailKind } from '../../ir/plan/operators.ts'
import { fold } from '../../ir/values/fold.ts'
import { wordNeedle } from '../../ir/values/words.ts'
import { wordHint } from '../language/other-words.ts'
import { quote, type YamlNode } from '../yaml/node.ts'
import { readSpelling, readText } from './conditions/constant.ts'
import { checkPattern } from './conditions/read-pattern.ts'
import { alternatives, type Report } from './report-problem.ts'

/** Labels that a hint lists when none is close. */
const MAX_LISTED = 8

/** Operands that are texts of a certain kind. Each is undefined if a problem was reported. */

/** The operand of `contains`. Very short ones are usually meant as words. */
export function readNeedle(node: YamlNode, report: Report): string | undefined {
  const needle = readText(node, report)
  const word = needle !== undefined && /^\p{L}{1,3}$/u.test(needle) ? wordAround(needle) : undefined
  if (needle !== undefined && word !== undefined) {
    report('rule/substring', `${quote(needle)} is also found inside other words, such as ${quote(word)}`, node.place, {
      hint: '`has_word` finds whole words only',
    })
  }
  return needle
}

/** The operand of `has_word`, as written. */
export function readPhrase(node: YamlNode, report: Report): string | undefined {
  const phrase = readSpelling(node, 'a word or phrase', report)
  if (phrase === undefined || wordNeedle(phrase) !== undefined) return phrase
  report('rule/pattern', `expected a word, found ${quote(phrase)} without a letter or digit`, node.place, {
    hint: '`contains` finds any sign',
  })
  return undefined
}

/** The operand of `matches`, as written. */
export function readPattern(node: YamlNode, report: Report): string | undefined {
  const pattern = readSpelling(node, 'a regular expression', report)
  if (pattern === undefined) return undefined
  const found = checkPattern(pattern)
  if (found === undefined) return pattern
  const at = found.at === undefined ? '' : ` at character ${found.at}`
  report(
    'rule/pattern',
    `not every engine reads the pattern ${quote(pattern)} alike${at}: ${found.problem}`,
    node.place,
  )
  return undefined
}

export function readMailKind(node: YamlNode, report: Report): MailKind | undefined {
  const spelling = readSpelling(node, 'a kind of mail address', report)
  const kind = MAIL_KINDS.find(name => name === spelling)
  if (spelling === undefined || kind !== undefined) return kind
  const hint = wordHint(spelling, MAIL_KINDS)
  report('rule/constant', `expected ${alternatives(MAIL_KINDS)}, found ${quote(spelling)}`, node.place, { hint })
  return undefined
}

/** The folded label of a stage, grade, segment or criterion (`noun`), which can be nothing but one of these. */
export function readLabel(node: YamlNode, noun: string, labels: readonly string[], report: Report): string | undefined {
  const spelling = readSpelling(node, `a ${noun}`, report)
  if (spelling === undefined) return undefined
  const folded = fold(spelling)
  if (labels.some(label => fold(label) === folded)) return folded
  const close = spelling.length > 2 ? didYouMean(spelling, labels) : undefined
  const hint = close ?? (labels.length <= MAX_LISTED ? `allowed: ${labels.map(quote).join(', ')}` : undefined)
  report('rule/unknown-name', `unknown ${noun} ${quote(spelling)}`, node.place, { hint })
  return undefined
}
