import type { Code } from '../../base/codes.ts'
import type { Diagnostic } from '../../base/diagnostic.ts'
import type { Place } from '../../base/place.ts'
import type { Examination } from './examination.ts'
import type { Judged } from './judged.ts'
import type { Sight } from './sight.ts'

/** The codes of findings. */
export type LintCode = Extract<Code, `lint/${string}`> | 'rule/substring'

/** What a check has found, with what it claims in a form that can be held against leads. */
export interface Observation {
  readonly code: LintCode
  /** What it is about, in words that stay when lines move: `rule size`. */
  readonly about: string
  readonly message: string
  readonly place: Place | undefined
  readonly hint?: string
  readonly related?: Diagnostic['related']
  /** The field whose being empty it is about: it is not told where that hardly happens. */
  readonly emptyField?: string
  /** Holds of every lead that there can be. */
  readonly claim?: (seen: Judged) => boolean
  readonly sight?: Sight
}

export type Check = (examination: Examination) => readonly Observation[]
