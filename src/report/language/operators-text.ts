import { wrap } from '../terminal/lines.ts'
import { padEnd, widest } from '../terminal/terminal-text.ts'
import type { Theme } from '../terminal/theme.ts'

/** What is printed of an operator. */
interface Shown {
  readonly name: string
  readonly types: readonly string[]
  readonly operand: string
  readonly meaning: string
  readonly example: string
}

const ALL_TYPES = 5

/** The operators: name and meaning, the fields it works on, and an example. */
export function printOperators(operators: readonly Shown[], theme: Theme): string {
  const { chalk, width } = theme
  const names = widest(operators.map(({ name }) => name)) + 2
  const lines = operators.flatMap(({ name, types, operand, meaning, example }) => {
    const works = types.length === 0 ? operand : `${fieldsOf(types)}: ${operand}`
    const below = [...wrap(works, width - names, 2).map(line => chalk.dim(line)), ...wrap(example, width - names, 2)]
    const [first = '', ...rest] = wrap(meaning, width - names, 2)
    return [`${chalk.bold(padEnd(name, names))}${first}`, ...[...rest, ...below].map(line => ' '.repeat(names) + line)]
  })
  return `${lines.join('\n')}\n`
}

function fieldsOf(types: readonly string[]): string {
  return types.length === ALL_TYPES ? 'all fields' : `${types.join(' and ')} fields`
}
