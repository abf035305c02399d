import { EXIT, EXIT_TEXTS } from '../../src/base/exit.ts'
import { MADE, table } from './markdown.ts'

/** The page of the exit codes. */
export function exitPage(): string {
  const rows = Object.entries(EXIT_TEXTS).map(([name, { means, next }]) => [codeOf(name), means, next])
  return `${MADE}
# Exit codes

${table(['code', 'meaning', 'next step'], rows)}

Any other code is a failure, too. Codes from 64 on are those of \`sysexits.h\`; above 128 they are 128 and the number of the signal.
What was asked for is on stdout; progress, remarks, warnings and errors are on stderr.
`
}

function codeOf(name: string): string {
  return String(Object.entries(EXIT).find(([each]) => each === name)?.[1])
}
