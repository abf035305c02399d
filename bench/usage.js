import { writeFileSync } from 'node:fs'

/**
 * Loaded before a measured program (`node --import`): leaves behind what its process used, memory at its highest
 * included. Every system that Node runs on can say that of itself; of its children only some can.
 */
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  const usage = { megabytes: maxRSS / 1024, cpu: (userCPUTime + systemCPUTime) / 1e6 }
  writeFileSync(process.env.BENCH_USAGE, JSON.stringify(usage))
})
