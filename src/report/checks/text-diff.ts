import { clean } from '../terminal/terminal-text.ts'
import type { Theme } from '../terminal/theme.ts'

/** Unchanged lines around a change. */
const CONTEXT = 2

/** The change of a file as `diff -u` shows it; empty if there is none. */
export function printTextDiff(file: string, before: string, after: string, { chalk }: Theme): string {
  if (before === after) return ''
  const [old, now] = [before.split('\n'), after.split('\n')]
  const start = old.findIndex((line, index) => line !== now[index])
  let end = 0
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end += 1
  const steps = stepsOf(old.slice(start, old.length - end), now.slice(start, now.length - end))
  const above = old.slice(Math.max(0, start - CONTEXT), start)
  const below = old.slice(old.length - end, old.length - end + CONTEXT)
  const shown = [...above.map(line => ` ${line}`), ...steps, ...below.map(line => ` ${line}`)]
  const painted = shown.map(line => {
    const text = clean(line)
    return line.startsWith('+') ? chalk.green(text) : line.startsWith('-') ? chalk.red(text) : text
  })
  const at = start - above.length + 1
  return `${[`--- ${clean(file)}`, `+++ ${clean(file)}`, `@@ line ${at} @@`, ...painted].join('\n')}\n`
}

/** Lines that go and come, by the longest common part; too many of them go and come as a whole. */
function stepsOf(old: readonly string[], now: readonly string[]): string[] {
  if (old.length * now.length > 4_000_000) return [...old.map(line => `-${line}`), ...now.map(line => `+${line}`)]
  const common = old.map(() => new Uint32Array(now.length + 1))
  common.push(new Uint32Array(now.length + 1))
  const at = (i: number, j: number) => common[i]?.[j] ?? 0
  for (let i = old.length - 1; i >= 0; i -= 1) {
    const row = common[i]
    for (let j = now.length - 1; j >= 0 && row !== undefined; j -= 1) {
      row[j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const steps: string[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      steps.push(` ${old[i] ?? ''}`)
      i += 1
      j += 1
    } else if (i < old.length && (j >= now.length || at(i + 1, j) >= at(i, j + 1))) {
      steps.push(`-${old[i] ?? ''}`)
      i += 1
    } else {
      steps.push(`+${now[j] ?? ''}`)
      j += 1
    }
  }
  return steps
}
