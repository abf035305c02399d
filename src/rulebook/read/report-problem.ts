import type { Code } from '../../base/codes.ts'
import { type Diagnostic, type DiagnosticDetails, diagnose } from '../../base/diagnostic.ts'
import type { Place } from '../../base/place.ts'
import { quote, type YamlNode } from '../yaml/node.ts'

/** Reports a problem. Readers carry on afterwards, so that all problems are found in one go. */
export type Report = (code: Code, message: string, place: Place, more?: Omit<DiagnosticDetails, 'place'>) => void

export function reportTo(diagnostics: Diagnostic[]): Report {
  return (code, message, place, more) => {
    diagnostics.push(diagnose(code, message, { ...more, place }))
  }
}

/** A constant that is no text which a file or database could hold. */
export function reportHalfText({ place }: YamlNode, report: Report): undefined {
  report('rule/constant', 'a text cannot hold half of a character (a lone surrogate)', place)
}

/** "`a`, `b` or `c`". */
export function alternatives(words: readonly string[]): string {
  const quoted = words.map(quote)
  const last = quoted.pop() ?? ''
  return quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`
}
