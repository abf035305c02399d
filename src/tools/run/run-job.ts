import type { RunSettings } from '../../ir/run/run-settings.ts'
import type { Rulebook, ScoreRequest } from '../score/score-request.ts'
import type { RunFiles } from './choose-files.ts'
import type { RunStart } from './make-manifest.ts'
import type { RunTexts } from './write-run-files.ts'

/** One night: what is to be done, by what. */
export interface RunJob extends RunTexts {
  readonly settings: RunSettings
  readonly rulebook: Rulebook
  readonly start: RunStart
  /** The day was given, and not read from the clock. */
  readonly isDayGiven: boolean
  /** What is scored into a folder: the first one is the annotated leads. */
  requestsOf(files: RunFiles, folder: string): readonly ScoreRequest[]
  readonly version: string
}
