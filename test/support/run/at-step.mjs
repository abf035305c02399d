// Loaded into leadq before it starts: does something as it logs a step of a run.
import { renameSync, writeFileSync } from 'node:fs'

const { AT_STEP: wanted, DO: action = '' } = process.env

const ACTIONS = {
  /** With no time for anything. */
  kill: () => process.kill(process.pid, 'SIGKILL'),
  twice: () => {
    process.kill(process.pid, 'SIGTERM')
    setImmediate(() => process.kill(process.pid, 'SIGTERM'))
  },
  /** Another export takes the place of the one that was hashed. */
  replace: () => {
    writeFileSync('other.csv', 'id,company,employees\n1,Other,1\n')
    renameSync('other.csv', 'leads.csv')
  },
}

const write = process.stderr.write.bind(process.stderr)
process.stderr.write = (chunk, ...more) => {
  const [, event] = /"event":"(\w+)"/.exec(String(chunk)) ?? []
  if (event === wanted) (ACTIONS[action] ?? (() => process.kill(process.pid, action)))()
  return write(chunk, ...more)
}
