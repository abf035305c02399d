/** Exit codes, after sysexits.h where it has one. Set once, in `bin`; an unknown code is a failure. */
export const EXIT = {
  /** Done. */
  done: 0,
  /** Done, with a negative result: lint errors, failing tests, a failed gate. */
  no: 1,
  /** A wrong command line, or an invalid rulebook: nothing was scored. */
  usage: 2,
  /** The data was refused. */
  data: 65,
  /** No input. */
  noInput: 66,
  /** A bug in leadq. */
  bug: 70,
  /** An output cannot be created. */
  cannotCreate: 73,
  /** An output cannot be written to the end. */
  cannotWrite: 74,
  /** Locked or too long: try again. */
  tryAgain: 75,
  /** The terminal was closed. */
  hungUp: 129,
  interrupted: 130,
  terminated: 143,
} as const

export type Exit = keyof typeof EXIT
