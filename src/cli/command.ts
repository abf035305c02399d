import type { Exit } from '../base/exit.ts'
import type { Surroundings } from './surroundings.ts'

/** What a command is given besides its own flags. */
export interface CommandContext {
  readonly around: Surroundings
  /** How the process shall end; a command that does not say so is done. */
  end(exit: Exit): void
}
