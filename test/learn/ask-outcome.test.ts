import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { inFolder } from '../support/program.ts'

/** A run with somebody at the terminal who types some lines. */
async function atTerminal(argv: readonly string[], cwd: string, typed: string, env: Record<string, string> = {}) {
  let [stdout, stderr] = ['', '']
  const writer = (keep: (text: string) => void) =>
    new Writable({
      write(chunk, _, done) {
        keep(String(chunk))
        done()
      },
    })
  const exit = await main(argv, {
    cwd,
    env,
    stdin: Object.assign(Readable.from([Buffer.from(typed)]), { isTTY: true }),
    stdout: Object.assign(
      writer(text => {
        stdout += text
      }),
      { isTTY: true },
    ),
    stderr: writer(text => {
      stderr += text
    }),
    isStdoutClosed: () => false,
    now: () => Date.UTC(2026, 2, 2, 12),
    onStop: () => {},
  })
  return { stdout, stderr, exit }
}

const LEADS = 'Id,Status,Visits\n1,Alpha,5\n2,Alpha,4\n3,Beta,1\n4,Beta,2\n5,Gamma,3\n'

describe.each(['backtest', 'tune'])('%s without a plain outcome', command => {
  const run = (typed: string, env?: Record<string, string>) =>
    inFolder(folder => {
      writeFileSync(join(folder, 'leads.csv'), LEADS)
      const rules = command === 'backtest' ? ['-r', 'b2b'] : []
      return atTerminal([command, 'leads.csv', ...rules], folder, typed, env)
    })

  it('asks at a terminal, with the candidates listed, until the answer is one', async () => {
    const { stdout, stderr, exit } = await run('Statu=Alpha\n\nStatus=Alpha\nStatus=Beta\n')
    expect(stdout).toContain('1  `Status`: Alpha (2), Beta (2), Gamma (1)')
    expect(stdout).toContain('did you mean `Status`?')
    if (command === 'backtest') {
      expect(stdout).toContain('Status=Alpha')
      expect(exit).toBe(0)
    } else expect(stderr).toContain('leads.csv has 4 closed leads, 2 won and 2 lost: too few')
  })

  it('refuses without an answer', async () => {
    const { stderr, exit } = await run('\n')
    expect(stderr).toContain('learn/no-outcome')
    expect(exit).toBe(2)
  })

  it('asks nothing in CI', async () => {
    const { stdout, stderr, exit } = await run('Status=Alpha\nStatus=Beta\n', { CI: '1' })
    expect([stdout, exit]).toEqual(['', 2])
    expect(stderr).toContain('it could be `Status`: Alpha (2), Beta (2), Gamma (1)')
  })
})
