import { CODES } from '../../base/codes.ts'
import { type Diagnostic, diagnose } from '../../base/diagnostic.ts'
import { didYouMean } from '../../base/nearest.ts'
import type { Place } from '../../base/place.ts'
import type { Comment } from '../../rulebook/index.ts'
import type { LintCode } from '../judging/observation.ts'
import { FINDINGS, isLintCode, LEVELS, type Level } from './catalogue.ts'

/** Directives for lint in the comments of a rulebook. */
export interface Directives {
  readonly levels: ReadonlyMap<LintCode, Level>
  readonly suppressions: readonly Suppression[]
  /** Comments that cannot be followed. */
  readonly problems: readonly Diagnostic[]
}

/** Findings of a code are suppressed on a line, or in the whole file. */
export interface Suppression {
  readonly code: LintCode
  readonly line: number | 'all'
  readonly reason: string
  readonly place: Place
}

const FORM = '`# leadq-disable-next-line lint/gap -- why it is meant so`'

/**
 *     # leadq-disable-next-line lint/gap -- reason      also -line, for its own line, and nothing: for the whole file
 *     # leadq-severity lint/gap=error, lint/clock=off
 */
export function readDirectives(comments: readonly Comment[]): Directives {
  const levels = new Map<LintCode, Level>()
  const suppressions: Suppression[] = []
  const problems: Diagnostic[] = []
  for (const comment of comments) {
    const [, name, rest = ''] = /^leadq-(\S+)(?:\s+(.*))?$/s.exec(comment.text) ?? []
    if (name === undefined) continue
    const problem = (message: string, hint?: string) =>
      problems.push(diagnose('lint/comment', message, { place: comment.place, hint }))
    const [codes = '', ...reasons] = rest.split(' -- ')
    const reason = reasons.join(' -- ').trim()
    if (name === 'severity') {
      for (const text of listed(codes)) {
        const found = readLevel(text)
        if ('message' in found) problem(found.message, found.hint)
        else levels.set(found.code, found.level)
      }
    } else if (!isSuppressing(name)) {
      problem(`unknown comment \`leadq-${name}\``, didYouMean(name, [...LINES, 'severity'])?.replace('`', '`leadq-'))
    } else if (reason === '' || listed(codes).length === 0) {
      problem(
        listed(codes).length === 0 ? 'no finding is named' : 'no reason is given: nothing is suppressed',
        `write ${FORM}`,
      )
    } else {
      for (const code of listed(codes)) {
        if (isLintCode(code)) suppressions.push({ code, line: lineOf(name, comment), reason, place: comment.place })
        else problem(...unknownCode(code))
      }
    }
  }
  return { levels, suppressions, problems }
}

const LINES = ['disable-next-line', 'disable-line', 'disable'] as const

function isSuppressing(name: string): name is (typeof LINES)[number] {
  return LINES.some(known => known === name)
}

function lineOf(name: (typeof LINES)[number], { place, nextLine }: Comment): Suppression['line'] {
  if (name === 'disable') return 'all'
  return name === 'disable-line' ? place.line : nextLine
}

function listed(text: string): string[] {
  return text.split(/[\s,]+/).filter(item => item !== '')
}

interface Problem {
  readonly message: string
  readonly hint?: string | undefined
}

/** `lint/gap=error` */
export function readLevel(text: string): { readonly code: LintCode; readonly level: Level } | Problem {
  const [code = '', wanted = ''] = text.split('=')
  const level = LEVELS.find(known => known === wanted)
  if (!isLintCode(code)) {
    const [message, hint] = unknownCode(code)
    return { message, hint }
  }
  if (level === undefined) {
    return { message: `\`${code}\` cannot be \`${wanted}\``, hint: `write one of: ${LEVELS.join(', ')}` }
  }
  return { code, level }
}

function unknownCode(code: string): [message: string, hint: string | undefined] {
  if (Object.hasOwn(CODES, code)) return [`\`${code}\` cannot be changed: without it there is no plan`, undefined]
  return [`unknown finding \`${code}\``, didYouMean(code, Object.keys(FINDINGS))]
}
