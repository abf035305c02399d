import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'

/** What of a lead is held against leadq's answer, and how leadq names it. */
const COMPARED = { stage: 'leadq_stage', score: 'leadq_score', fit: 'leadq_fit', engagement: 'leadq_engagement' }
/** What leadq's reasons say beside the rules: the bounds of groups and scores. */
const BOUND = / (cap|floor) [+-]\d+$/
/** A rule that leadq calls by its label. */
const LABELS = { 'decides on purchases': 'leader' }
const SHOWN = 3

/**
 * How many leads of a peer's file differ from leadq's, in their stage, a score or the points of a rule, and the first
 * few of them as text. Both files have the leads in the same order.
 */
export async function compareAnswers(ours, theirs) {
  const rows = readRows(theirs)
  const examples = []
  let leads = 0
  let differing = 0
  for await (const own of readRows(ours)) {
    const { value: peer } = await rows.next()
    const differences = peer === undefined ? ['no such lead'] : differencesOf(own, peer)
    leads += 1
    if (differences.length === 0) continue
    differing += 1
    if (examples.length < SHOWN) examples.push(`lead ${own['Lead ID']}: ${differences.join(', ')}`)
  }
  if (!(await rows.next()).done) examples.push('there are more leads than leadq has')
  return { leads, differing, examples }
}

function readRows(file) {
  return createReadStream(file)
    .pipe(parse({ columns: true }))
    [Symbol.asyncIterator]()
}

function differencesOf(own, peer) {
  const cells = Object.entries(COMPARED).filter(([theirs, ours]) => own[ours] !== peer[theirs])
  const answers = cells.map(([theirs, ours]) => `${theirs} ${peer[theirs]} and not ${own[ours]}`)
  const given = reasonsOf(peer.reasons)
  const expected = reasonsOf(own.leadq_reasons)
  const missing = expected.filter(reason => !given.includes(reason)).map(reason => `lacks ${reason}`)
  const extra = given.filter(reason => !expected.includes(reason)).map(reason => `has ${reason}`)
  return [...answers, ...missing, ...extra]
}

/** Points of rules alone: leadq puts the largest first and says which bounds held, which no peer does. */
function reasonsOf(cell) {
  return cell
    .split('; ')
    .filter(reason => reason !== '' && !BOUND.test(reason))
    .map(reason => reason.replace(/^(.*) ([+-]\d+)$/, (_, name, points) => `${LABELS[name] ?? name} ${points}`))
}

/** `node bench/agree.js LEADQ-FILE PEER-FILE` */
if (process.argv[1] === new URL(import.meta.url).pathname) {
  const { leads, differing, examples } = await compareAnswers(process.argv[2], process.argv[3])
  console.log(`${differing} of ${leads} leads differ`, examples)
}
