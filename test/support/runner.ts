/** How the runner of GitHub Actions parses a log line, after its `ActionCommand.cs`: both spellings of commands. */
export interface RunnerCommand {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

const REGISTERED = new Set([
  'error',
  'warning',
  'notice',
  'debug',
  'group',
  'endgroup',
  'add-mask',
  'add-matcher',
  'remove-matcher',
  'echo',
  'save-state',
  'set-env',
  'set-output',
  'add-path',
  'stop-commands',
])

export function commandsIn(log: string): RunnerCommand[] {
  return log.split(/\r\n|\n|\r/).flatMap(line => newSpelling(line) ?? oldSpelling(line) ?? [])
}

function newSpelling(text: string): RunnerCommand | undefined {
  const line = text.trimStart()
  const end = line.indexOf('::', 2)
  if (!line.startsWith('::') || end < 0) return undefined
  const info = line.slice(2, end)
  const space = info.indexOf(' ')
  const name = space < 0 ? info : info.slice(0, space)
  if (!REGISTERED.has(name)) return undefined
  const written =
    space < 0
      ? []
      : info
          .slice(space + 1)
          .trim()
          .split(',')
  const properties = written.map(property => {
    const [key = '', ...value] = property.split('=')
    return [key, decoded(value.join('='), { '%3A': ':', '%2C': ',' })]
  })
  return { name, properties: Object.fromEntries(properties), data: decoded(line.slice(end + 2)) }
}

function oldSpelling(line: string): RunnerCommand | undefined {
  const start = line.indexOf('##[')
  const end = line.indexOf(']', start)
  if (start < 0 || end < 0) return undefined
  const [name = ''] = line.slice(start + 3, end).split(' ')
  return REGISTERED.has(name) ? { name, properties: {}, data: line.slice(end + 1) } : undefined
}

function decoded(text: string, more: Readonly<Record<string, string>> = {}): string {
  let found = text
  for (const [spelled, sign] of Object.entries({ '%0D': '\r', '%0A': '\n', ...more, '%25': '%' })) {
    found = found.replaceAll(spelled, sign)
  }
  return found
}
