import type { Diagnostic } from './diagnostic.ts'
import type { Exit } from './exit.ts'

/**
 * The run cannot go on: no such file, broken JSON, a full disk. The only exception that is expected;
 * it carries its diagnostic and how the process ends. Everything else that is thrown is a bug.
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
