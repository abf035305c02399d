import { spawnSync } from 'node:child_process'

/**
 * What makes a checkout usable. npm prepares a package that is installed from git with `--global` (as pre-commit does) as
 * if for the global folder, and leaves out what builds it: then that is installed here first.
 */
if (!isThere('esbuild')) {
  const env = { ...process.env, npm_config_global: 'false' }
  const options = { env, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' }
  const { status } = spawnSync('npm', ['install', '--ignore-scripts', '--no-save', '--include=dev'], options)
  if (status !== 0) process.exit(status ?? 1)
}
await import('./build.js')

function isThere(library) {
  try {
    return import.meta.resolve(library) !== ''
  } catch {
    return false
  }
}
