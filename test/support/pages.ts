import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { main } from '../../src/cli/main.ts'
import { ROOT, runShell } from './program.ts'

/**
 * Pages of Markdown whose commands are executed, in a folder of their own and in order:
 *
 * - `<!-- files: leads.csv = fixtures/leads/trade-fair.csv -->` copies files of the checkout into the folder.
 * - `<!-- clock: 2026-03-03T02:00 -->` sets the clock (in UTC); it begins at noon of 2 March 2026, and each command takes a minute.
 * - A block that names a file behind its language (```yaml [leadq.yaml]) is written there.
 * - The commands of a ```console block are run, and what they print is what stands below them.
 * - The commands of a ```sh block are run and have to end with 0, unless `example` stands behind the language.
 *
 * Commands of leadq run in this process, everything else in bash.
 */
export async function executePage(page: string, folder: string): Promise<string> {
  for (const [name, source] of filesOf(page)) put(join(folder, name), join(ROOT, source))
  const session: Session = { folder, exit: 0, clock: Date.UTC(2026, 2, 2, 12) }
  let done = ''
  let from = 0
  for (const block of page.matchAll(BLOCK)) {
    const [whole, language = '', info = '', text = ''] = block
    const between = page.slice(from, block.index)
    const clock = [...between.matchAll(/<!-- clock: (\S+) -->/g)].at(-1)?.[1]
    if (clock !== undefined) session.clock = Date.parse(`${clock}Z`)
    done += between
    from = block.index + whole.length
    const file = /\[([^\]]+)\]/.exec(info)?.[1]
    if (file !== undefined) write(join(folder, file), text)
    if (language === 'sh' && !/\bexample\b/.test(info)) await runAll(text, session)
    done += language === 'console' ? whole.replace(text, await transcript(text, session).then(escaped)) : whole
  }
  return done + page.slice(from)
}

/** True for pages with something to execute. */
export function isExecuted(page: string): boolean {
  return [...page.matchAll(BLOCK)].some(
    ([, language, info]) => language === 'console' || (language === 'sh' && !/\bexample\b/.test(info ?? '')),
  )
}

const BLOCK = /^```(\w*)([^\n]*)\n([\s\S]*?)^```$/gm

interface Session {
  readonly folder: string
  /** Of the last command, as `$?` has it. */
  exit: number
  clock: number
}

function filesOf(page: string): readonly (readonly [string, string])[] {
  const list = /<!-- files: ([\s\S]*?)-->/.exec(page)?.[1] ?? ''
  return list.split(',').flatMap(each => {
    const [, name, source] = /^\s*(\S+) = (\S+)\s*$/.exec(each) ?? []
    return name === undefined || source === undefined ? [] : [[name, source] as const]
  })
}

