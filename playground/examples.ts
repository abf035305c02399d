import messe from '../fixtures/leads/messe.csv'
import fair from '../fixtures/leads/trade-fair.csv'
import hello from '../rules/01-hello.yaml'
import b2b from '../rules/b2b.yaml'
import german from './examples/messe.yaml'

export interface Example {
  readonly title: string
  readonly file: string
  readonly leads: Uint8Array
  readonly rulebook: string
}

/** Invented people; the second file is an export in German: semicolons, decimal commas, Windows-1252. */
export const EXAMPLES: readonly [Example, ...Example[]] = [
  { title: 'Trade fair', file: 'trade-fair.csv', leads: fair, rulebook: withoutSchema(hello) },
  { title: 'Messe (deutscher Export)', file: 'messe.csv', leads: messe, rulebook: german },
]

/** The built-in rulebook that others extend. */
export const B2B = b2b

function withoutSchema(text: string): string {
  return text.replace(/^# yaml-language-server:.*\n/, '')
}
