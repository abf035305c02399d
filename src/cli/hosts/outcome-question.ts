import { createInterface } from 'node:readline'
import { clean } from '../../report/terminal/terminal-text.ts'
import type { AskOutcome } from '../../tools/backtest/ask-outcome.ts'
import type { Surroundings } from '../surroundings.ts'
import { writeTo } from './stdout.ts'

/** Asks somebody at a terminal which leads were won and lost. Enter, or the end of input (Ctrl-D), gives no answer. */
export function askForOutcome(around: Surroundings): AskOutcome {
  return async ({ problem, candidates }, problemWith) => {
    const lines = createInterface({ input: around.stdin, terminal: false })
    around.onStop(() => lines.close())
    const said = lines[Symbol.asyncIterator]()
    const answerTo = async (question: string) => {
      await writeTo(around.stdout, `${question}\n> `)
      const { done, value } = await said.next()
      return done === true ? '' : String(value).trim()
    }
    const listed = candidates.map((candidate, at) => `  ${at + 1}  ${clean(candidate)}\n`).join('')
    let still: string | undefined = problem
    try {
      while (still !== undefined) {
        const won = await answerTo(
          `${clean(still)}\n${listed}Which leads were won? A column and its value, e.g. Status=Won; Enter to end`,
        )
        if (won === '') return
        const lost = await answerTo('Which leads were lost? Enter: those with the other value of that column')
        still = problemWith({ won: [won], lost: lost === '' ? [] : [lost] })
      }
    } finally {
      lines.close()
    }
  }
}
