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
  leadq_score: '36',
  leadq_fit: '72',
  leadq_engagement: '0',
  leadq_grade: 'B4',
  leadq_temperature: 'cold',
  leadq_funnel: 'ToFu',
  leadq_dialogue: 'one-way',
  leadq_tags: 'free-mail',
  leadq_reasons:
    'decider +25; industry +20; in DACH +10; work-mail +5; clicks in mails +5; has a phone number +3; size +2; demo +2; pages +2',
  leadq_met: 'authority; interaction',
  leadq_missing: 'budget; need; timing',
  leadq_excluded: '',
  leadq_owner: 'Marketing',
  leadq_next: 'newsletter',
  leadq_since: '2025-11-15',
  leadq_due: '2025-12-01',
  leadq_completeness: '23',
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
