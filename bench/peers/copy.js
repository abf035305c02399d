import { createReadStream, createWriteStream } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse'
import { stringify } from 'csv-stringify'

/**
 * `node bench/peers/copy.js IN OUT`: the bare script that anybody would write. It judges nothing; it appends constant
 * cells as wide as those that leadq computes, because writing them is part of the work.
 */
const APPENDED = {
  leadq_stage: 'nurture',
  leadq_score: '31',
  leadq_fit: '42',
  leadq_engagement: '20',
  leadq_grade: 'C4',
  leadq_temperature: 'cold',
  leadq_tags: '',
  leadq_reasons: 'industry +20; size +12; right country +10; page views +9; title +5; business mail +5; asleep -15',
  leadq_met: 'need',
  leadq_missing: 'budget; timing',
  leadq_excluded: '',
  leadq_owner: 'Partner team',
  leadq_next: 'nurture',
  leadq_since: '2025-11-15',
  leadq_due: '2025-12-15',
  leadq_completeness: '78',
}

const [input, output] = process.argv.slice(2)
let appended = Object.keys(APPENDED)
const append = new Transform({
  objectMode: true,
  transform(row, _encoding, done) {
    done(null, [...row, ...appended])
    appended = Object.values(APPENDED)
  },
})

await pipeline(createReadStream(input), parse(), append, stringify(), createWriteStream(output))
