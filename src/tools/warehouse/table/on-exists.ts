import { diagnose } from '../../../base/diagnostic.ts'
import { Refusal } from '../../../base/refusal.ts'

/** The ways to write into a target that exists already, by name. */
export const ON_EXISTS = {
  replace: 'replaces it, whoever made it',
  fail: 'refuses the run, even where leadq made it',
  append: 'adds the rows to it',
} as const

export type OnExists = keyof typeof ON_EXISTS

/** Refuses to append to a table without a column for each of the result; further columns keep their defaults. */
export function refuseMissingColumns(out: string, wanted: readonly string[], there: readonly string[]): void {
  const missing = wanted.filter(name => !there.includes(name))
  if (missing.length === 0) return
  const message = `--on-exists append: \`${out}\` lacks columns of the result: ${missing.join(', ')}`
  const hint = 'add them with ALTER TABLE, choose the columns with `--columns`, or name another table with `-o`'
  throw new Refusal(diagnose('table/exists', message, { hint }), 'cannotCreate')
}
