import type { Backtest } from '../../ir/results/backtest.ts'
import { printJson } from '../json.ts'
import { markdownSections, printSections } from '../sections.ts'
import type { Theme } from '../terminal/theme.ts'
import { backtestSections } from './backtest-sections.ts'

export function textBacktest(backtest: Backtest, theme: Theme, lines?: number): string {
  return printSections(backtestSections(backtest), theme, lines)
}

export function markdownBacktest(backtest: Backtest): string {
  const names = backtest.rulebooks.map(({ rulebook }) => rulebook.source).join(' against ')
  return markdownSections(`leadq backtest: ${names}`, backtestSections(backtest))
}

export function jsonBacktest(backtest: Backtest): string {
  return printJson(backtest)
}
