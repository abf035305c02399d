import type { Tuning } from '../../ir/results/tuning.ts'
import { printJson } from '../json.ts'
import { printSections } from '../sections.ts'
import { clean } from '../terminal/terminal-text.ts'
import type { Theme } from '../terminal/theme.ts'
import { tuningSections } from './tuning-sections.ts'

export function textTuning(tuning: Tuning, theme: Theme, lines = Number.POSITIVE_INFINITY): string {
  const wrote = tuning.outputs
    .map(({ path, about }) => `${theme.chalk.green('wrote')} ${clean(path)}  ${about}\n`)
    .join('')
  const found = printSections(tuningSections(tuning), theme, lines - tuning.outputs.length - 1)
  return wrote === '' ? found : `${found}\n${wrote}`
}

export function jsonTuning(tuning: Tuning): string {
  return printJson(tuning)
}
