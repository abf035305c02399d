import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './program.ts'

/** yaml-language-server, which most editors use for YAML, spoken to as an editor does: over its standard streams. */
export interface LanguageServer {
  open(path: string): Promise<readonly Problem[]>
  complete(path: string, position: Position): Promise<readonly string[]>
  hover(path: string, position: Position): Promise<string>
  close(): void
}

/** Lines and characters count from 0. */
export interface Position {
  readonly line: number
  readonly character: number
}

export interface Problem {
  readonly message: string
  readonly range: { readonly start: Position }
}

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: {
    readonly uri: string
    readonly diagnostics: readonly Problem[]
    readonly items: readonly unknown[]
  }
  readonly result?: unknown
}

/** `settings` are those of the editor below `yaml`; the catalogue of schemas in the network is off. */
export async function startLanguageServer(folder: string, settings: object = {}): Promise<LanguageServer> {
  const server = spawn(
    process.execPath,
    [join(ROOT, 'node_modules/yaml-language-server/bin/yaml-language-server'), '--stdio'],
    { cwd: folder },
  )
  const yaml = { schemaStore: { enable: false }, hover: true, completion: true, validate: true, ...settings }
  const answers = new Map<number, (result: unknown) => void>()
  const published = new Map<string, (problems: readonly Problem[]) => void>()
  let id = 0
  listen(server, message => {
    if (message.method === 'workspace/configuration') {
      return send({ id: message.id, result: message.params?.items.map(() => yaml) })
    }
    if (message.method === 'textDocument/publishDiagnostics' && message.params !== undefined) {
      return published.get(message.params.uri)?.(message.params.diagnostics)
    }
    if (message.id === undefined) return
    if (message.method !== undefined) return send({ id: message.id, result: null })
    answers.get(message.id)?.(message.result)
  })
  const send = (message: object) => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message })
    server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`)
  }
  const ask = (method: string, params: object) => {
    id += 1
    const mine = id
    const answer = new Promise<unknown>(done => answers.set(mine, done))
    send({ id: mine, method, params })
    return answer
  }
  const at = (path: string, position: Position) => ({ textDocument: { uri: uriOf(path) }, position })
  const uriOf = (path: string) => pathToFileURL(join(folder, path)).href
  await ask('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    capabilities: { workspace: { configuration: true } },
  })
  send({ method: 'initialized', params: {} })
  send({ method: 'workspace/didChangeConfiguration', params: { settings: { yaml } } })
  return {
    open(path) {
      const problems = new Promise<readonly Problem[]>(done => published.set(uriOf(path), done))
      const text = readFileSync(join(folder, path), 'utf8')
      send({
        method: 'textDocument/didOpen',
        params: { textDocument: { uri: uriOf(path), languageId: 'yaml', version: 1, text } },
      })
      return problems
    },
    async complete(path, position) {
      const found = Object(await ask('textDocument/completion', at(path, position)))
      const items: readonly { readonly label: string }[] = Array.isArray(found) ? found : (found.items ?? [])
      return items.map(({ label }) => label)
    },
    hover: async (path, position) =>
      JSON.stringify(Object(await ask('textDocument/hover', at(path, position))).contents ?? ''),
    close: () => server.kill(),
  }
}

function listen({ stdout }: ChildProcessWithoutNullStreams, take: (message: Message) => void): void {
  let waiting = Buffer.alloc(0)
  stdout.on('data', (chunk: Buffer) => {
    waiting = Buffer.concat([waiting, chunk])
    for (;;) {
      const end = waiting.indexOf('\r\n\r\n')
      const length = Number(/Content-Length: (\d+)/i.exec(waiting.subarray(0, end).toString())?.[1])
      if (end < 0 || waiting.length < end + 4 + length) return
      const message: Message = JSON.parse(waiting.subarray(end + 4, end + 4 + length).toString())
      waiting = waiting.subarray(end + 4 + length)
      take(message)
    }
  })
}
