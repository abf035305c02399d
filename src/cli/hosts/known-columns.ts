import { createInterface } from 'node:readline'
import { clean } from '../../report/terminal/terminal-text.ts'
import type { AskKnown } from '../../tools/tune/tune-request.ts'
import type { Surroundings } from '../surroundings.ts'
import { writeTo } from './stdout.ts'

/** Asks somebody at a terminal which doubtful columns are known on the first day. Enter keeps what leadq would do. */
export function askWhenKnown(around: Surroundings): AskKnown {
  return async questions => {
    const lines = createInterface({ input: around.stdin, terminal: false })
    around.onStop(() => lines.close())
    const said = lines[Symbol.asyncIterator]()
    const answers = new Map<string, boolean>()
    await writeTo(
      around.stdout,
      'Is this known on the day a lead comes in? y, n, or Enter to decide by the tests; `skip` for the rest\n',
    )
    try {
      for (const [at, { column, reasons }] of questions.entries()) {
        await writeTo(
          around.stdout,
          `${at + 1} of ${questions.length}  ${clean(column)}: ${reasons.map(clean).join('; ')}\n[y/n] `,
        )
        const { done, value } = await said.next()
        const answer = done === true ? 'skip' : String(value).trim().toLowerCase()
        if (answer === 'skip') break
        if (/^(?:y|yes|j|ja)$/.test(answer)) answers.set(column, true)
        if (/^(?:n|no|nein)$/.test(answer)) answers.set(column, false)
      }
      return answers
    } finally {
      lines.close()
    }
  }
}
