import { spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs'
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

/**
 * Runs any program once, with what its children use counted in. GNU time looks at it from outside, as not every program
 * can say of itself what it used.
 */
export function measureCommand(name, command, output) {
  const stdout = output === undefined ? 'ignore' : openSync(output, 'w')
  const meter = ['--format', '[%e, %U, %S, %M]', '--output', USAGE]
  const { status, stderr, error } = spawnSync('time', [...meter, ...command], {
    encoding: 'utf8',
    stdio: ['ignore', stdout, 'pipe'],
  })
  if (typeof stdout === 'number') closeSync(stdout)
  if (error !== undefined) throw new Error('GNU time is not installed; bench/setup installs it', { cause: error })
  if (status !== 0) throw new Error(`${name} ended with ${status}:\n${stderr}`)
  const [seconds, user, system, kilobytes] = JSON.parse(readFileSync(USAGE, 'utf8'))
  rmSync(USAGE)
  return { seconds, cpu: user + system, megabytes: kilobytes / 1024 }
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
