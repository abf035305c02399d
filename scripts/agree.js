import { spawnSync } from 'node:child_process'
import { build } from 'esbuild'

/** Bundles and runs `test/support/agree/whole-run.ts`: a test runner would take longer than the draws. */
// Where its sources are, as some of them look for files beside themselves.
const outfile = 'test/support/.leadq-agree.mjs'
await build({
  entryPoints: ['test/support/agree/whole-run.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
})
const { status } = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { stdio: 'inherit' })
process.exitCode = status ?? 1
