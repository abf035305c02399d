import type { Exit } from '../base/exit.ts'
import type { Surroundings } from './surroundings.ts'

/** What a command is given besides its own flags. */
export interface CommandContext {
  readonly around: Surroundings
  /** Sets the exit status; the default is `done`. */
  end(exit: Exit): void
}
