import type { Diagnostic } from '../../base/diagnostic.ts'
import type { LogLine, RunHost } from './run-host.ts'

/** The steps of a run, in this order: each is a line of the log when it is done. */
export const STEPS = [
  'begin',
  'inputs',
  'previous',
  'scored',
  'since',
  'written',
  'guards',
  'hashed',
  'placed',
  'published',
] as const

export type Step = (typeof STEPS)[number]

export function log(host: RunHost, event: Step, message: string, data: LogLine['data'] = {}): void {
  host.log({ level: 'info', event, message, data })
}

export function warn(warnings: readonly Diagnostic[], host: RunHost): void {
  for (const { severity, code, message } of warnings) {
    host.log({ level: severity, event: 'warning', message, data: { code } })
  }
}

export function countText(number: number, noun: string): string {
  return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`
}
