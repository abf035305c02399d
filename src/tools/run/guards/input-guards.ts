import type { ManifestInput } from '../../../ir/results/manifest.ts'
import { fold } from '../../../ir/values/fold.ts'
import { type Before, FIRST_RUN, type Finding, judge, type Today } from './finding.ts'

/** Guards over the files of a run. */

export function checkAge(seconds: number, { inputs, now }: Today): Finding {
  const ages = inputs.map(({ path, modified_at }) => ({ path, age: (now - Date.parse(modified_at)) / 1000 }))
  const old = ages.filter(({ age }) => age > seconds)
  const [oldest] = ages.toSorted((a, b) => b.age - a.age)
  const others = old.length > 1 ? `, and ${old.length - 1} more are too old` : ''
  const age = oldest === undefined ? 'there is no input' : `${oldest.path} is ${spanText(oldest.age)} old${others}`
  return judge(old.length > 0, `${age}; at most ${spanText(seconds)} is allowed`)
}

/** An export that was not made anew: the same bytes as in the run before. */
export function checkSameFile(_: true, { inputs }: Today, before: Before | undefined): Finding {
  if (before === undefined) return FIRST_RUN
  const then = new Set(leadsIn(before.manifest.inputs).map(({ sha256 }) => sha256))
  const same = leadsIn(inputs).filter(({ sha256 }) => then.has(sha256))
  const [first] = same
  const message =
    first === undefined
      ? `no input is the same as in run ${before.manifest.run}`
      : `${same.map(({ path }) => path).join(', ')}: the same bytes as in run ${before.manifest.run}`
  return judge(first !== undefined, message)
}

export function checkColumns(wanted: readonly string[], { inputs, summary }: Today): Finding {
  const missing = leadsIn(inputs).flatMap(({ path, columns }) => {
    const bound = summary.inputs.find(({ name }) => name === path)?.bound ?? []
    const has = new Set([...columns, ...bound.map(({ field }) => field)].map(fold))
    return wanted.filter(name => !has.has(fold(name))).map(name => `${path} has no column \`${name}\``)
  })
  return judge(missing.length > 0, missing.length > 0 ? missing.join('; ') : 'all required columns are there')
}

function leadsIn(inputs: readonly ManifestInput[]): ManifestInput[] {
  return inputs.filter(({ role }) => role === 'leads')
}

/** `26 hours` */
function spanText(seconds: number): string {
  const [unit, size] = UNITS.find(([, each]) => seconds >= each * 2) ?? ['second', 1]
  const count = Math.floor(seconds / size)
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

const UNITS: readonly (readonly [string, number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]
