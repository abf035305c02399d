import type { Tuning } from '../../ir/results/tuning.ts'
import { printJson } from '../json.ts'
import { printSections } from '../sections.ts'
import { clean } from '../terminal/terminal-text.ts'
import type { Theme } from '../terminal/theme.ts'
import { tuningSections } from './tuning-sections.ts'

export function textTuning(tuning: Tuning, theme: Theme): string {
  const wrote = tuning.outputs
    .map(({ path, about }) => `${theme.chalk.green('wrote')} ${clean(path)}  ${about}\n`)
    .join('')
  return `${printSections(tuningSections(tuning), theme)}${wrote === '' ? '' : `\n${wrote}`}`
}

export function jsonTuning(tuning: Tuning): string {
  return printJson(tuning)
}
