import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { DATA } from './files.js'

const USAGE = `${DATA}usage.json`
const METER = new URL('usage.js', import.meta.url).href

/**
 * Runs programs as processes of their own, all of them once a round, so that a slow minute of the machine slows all.
 * Gives of each its runs, the fastest first.
 */
export function measure(programs, rounds) {
  const runs = Object.fromEntries(Object.keys(programs).map(name => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, args] of Object.entries(programs)) {
      process.stderr.write(`${name}, ${round + 1} of ${rounds}\n`)
      runs[name].push(runOnce(name, ['--import', METER, ...args]))
    }
  }
  for (const list of Object.values(runs)) list.sort((a, b) => a.seconds - b.seconds)
  return runs
}

/** The same without the meter, which takes time itself: milliseconds, the fastest first. */
export function measureStarts(programs, rounds) {
  const runs = Object.fromEntries(Object.keys(programs).map(name => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, args] of Object.entries(programs)) runs[name].push(start(name, args).seconds * 1000)
  }
  for (const list of Object.values(runs)) list.sort((a, b) => a - b)
  return runs
}

function runOnce(name, args) {
  const run = start(name, args)
  const usage = JSON.parse(readFileSync(USAGE, 'utf8'))
  rmSync(USAGE)
  return { ...run, ...usage }
}

function start(name, args) {
  const began = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, BENCH_USAGE: USAGE },
  })
  const seconds = (performance.now() - began) / 1000
  if (status !== 0) throw new Error(`${name} ended with ${status}:\n${stderr}`)
  return { seconds, stdout }
}
