import type { HashedFile } from '../../../ir/results/manifest.ts'
import type { RunSettings } from '../../../ir/run/run-settings.ts'
import type { GivenDay } from '../../options.ts'

/** What a night is to do, and how it was asked for. */
export interface Night {
  readonly settings: RunSettings
  /** The same as a run file. */
  readonly settingsText: string
  /** The folder of the run file, else the working directory. */
  readonly home: string
  readonly runFile: HashedFile | null
  readonly asOf: GivenDay | undefined
  readonly quiet: boolean
}