function put(file: string, source: string): void {
  mkdirSync(dirname(file), { recursive: true })
  copyFileSync(source, file)
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

/** For `String.replace`, to which `$` means something. */
function escaped(text: string): string {
  return text.replaceAll('$', '$$$$')
}

/** The `$ ` lines of a block, each with what it prints now. */
async function transcript(block: string, session: Session): Promise<string> {
  const commands = block.split(/^(?=\$ )/m).map(step => step.slice(2, step.indexOf('\n')))
  let printed = ''
  for (const command of commands) {
    const output = await runLine(command, session)
    printed += `$ ${command}\n${output}${output === '' || output.endsWith('\n') ? '' : '\n'}`
  }
  return printed
}

async function runAll(block: string, session: Session): Promise<void> {
  for (const line of block.replaceAll('\\\n', ' ').split('\n')) {
    const command = line.replace(/(^|\s)#.*$/, '').trim()
    if (command === '') continue
    const output = await runLine(command, session)
    if (session.exit !== 0) throw new Error(`${command}: exit ${session.exit}\n${output}`)
  }
}

/** What one line prints, stdout and stderr in the order in which they come. */
async function runLine(line: string, session: Session): Promise<string> {
  let printed = ''
  for (const { command, always } of stepsOf(line)) {
    if (!always && session.exit !== 0) continue
    const step = leadqStep(command)
    if (step === undefined) {
      const ran = await runShell(`exec 2>&1; (exit ${session.exit}); ${command}`, session.folder, { COLUMNS: '80' })
      session.exit = ran.exit
      printed += ran.stdout
    } else printed += await runLeadq(step, session)
  }
  return printed
}

/** The parts of a line between `&&` and `;`, quoted text left whole. */
function stepsOf(line: string): { readonly command: string; readonly always: boolean }[] {
  const parts = line.match(/'[^']*'|"(?:[^"\\]|\\.)*"|\$\([^)]*\)|&&|;|[^'"&;$]+|./g) ?? []
  const steps = [{ command: '', always: true }]
  for (const part of parts) {
    if (part === '&&' || part === ';') steps.push({ command: '', always: part === ';' })
    else {
      const last = steps.pop() ?? { command: '', always: true }
      steps.push({ ...last, command: last.command + part })
    }
  }
  return steps.map(({ command, always }) => ({ command: command.trim(), always }))
}

interface LeadqStep {
  readonly argv: readonly string[]
  /** File that its stdout goes into. */
  readonly into: string | undefined
  /** Command of bash that reads its stdout. */
  readonly rest: string | undefined
}

/** `leadq ... > file` or `leadq ... | rest` where nothing needs a shell; undefined for every other line. */
function leadqStep(command: string): LeadqStep | undefined {
  const words = command.match(/(?:'[^']*'|"(?:[^"\\$`]|\\.)*"|[^\s'"])+/g) ?? []
  if (words[0] !== 'leadq') return undefined
  const end = words.findIndex(word => word === '|' || word === '>')
  const own = end === -1 ? words : words.slice(0, end)
  if (own.some(word => /[$`*?<>|&]/.test(word.replace(/'[^']*'|"[^"]*"/g, '')))) return undefined
  const argv = own.slice(1).map(word => word.replace(/'([^']*)'|"((?:[^"\\]|\\.)*)"/g, (_, a, b) => a ?? b))
  if (end === -1) return { argv, into: undefined, rest: undefined }
  if (words[end] === '|') return { argv, into: undefined, rest: command.slice(command.indexOf(' | ') + 3) }
  return words.length === end + 2 ? { argv, into: words[end + 1], rest: undefined } : undefined
}

async function runLeadq({ argv, into, rest }: LeadqStep, session: Session): Promise<string> {
  const pieces: { readonly isOut: boolean; readonly text: string }[] = []
  const stream = (isOut: boolean) =>
    new Writable({
      write(chunk, _, done) {
        pieces.push({ isOut, text: Buffer.from(chunk).toString('utf8') })
        done()
      },
    })
  session.clock += 60_000
  const { clock } = session
  session.exit = await main(argv, {
    cwd: session.folder,
    env: { LEADQ_VERIFY: '1', COLUMNS: '80' },
    stdin: Readable.from([]),
    stdout: stream(true),
    stderr: stream(false),
    isStdoutClosed: () => false,
    now: () => clock,
    onStop: () => {},
  })
  if (into === undefined && rest === undefined) return pieces.map(({ text }) => text).join('')
  const textOf = (wanted: boolean) =>
    pieces
      .filter(({ isOut }) => isOut === wanted)
      .map(({ text }) => text)
      .join('')
  if (into !== undefined) {
    writeFileSync(join(session.folder, into), textOf(true))
    return textOf(false)
  }
  const input = join(session.folder, '.piped')
  writeFileSync(input, textOf(true))
  const ran = await runShell(`exec 2>&1; cat .piped | ${rest}; rm .piped`, session.folder, { COLUMNS: '80' })
  session.exit = ran.exit
  return textOf(false) + ran.stdout
}
