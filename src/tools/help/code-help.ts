import { CODE_TEXTS } from '../../base/code-texts/code-texts.ts'
import { CODES, type Code } from '../../base/codes.ts'
import { defaultLevel, FINDINGS, isLintCode, type Level } from '../../lint/findings/catalogue.ts'

/** All that is said about a code of a diagnostic. */
export interface CodeHelp {
  readonly code: Code
  /** `off`: a finding that is reported only if switched on. */
  readonly severity: Level
  readonly title: string
  readonly means: string
  readonly remedy: string
  /** Lines of a rulebook, a run file or a shell that are right. */
  readonly example?: string
}

export const ALL_CODES: readonly Code[] = Object.keys(CODES).filter(isCode)

export function codeHelp(code: Code): CodeHelp {
  const head = { code, severity: defaultLevel(code), title: CODES[code].title }
  if (!isLintCode(code)) return { ...head, ...CODE_TEXTS[code] }
  const { about, remedy } = FINDINGS[code]
  return { ...head, means: about, remedy }
}

/** The codes that somebody may mean: `rule/type`, `type` or, for all of a family, `rule/`. */
export function findCodes(wanted: string): Code[] {
  const text = wanted.trim().toLowerCase()
  if (isCode(text)) return [text]
  if (text.endsWith('/')) return ALL_CODES.filter(code => code.startsWith(text))
  return ALL_CODES.filter(code => code.endsWith(`/${text}`))
}

function isCode(text: string): text is Code {
  return Object.hasOwn(CODES, text)
}
