import { createReadStream } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse'

/** What of a lead is held against leadq's answer, and how leadq names it. */
const COMPARED = { stage: 'leadq_stage', score: 'leadq_score', fit: 'leadq_fit', engagement: 'leadq_engagement' }
/** What leadq's reasons say beside the rules: the bounds of groups and scores. */
const BOUND = / (cap|floor) [+-]\d+$/
/** A rule that leadq calls by its label. */
const LABELS = { 'decides on purchases': 'leader' }
const ID = 'Lead ID'
const SHOWN = 3

/**
 * How many leads of a peer's file differ from leadq's, in their stage, a score or the points of a rule, and the first
 * few of them as text; and whether they come in the same order.
 */
export async function compareAnswers(ours, theirs) {
  const own = new Map()
  for await (const lead of readRows(ours)) own.set(lead[ID], { ...lead, place: own.size })
  const examples = []
  let differing = 0
  let place = 0
  let isOrdered = true
  const note = (id, differences) => {
    differing += 1
    if (examples.length < SHOWN) examples.push(`lead ${id}: ${differences.join(', ')}`)
  }
  for await (const lead of readRows(theirs)) {
    const expected = own.get(lead[ID])
    own.delete(lead[ID])
    const differences = expected === undefined ? ['leadq has no such lead'] : differencesOf(expected, lead)
    if (differences.length > 0) note(lead[ID], differences)
    isOrdered &&= expected?.place === place
    place += 1
  }
  for (const id of own.keys()) note(id, ['lost'])
  return { differing, examples, isOrdered }
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
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(await compareAnswers(process.argv[2], process.argv[3]))
}
