import type { Code } from '../../base/codes.ts'
import type { Diagnostic } from '../../base/diagnostic.ts'
import type { Place } from '../../base/place.ts'
import type { Examination } from './examination.ts'
import type { Judged } from './judged.ts'
import type { Sight } from './sight.ts'

/** The codes of findings. */
export type LintCode = Extract<Code, `lint/${string}`> | 'rule/substring'

/** A finding with its claim in a form that can be tested on leads. */
export interface Observation {
  readonly code: LintCode
  /** Its subject, independent of lines: `rule size`. */
  readonly about: string
  readonly message: string
  readonly place: Place | undefined
  readonly hint?: string
  readonly related?: Diagnostic['related']
  /** The field whose empty cells it is about: not reported if the field is hardly ever empty. */
  readonly emptyField?: string
  /** Holds for every possible lead. */
  readonly claim?: (seen: Judged) => boolean
  readonly sight?: Sight
}

export type Check = (examination: Examination) => readonly Observation[]
