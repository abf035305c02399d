import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { STEPS } from '../../src/tools/run/log-steps.ts'
import { runs } from '../support/draws.ts'
import { inFolder } from '../support/program.ts'
import {
  latest,
  layOut,
  leadq,
  leftovers,
  manifest,
  namesIn,
  runUntil,
  start,
  writeLeads,
} from '../support/run/nights.ts'

/** Runs that are killed: what was published stays whole, and the next run does what it always does. */

describe('kill -9', () => {
  it.each(STEPS)('at the step `%s` leaves the last run whole, and the next one works', step =>
    inFolder(async folder => {
      layOut(folder, 20)
      expect((await leadq(folder, 'run', '-q')).exit).toBe(0)
      const yesterday = latest(folder)
      writeLeads(folder, 25, 3)
      const killed = await runUntil(folder, step, 'kill')
      expect(killed.signal).toBe('SIGKILL')
      // It is yesterday's, but for the moment at which the link is swapped already.
      if (step !== 'published') expect(latest(folder)).toBe(yesterday)
      expect((await leadq(folder, 'verify')).exit).toBe(0)
      const next = await leadq(folder, 'run', '-q')
      expect(next).toMatchObject({ exit: 0, stdout: '', stderr: '' })
      expect(leftovers(folder)).toEqual([])
      expect((await leadq(folder, 'verify', '--rerun')).exit).toBe(0)
      // A run that had its folder was finished before the next one began, which is compared with it.
      const hadFolder = step === 'placed' || step === 'published'
      expect(namesIn(folder).length).toBe(hadFolder ? 4 : 3)
      const { previous } = manifest(folder, 'latest')
      expect(previous.run === yesterday).toBe(!hadFolder)
    }),
  )

  it('at any moment leaves no half run', () =>
    inFolder(async folder => {
      layOut(folder, 20_000)
      expect((await leadq(folder, 'run', '-q')).exit).toBe(0)
      const usual = 1_200
      for (let round = 0; round < runs(3).numRuns; round += 1) {
        writeLeads(folder, 20_000 + round, round)
        const { child, end } = start(folder, ['run', '-q'])
        await sleep(Math.random() * usual)
        child.kill('SIGKILL')
        await end
        expect((await leadq(folder, 'verify', '-q')).exit).toBe(0)
      }
      expect(await leadq(folder, 'run', '-q')).toMatchObject({ exit: 0, stderr: '' })
      expect(leftovers(folder)).toEqual([])
      for (const name of namesIn(folder).filter(each => existsSync(join(folder, 'runs', each, 'manifest.json')))) {
        expect((await leadq(folder, 'verify', '-q', `runs/${name}`)).exit).toBe(0)
      }
    }))
})

describe('two runs at once', () => {
  it('one works, the other one says who holds the folder', () =>
    inFolder(async folder => {
      layOut(folder, 30_000)
      const both = await Promise.all([leadq(folder, 'run', '-q'), leadq(folder, 'run', '-q')])
      expect(both.map(({ exit }) => exit).sort()).toEqual([0, 75])
      const refused = both.find(({ exit }) => exit === 75)
      expect(refused?.stderr).toMatch(
        /^error run\/locked {2}(?:run \S+Z|a run) \(pid \d+ on \S+, since \S+\) holds runs\n/,
      )
      expect(namesIn(folder).length).toBe(2)
      expect(leftovers(folder)).toEqual([])
    }))

  it('with --lock-wait the later one waits', () =>
    inFolder(async folder => {
      layOut(folder, 20)
      const three = [1, 2, 3].map(() => leadq(folder, 'run', '-q', '--lock-wait', '2m'))
      expect((await Promise.all(three)).map(({ exit }) => exit)).toEqual([0, 0, 0])
      expect(namesIn(folder).length).toBe(4)
      expect(leftovers(folder)).toEqual([])
    }))
})
