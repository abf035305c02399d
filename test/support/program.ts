import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { main } from '../../src/cli/main.ts'
import type { Surroundings, Terminal } from '../../src/cli/surroundings.ts'

export const ROOT = resolve(import.meta.dirname, '..', '..')

/** The output of a run of leadq. */
export interface Ran {
  readonly stdout: string
  readonly stderr: string
  readonly exit: number
}

/** Runs the program in this process, with streams of its own. */
export async function runInProcess(
  argv: readonly string[],
  cwd: string,
  input: string | Uint8Array = '',
  env: Readonly<Record<string, string>> = {},
  terminal: Pick<Terminal, 'columns' | 'rows' | 'isTTY'> = {},
): Promise<Ran> {
  const stdout = collector()
  Object.assign(stdout.stream, terminal)
  const stderr = collector()
  const streams = { stdin: Readable.from([Buffer.from(input)]), stdout: stdout.stream, stderr: stderr.stream }
  const exit = await main(argv, { ...surroundings(cwd, env), ...streams })
  return { stdout: stdout.text(), stderr: stderr.text(), exit }
}

/** A process as the program sees it, whose streams lead nowhere. */
export function surroundings(cwd: string, env: Readonly<Record<string, string>> = {}): Surroundings {
  return {
    cwd,
    env: { LEADQ_VERIFY: '1', ...env },
    stdin: Readable.from([]),
    stdout: collector().stream,
    stderr: collector().stream,
    isStdoutClosed: () => false,
    now: () => Date.UTC(2026, 2, 2, 12),
    onStop: () => {},
  }
}

function collector(): { stream: Writable; text(): string } {
  const chunks: Buffer[] = []
  const stream = new Writable({
    write(chunk, _, done) {
      chunks.push(Buffer.from(chunk))
      done()
    },
  })
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') }
}

/** A folder that holds `leadq`, to be put on the PATH of a shell. */
const COMMANDS = join(ROOT, '.leadq-bin')
mkdirSync(COMMANDS, { recursive: true })
if (!existsSync(join(COMMANDS, 'leadq'))) symlinkSync(join('..', 'bin', 'leadq.js'), join(COMMANDS, 'leadq'))

/** A shell line in which `leadq` is the built program. */
export function runShell(line: string, cwd: string, env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return new Promise((done, fail) => {
    const path = [COMMANDS, resolve(process.execPath, '..'), process.env.PATH].join(delimiter)
    const child = spawn('bash', ['-c', line], {
      cwd,
      env: {
        PATH: path,
        HOME: process.env.HOME ?? '',
        LANG: 'C.UTF-8',
        LEADQ_VERIFY: '1',
        XDG_STATE_HOME: join(COMMANDS, 'state'),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', fail)
    child.on('close', code =>
      done({
        stdout: Buffer.concat(out).toString('utf8'),
        stderr: Buffer.concat(err).toString('utf8'),
        exit: code ?? -1,
      }),
    )
  })
}

/** A folder for one test, gone afterwards. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'leadq-test-'))
  try {
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
