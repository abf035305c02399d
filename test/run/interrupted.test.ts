import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder, runShell } from '../support/program.ts'
import { latest, layOut, leadq, leftovers, manifest, namesIn, runUntil, writeLeads } from '../support/run/nights.ts'

/** Runs that something ends in an orderly way, and disks on which nothing can be written. */

describe('a signal', () => {
  it.each([
    ['SIGTERM', 'inputs', 143],
    ['SIGINT', 'previous', 130],
    ['SIGHUP', 'scored', 129],
    ['SIGTERM', 'hashed', 143],
  ] as const)('%s after `%s` ends the run with a manifest, and nothing else', (signal, step, exit) =>
    inFolder(async folder => {
      layOut(folder, 20)
      expect((await leadq(folder, 'run', '-q')).exit).toBe(0)
      const yesterday = latest(folder)
      const ended = await runUntil(folder, step, signal)
      expect(ended.exit).toBe(exit)
      expect(ended.stderr.trimEnd().split('\n').at(-1)).toContain(`stopped by ${signal}`)
      expect(latest(folder)).toBe(yesterday)
      const [id = ''] = namesIn(folder, 'failed')
      expect(manifest(folder, 'failed', id)).toMatchObject({
        status: 'interrupted',
        exit_code: exit,
        problem: { code: 'cli/interrupted' },
        inputs: [{ path: 'leads.csv' }],
      })
      expect(leftovers(folder)).toEqual([])
      expect((await leadq(folder, 'run', '-q')).exit).toBe(0)
    }),
  )

  it('comes too late for a run that has its folder', () =>
    inFolder(async folder => {
      layOut(folder, 20)
      expect((await runUntil(folder, 'placed', 'SIGTERM')).exit).toBe(0)
      expect((await leadq(folder, 'verify')).exit).toBe(0)
      expect(leftovers(folder)).toEqual([])
    }))

  it('a second time ends it at once', () =>
    inFolder(async folder => {
      layOut(folder, 50_000)
      const ended = await runUntil(folder, 'inputs', 'twice')
      expect(ended.signal ?? ended.exit).toBe(ended.signal === null ? 143 : 'SIGTERM')
      expect(leftovers(folder)).toEqual([])
      const [id = ''] = namesIn(folder, 'failed')
      expect(manifest(folder, 'failed', id)).toMatchObject({ status: 'interrupted', exit_code: 143 })
    }))
})

describe('a run that takes too long', () => {
  it('is stopped by --max-duration', () =>
    inFolder(async folder => {
      layOut(folder, 50_000)
      const { exit, stderr } = await leadq(folder, 'run', '-q', '--max-duration', '0s')
      expect(exit).toBe(75)
      expect(stderr).toContain('error run/too-long  the run took longer than the 0 s of --max-duration')
      const [id = ''] = namesIn(folder, 'failed')
      expect(manifest(folder, 'failed', id)).toMatchObject({ status: 'interrupted', exit_code: 75 })
      expect(leftovers(folder)).toEqual([])
    }))
})

describe('an input', () => {
  it.each(['inputs', 'previous'])('that is replaced after `%s` is not scored', step =>
    inFolder(async folder => {
      layOut(folder, 20)
      const { exit, stderr } = await runUntil(folder, step, 'replace')
      expect(exit).toBe(75)
      expect(stderr).toContain('leads.csv changed while it was being read')
      expect(namesIn(folder)).toEqual(['failed'])
      expect((await leadq(folder, 'run', '-q')).exit).toBe(0)
    }),
  )
})

