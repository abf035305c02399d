import { createInterface } from 'node:readline'
import { didYouMean } from '../../base/nearest.ts'
import { isCatalogueField } from '../../io/bind/match.ts'
import { FIELDS } from '../../ir/catalogue/fields.ts'
import { clean } from '../../report/terminal/terminal-text.ts'
import type { Answer, Asked, Question } from '../../tools/init/naming.ts'
import type { Surroundings } from '../surroundings.ts'
import { writeTo } from './stdout.ts'

/** Questions at a terminal. After the end of input (Ctrl-D) the defaults are used. */
export interface Questions {
  readonly asked: Asked
  close(): void
}

export function createQuestions(around: Surroundings): Questions {
  const lines = createInterface({ input: around.stdin, terminal: false })
  const answers = lines[Symbol.asyncIterator]()
  const readAnswer = async () => {
    const { done, value } = await answers.next()
    return done === true ? '' : String(value).trim()
  }
  around.onStop(() => lines.close())
  /** Asks until something was said that reads as an answer. */
  const answerTo = async <T>(
    question: string,
    read: (said: string) => T | undefined,
    hint: (said: string) => string,
  ) => {
    await writeTo(around.stdout, `\n${question}\n`)
    for (;;) {
      await writeTo(around.stdout, '[1] ')
      const said = await readAnswer()
      const answer = read(said === '' ? '1' : said)
      if (answer !== undefined) return answer
      await writeTo(around.stdout, `  ${hint(said)}\n`)
    }
  }
  return {
    asked: {
      column: question => answerTo(printQuestion(question), readColumn, columnHint),
      dates: problem => answerTo(`${clean(problem)}. How are they meant?${ORDERS}`, readOrder, () => 'expected 1 or 2'),
    },
    close: () => lines.close(),
  }
}

const ORDERS = `
  1  day first: 31/12/2025
  2  month first: 12/31/2025`

function readOrder(said: string): 'dmy' | 'mdy' | undefined {
  return said === '1' ? 'dmy' : said === '2' ? 'mdy' : undefined
}

function printQuestion({ column, own, values, different, number, of }: Question): string {
  const shown = values.map(value => clean(value).slice(0, 30)).join(', ')
  const more = different > values.length ? ` and ${different - values.length} more` : ''
  return `${number} of ${of}  The column \`${clean(column)}\` holds ${shown}${more}. How should leadq use it?
  1  as a new field: ${clean(own.name)} (${own.type})
  2  ignore it
  or type the name of a known field, such as industry; back for the question before, skip for the rest`
}

function columnHint(said: string): string {
  const hint = didYouMean(said, Object.keys(FIELDS))
  return `expected 1, 2, back, skip or a field; leadq has no field of that name${hint === undefined ? '' : `, ${hint}`}`
}

function readColumn(said: string): Answer | undefined {
  if (said === '1') return { is: 'own' }
  if (said === '2') return { is: 'nothing' }
  if (said === 'back' || said === 'skip') return { is: said }
  return isCatalogueField(said) ? { is: 'field', name: said } : undefined
}
