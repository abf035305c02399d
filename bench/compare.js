import { loadavg } from 'node:os'
import { compareAnswers } from './agree.js'
import { DATA } from './files.js'
import { leadsFile } from './leads.js'
import { measureCommand } from './measure.js'
import { FLOOR, installed, LEADQ, PEERS } from './peers.js'
import { printTable } from './table.js'

/** Runs of a program on a file, until they took so many seconds together; the best counts. */
const RUNS = 3
const ENOUGH = 30
/** What would take longer, by its time for fewer leads, is not waited for. */
const PATIENCE = 600
/** Files up to this size are compared lead by lead; what is right there is right in longer ones. */
const COMPARED = 100_000

/** `npm run bench -- --peers`: the same forty rules by everybody, on the same files; is their answer that of leadq? */
export async function comparePeers(sizes) {
  const programs = installed({ ...LEADQ, ...FLOOR, ...PEERS })
  const perLead = {}
  for (const size of sizes) {
    const patient = Object.entries(programs).filter(([name]) => isWorthWaiting(name, size, perLead[name]))
    const best = measureAll(Object.fromEntries(patient), await leadsFile(size))
    for (const [name, { seconds }] of Object.entries(best)) perLead[name] = seconds / size
    const rows = []
    for (const name of Object.keys(best)) rows.push(rowOf(name, best, await answerOf(name, size <= COMPARED)))
    console.log(`\n${count(size)} leads, load of the machine ${loadavg()[0].toFixed(1)}\n`)
    console.log(printTable(['forty rules', 'wall', 'CPU', 'memory', ...ours(best).flatMap(ratios), 'differing'], rows))
  }
}

/** Everybody in turns, so that a slow minute of the machine slows all. */
function measureAll(programs, input) {
  const spent = {}
  const best = {}
  for (let run = 1; run <= RUNS; run += 1) {
    for (const [name, { command, piped }] of Object.entries(programs)) {
      if (spent[name] > ENOUGH) continue
      process.stderr.write(`${name}, ${run} of ${RUNS}\n`)
      const output = outputOf(name)
      const usage = measureCommand(name, command(input, output), piped ? output : undefined)
      spent[name] = (spent[name] ?? 0) + usage.seconds
      if (best[name] === undefined || usage.seconds < best[name].seconds) best[name] = usage
    }
  }
  return best
}

function isWorthWaiting(name, size, perLead = 0) {
  const expected = perLead * size
  if (expected <= PATIENCE) return true
  process.stderr.write(`left out, as ${count(size)} leads would take about ${expected.toFixed(0)} s: ${name}\n`)
  return false
}

function rowOf(name, best, answer) {
  const { seconds, cpu, megabytes } = best[name]
  const beside = ours(best).flatMap(own => [seconds / best[own].seconds, cpu / best[own].cpu])
  const figures = [`${seconds.toFixed(1)} s`, `${cpu.toFixed(1)} s`, `${megabytes.toFixed(0)} MB`]
  return [name, ...figures, ...beside.map(ratio => ratio.toFixed(2)), answer]
}

function ours(best) {
  return Object.keys(LEADQ).filter(name => name in best)
}

/** On a busy machine the CPU time says more; beside it, wall time shows who uses several cores. */
function ratios(name) {
  return [`wall : ${name}`, `CPU : ${name}`]
}

/** How many leads a peer judges otherwise; a few of them are shown. */
async function answerOf(name, wanted) {
  if (!(name in PEERS) || !wanted) return ''
  const { differing, examples, isOrdered } = await compareAnswers(outputOf('leadq stream'), outputOf(name))
  for (const example of examples) process.stderr.write(`${name}: ${example}\n`)
  return isOrdered ? count(differing) : `${count(differing)}, in another order`
}

function outputOf(name) {
  return `${DATA}out-${name.replaceAll(/\W+/g, '-')}.csv`
}

function count(leads) {
  return leads.toLocaleString('en')
}
