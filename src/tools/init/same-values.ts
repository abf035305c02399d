import { fold } from '../../ir/values/fold.ts'
import { countryCode } from './countries.ts'
import { isDecider } from './deciders.ts'
import type { FoundValue } from './probe.ts'

/** One value in all the spellings that were found, the most frequent first. */
export interface SameValue {
  readonly texts: readonly string[]
  readonly count: number
}

/**
 * `Germany`, `DE` and `Deutschland` are one country, `Google Ads` and `google-ads` one source. The most frequent value
 * comes first; of job titles those who decide.
 */
export function joinSpellings(values: readonly FoundValue[], field: string): SameValue[] {
  const same = new Map<string, FoundValue[]>()
  for (const value of values) {
    const key = keyOf(value.text, field)
    const known = same.get(key)
    if (known === undefined) same.set(key, [value])
    else known.push(value)
  }
  const joined = [...same.values()].map(
    (found): SameValue => ({
      texts: found.map(({ text }) => text),
      count: found.reduce((sum, { count }) => sum + count, 0),
    }),
  )
  const rank = ({ texts: [text = ''] }: SameValue) => (field === 'job_title' && isDecider(text) ? 0 : 1)
  return joined.sort((a, b) => rank(a) - rank(b) || b.count - a.count)
}

function keyOf(text: string, field: string): string {
  const country = field === 'country' ? countryCode(text) : undefined
  if (country !== undefined) return country
  return fold(text).replace(/[^\p{L}\p{N}+#]+/gu, '') || text
}
