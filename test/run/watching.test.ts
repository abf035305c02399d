import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder } from '../support/program.ts'
import { latest, layOut, leadq } from '../support/run/nights.ts'

/** Who watches over a job: metrics, pings, a webhook, the log. */

interface Received {
  readonly path: string
  readonly body: string
}

/** A server that answers everything, and what it was sent. */
async function withServer<T>(status: number, use: (address: string, received: readonly Received[]) => Promise<T>) {
  const received: Received[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', chunk => {
      body += chunk
    })
    request.on('end', () => {
      received.push({ path: request.url ?? '', body })
      response.writeHead(status).end()
    })
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address: AddressInfo | string | null = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  try {
    return await use(`http://127.0.0.1:${port}/secret`, received)
  } finally {
    await new Promise(done => server.close(done))
  }
}

const WATCHED = 'ping: ping.txt\nwebhook: hook.txt\nmetrics: leadq.prom\nmarkdown: mail.md\njob: nightly\n'

/** Name of a series -> its value. */
function seriesIn(folder: string): Map<string, number> {
  const lines = readFileSync(join(folder, 'leadq.prom'), 'utf8').split('\n')
  const samples = lines.filter(line => line !== '' && !line.startsWith('#'))
  return new Map(samples.map(line => [line.replace(/ [^ ]+$/, ''), Number(line.replace(/^.* /, ''))]))
}

describe('a run that is watched', () => {
  it('pings at its start and end, posts counts, writes metrics and Markdown; no lead is in any of it', () =>
    withServer(200, (address, received) =>
      inFolder(async folder => {
        layOut(folder, 40, WATCHED)
        writeFileSync(join(folder, 'ping.txt'), `${address}/ping\n`)
        writeFileSync(join(folder, 'hook.txt'), `${address}/hook`)
        expect(await leadq(folder, 'run', '-q')).toMatchObject({ exit: 0, stdout: '', stderr: '' })
        const paths = received.map(({ path }) => path)
        expect(paths.map(path => path.replace(/\?.*/, ''))).toEqual([
          '/secret/ping/start',
          '/secret/ping',
          '/secret/hook',
        ])
        expect(new URL(`http://x${paths[0]}`).searchParams.get('rid')).toBe(
          new URL(`http://x${paths[1]}`).searchParams.get('rid'),
        )
        expect(JSON.parse(received[2]?.body ?? '')).toEqual({
          text: expect.stringMatching(
            /^\*leadq nightly\*: 40 leads as of .*\nSQL \d+ · nurture \d+\n\d+ new SQL · \d+ due today · \d+ overdue$/,
          ),
        })
        const first = seriesIn(folder)
        expect(first.get('leadq_last_run_exit_code{job="nightly"}')).toBe(0)
        expect(first.get('leadq_rows{job="nightly",result="scored"}')).toBe(40)
        expect(readFileSync(join(folder, 'mail.md'), 'utf8')).toContain('| SQL |')
        const everything = [
          ...received.map(({ body }) => body),
          readFileSync(join(folder, 'leadq.prom'), 'utf8'),
        ].join()
        expect(`${everything}${readFileSync(join(folder, 'mail.md'), 'utf8')}`).not.toContain('Company 1')

        const success = first.get('leadq_last_success_timestamp_seconds{job="nightly"}')
        const failed = await leadq(folder, 'run', '-q', '--min-rows', '50')
        expect(failed.exit).toBe(65)
        const second = seriesIn(folder)
        // The same series, and the success of the run before.
        expect([...second.keys()]).toEqual([...first.keys()])
        expect(second.get('leadq_last_success_timestamp_seconds{job="nightly"}')).toBe(success)
        expect(second.get('leadq_last_run_exit_code{job="nightly"}')).toBe(65)
        expect(second.get('leadq_guard_tripped{job="nightly",guard="min_rows"}')).toBe(2)
        expect(received[4]?.path).toMatch(/^\/secret\/ping\/65\?rid=/)
        expect(JSON.parse(received[5]?.body ?? '').text).toContain('min_rows: 40 leads; at least 50 are expected')
        expect(readFileSync(join(folder, 'mail.md'), 'utf8')).toContain('Nothing was published')
      }),
    ))

  it('is published where nobody answers, and the address is shown nowhere', () =>
    withServer(500, address =>
      inFolder(async folder => {
        layOut(folder, 5, 'ping: ping.txt\nwebhook: nothing.txt\nmetrics: leads.csv\n')
        writeFileSync(join(folder, 'ping.txt'), address)
        const { exit, stderr } = await leadq(folder, 'run')
        expect(exit).toBe(0)
        expect(existsSync(join(folder, 'runs', latest(folder), 'manifest.json'))).toBe(true)
        expect(stderr).toContain('run/notify ping: the answer was 500')
        expect(stderr).toContain('run/notify webhook: nothing.txt holds no http address')
        expect(stderr).toContain('run/notify leads.csv: leads.csv already exists and was not written by leadq')
        expect(stderr).not.toContain('secret')
      }),
    ))
})

describe('the log', () => {
  it('is one JSON object in a line, each with the id of the run, and no cell in it', () =>
    inFolder(async folder => {
      layOut(folder, 30, 'guards: { min_rows: 10 }\n')
      writeFileSync(join(folder, 'leads.csv'), 'id,company,employees\n1,Secret Ltd,many\n2,Secret Ltd\n', { flag: 'a' })
      const ran = [
        await leadq(folder, 'run', '--log-format', 'json'),
        await leadq(folder, 'run', '--log-format', 'json', '--min-rows', '99'),
      ]
      expect(ran.map(({ exit }) => exit)).toEqual([0, 65])
      for (const { stderr } of ran) {
        const lines = stderr
          .trimEnd()
          .split('\n')
          .map(line => JSON.parse(line))
        expect(new Set(lines.map(({ run_id }) => run_id)).size).toBe(1)
        expect(
          lines.every(line => ['ts', 'level', 'event', 'run_id', 'job', 'message'].every(key => key in line)),
        ).toBe(true)
        expect(stderr).not.toContain('Secret')
      }
      expect(ran[1]?.stderr).toContain('"level":"error"')
    }))
})
