import type { Diagnostic } from './diagnostic.ts'
import type { Exit } from './exit.ts'

/**
 * The run cannot continue: no such file, broken JSON, a full disk. The only expected exception;
 * it carries its diagnostic and the exit status. Any other exception is a bug.
 */
export class Refusal extends Error {
  readonly diagnostic: Diagnostic
  readonly exit: Exit

  constructor(diagnostic: Diagnostic, exit: Exit) {
    super(diagnostic.message)
    this.diagnostic = diagnostic
    this.exit = exit
  }
}