describe('a disk', () => {
  /** The folder of runs on a disk of its own, where this machine lets somebody make one. */
  const mounted = (size: string, script: string) =>
    `unshare -rm bash -c 'mount -t tmpfs -o size=${size} tmpfs runs && cp -a before/. runs/ && ${script}'`

  it('that is full at any write leaves the run before as it was', () =>
    inFolder(async folder => {
      layOut(folder, 400)
      expect((await leadq(folder, 'run', '-q')).exit).toBe(0)
      await runShell('mv runs before && mkdir runs', folder)
      const used = Number((await runShell('du -sk before | cut -f1', folder)).stdout)
      if ((await runShell(mounted('1m', 'true'), folder)).exit !== 0) return
      const exits = new Set<string>()
      for (const room of [0, 4, 8, 12, 20, 28, 36, 44, 96]) {
        const check = 'leadq verify -q && ls -A runs | grep -v -e latest -e failed -e ^2 | wc -l'
        const script = `{ leadq run -q 2>&1; echo "exit $?"; ${check}; }`
        const { stdout } = await runShell(mounted(`${used + room}k`, script), folder)
        const [, exit = ''] = /^exit (\d+)$/m.exec(stdout) ?? []
        exits.add(exit)
        if (exit !== '0')
          expect([exit, stdout]).toEqual([
            expect.stringMatching(/^7[34]$/),
            expect.stringContaining('the disk is full'),
          ])
        // Verified, and nothing but runs in the folder.
        expect(stdout.trimEnd().split('\n').at(-1)).toBe('0')
      }
      expect([...exits]).toEqual(expect.arrayContaining(['0', '74']))
    }))

  it('that is read-only is named, and so is a file that may not grow', () =>
    inFolder(async folder => {
      layOut(folder, 400)
      expect((await leadq(folder, 'run', '-q')).exit).toBe(0)
      const yesterday = latest(folder)
      writeLeads(folder, 500, 5)
      const quota = await runShell('ulimit -f 4; leadq run -q', folder)
      expect([quota.exit, quota.stderr]).toEqual([74, expect.stringContaining('the file grows too large')])
      expect(latest(folder)).toBe(yesterday)
      expect(leftovers(folder)).toEqual([])
      await runShell('mv runs before && mkdir runs', folder)
      const readOnly = await runShell(mounted('1m', 'mount -o remount,ro runs && leadq run -q'), folder)
      if (!readOnly.stderr.includes('unshare')) {
        expect([readOnly.exit, readOnly.stderr]).toEqual([73, expect.stringContaining('the disk is read-only')])
      }
    }))
})

describe('the clock', () => {
  /** The built program with another time, as `faketime` would give it. */
  const at = (time: string) =>
    `NODE_OPTIONS="--import=data:text/javascript,const%20t=Date.parse('${time}');Date.now=()=>t;" leadq run -q`

  it('that went back a day stops the run; the day can be given', () =>
    inFolder(async folder => {
      layOut(folder, 20)
      expect((await runShell(at('2026-11-28T02:00:00Z'), folder)).exit).toBe(0)
      writeLeads(folder, 21)
      const back = await runShell(at('2026-11-27T02:00:00Z'), folder)
      expect(back.exit).toBe(65)
      expect(back.stderr).toContain(
        'clock: this run is for 2026-11-27, and run 2026-11-28T02-00-00Z was for 2026-11-28',
      )
      expect(latest(folder)).toBe('2026-11-28T02-00-00Z')
      expect((await runShell(`${at('2026-11-27T03:00:00Z')} --as-of 2026-11-27`, folder)).exit).toBe(0)
      expect(latest(folder)).toBe('2026-11-27T03-00-00Z')
    }))

  it('gives each run of a second, and both hours of the night in October, a folder of its own', () =>
    inFolder(async folder => {
      layOut(folder, 20)
      const rules = readFileSync(join(folder, 'rules.yaml'), 'utf8')
      writeFileSync(join(folder, 'rules.yaml'), `${rules}locale: { timezone: Europe/Berlin }\n`)
      // Half past two twice, and the second of them twice; then the night in March that has no half past two.
      const times = [
        '2026-10-25T00:30:00Z',
        '2026-10-25T01:30:00Z',
        '2026-10-25T01:30:00Z',
        '2027-03-27T23:30:00Z',
        '2027-03-28T01:30:00Z',
      ]
      const days: string[] = []
      for (const time of times) {
        expect((await runShell(at(time), folder)).exit).toBe(0)
        days.push(manifest(folder, latest(folder)).as_of)
      }
      expect(days).toEqual(['2026-10-25', '2026-10-25', '2026-10-25', '2027-03-28', '2027-03-28'])
      expect(namesIn(folder)).toEqual([
        '2026-10-25T00-30-00Z',
        '2026-10-25T01-30-00Z',
        '2026-10-25T01-30-00Z-2',
        '2027-03-27T23-30-00Z',
        '2027-03-28T01-30-00Z',
        'latest',
      ])
    }))
})

describe('files of a run', () => {
  it('that hold what leadq remembers are for its user alone', () =>
    inFolder(async folder => {
      layOut(folder, 20)
      expect((await leadq(folder, 'run', '-q')).exit).toBe(0)
      const mode = (name: string) => statSync(join(folder, 'runs', 'latest', name)).mode & 0o777
      expect(mode('manifest.json')).toBe(0o600)
    }))
})
