import { spawn } from 'node:child_process'
import { createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { diagnose } from '../../../base/diagnostic.ts'
import { Refusal } from '../../../base/refusal.ts'
import { type Spark, SparkError } from '../../../tools/warehouse/spark/session.ts'
import { packageFile } from '../../package-files.ts'
import { removeFolder, temporaryFolder } from '../disk/run-name.ts'

export interface SparkOptions {
  /** `spark://...`, `yarn`, `local[2]`; else what Spark's own configuration says. */
  readonly master?: string | undefined
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly signal: AbortSignal
}

/** How much of what Spark logs is kept, to say why it ended. */
const LOGGED = 4_000
/** Milliseconds that a stopped Spark has to clean up after itself. */
const PATIENCE = 10_000
/** Java compiles the driver quickly instead of well: it hands out work for some seconds, and half of its time would go into that. */
const QUICKLY = '-XX:TieredStopAtLevel=1'

/**
 * Starts `spark-submit` with leadq's driver, which talks over a socket in a folder that only this user can enter. Texts
 * reach Spark as JSON, and its command line as a list: nothing passes through a shell.
 */
export async function startSpark({ master, env, cwd, signal }: SparkOptions): Promise<Spark> {
  const folder = await temporaryFolder()
  const path = join(folder, 'socket')
  const server = createServer()
  await new Promise<void>(ready => server.listen(path, ready))
  const submit = env.SPARK_HOME === undefined ? 'spark-submit' : join(env.SPARK_HOME, 'bin', 'spark-submit')
  const args = [
    ...(master === undefined ? [] : ['--master', master]),
    ...['--deploy-mode', 'client', '--name', 'leadq', '--conf', 'spark.ui.showConsoleProgress=false'],
    packageFile('spark', 'leadq_driver.py'),
    path,
  ]
  // In a process group of its own: Ctrl-C of a terminal would end Spark before it has removed what is not whole.
  const child = spawn(submit, args, {
    env: { ...env, ...optionsOfDriver(master, env) },
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let log = ''
  const keep = (chunk: Buffer) => {
    log = (log + chunk).slice(-LOGGED)
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const ended = new Promise<never>((_, fail) => {
    child.once('error', error => fail(notFound(submit, error)))
    child.once('close', () => fail(signal.aborted ? signal.reason : lost(log)))
  })
  ended.catch(() => {})
  // A driver whose socket is closed drops what it was at and cleans up; one that has none yet, or takes too long, is ended.
  const stop = () => {
    talk?.destroy()
    const end = setTimeout(() => child.kill(), talk === undefined ? 0 : PATIENCE)
    child.once('close', () => clearTimeout(end))
  }
  let talk: Socket | undefined
  signal.addEventListener('abort', stop)
  const clean = async () => {
    signal.removeEventListener('abort', stop)
    server.close()
    await removeFolder(folder)
  }
  try {
    const socket = await Promise.race([connected(server), ended])
    talk = socket
    const ask = asking(socket, ended)
    return {
      ask,
      async close() {
        socket.end()
        await ended.catch(() => {})
        await clean()
      },
    }
  } catch (error) {
    await clean()
    throw error
  }
}

/** Options of the user come behind. With `local` masters the driver judges leads itself. */
function optionsOfDriver(master: string | undefined, { SPARK_SUBMIT_OPTS: own = '' }: SparkOptions['env']) {
  const isAlone = master !== undefined && !/^local(?:$|\[)/.test(master)
  return isAlone ? { SPARK_SUBMIT_OPTS: `${QUICKLY} ${own}`.trim() } : {}
}

function connected(server: Server): Promise<Socket> {
  return new Promise(found => server.once('connection', found))
}

/** One question at a time; each is answered by one line. */
function asking(socket: Socket, ended: Promise<never>): Spark['ask'] {
  const answers = createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]()
  socket.on('error', () => {})
  return async (name, told) => {
    socket.write(`${JSON.stringify({ do: name, ...told })}\n`)
    const { value, done } = await Promise.race([answers.next(), ended])
    if (done === true) return ended
    const { answer, error } = JSON.parse(value)
    if (error !== undefined) throw new SparkError(error.class, error.message)
    return answer
  }
}

function notFound(submit: string, error: Error): Refusal {
  return new Refusal(
    diagnose('spark/not-found', `cannot start Spark with ${submit}: ${error.message}`, {
      hint: 'set SPARK_HOME to where Spark is installed, or put spark-submit on the PATH',
    }),
    'usage',
  )
}

function lost(log: string): Refusal {
  const lines = log.split('\n').map(line => line.trim())
  const said = lines.filter(line => /exception|error|fail|cannot|unable/i.test(line)).at(-1) ?? lines.at(-1) ?? ''
  return new Refusal(
    diagnose('spark/ended', `Spark ended before its work was done${said === '' ? '' : `: ${said.slice(0, 300)}`}`, {
      hint: 'nothing was written; its logs say more',
    }),
    'tryAgain',
  )
}
