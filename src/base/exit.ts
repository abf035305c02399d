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

/** What each exit code means, and what a person or script does next. Help and docs are made from this. */
export const EXIT_TEXTS: Readonly<Record<Exit, { readonly means: string; readonly next: string }>> = {
  done: { means: 'done', next: '' },
  no: {
    means: 'done, and the answer is no: `lint` found errors, a test failed, a gate of `diff` failed',
    next: 'read what was printed',
  },
  usage: {
    means: 'the command line, the run file or the rulebook is wrong: nothing was scored',
    next: 'correct it; the message names line and column',
  },
  data: {
    means:
      'the data was refused: empty, binary, cut off, no list of leads, too many records rejected, or a guard failed',
    next: 'look at the export, or at the quarantine of `leadq run`',
  },
  noInput: {
    means: 'no file matches, or it cannot be read, or it is a folder',
    next: 'check whether the export was written',
  },
  bug: { means: 'a bug in leadq', next: 'report it, with what was printed' },
  cannotCreate: {
    means: 'an output cannot be created, or exists and was not written by leadq',
    next: 'check the permissions, or give `--force`',
  },
  cannotWrite: {
    means: 'an output cannot be written to the end',
    next: 'make room on the disk; earlier results are as they were',
  },
  tryAgain: {
    means: 'another run works in the folder, `--max-duration` is over, or an input changed while it was read',
    next: 'try again',
  },
  hungUp: { means: 'stopped by SIGHUP: the terminal was closed', next: 'run it again' },
  interrupted: { means: 'stopped by SIGINT: Ctrl-C', next: 'run it again' },
  terminated: { means: 'stopped by SIGTERM', next: 'run it again' },
}
