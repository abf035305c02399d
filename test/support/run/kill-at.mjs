// Loaded into leadq before it starts: kills the process, with no time for anything, as it logs a step of a run.
const wanted = process.env.KILL_AT
const write = process.stderr.write.bind(process.stderr)
process.stderr.write = (chunk, ...more) => {
  const [, event] = /"event":"(\w+)"/.exec(String(chunk)) ?? []
  if (event === wanted) process.kill(process.pid, 'SIGKILL')
  return write(chunk, ...more)
}
