import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

/**
 * `npm pack` and `npm publish` run `pack.js strip` before they pack and `pack.js restore` after it: in between, package.json has
 * only what an installed leadq needs. Its scripts and the libraries that build and test it are of use in a checkout alone, and npm
 * warns users of every package that has a `prepare`.
 */
const KEPT = '.leadq-package.json'
const DEVELOPMENT = ['scripts', 'devDependencies']

export function strip() {
  restore()
  const text = readFileSync('package.json', 'utf8')
  const entries = Object.entries(JSON.parse(text)).filter(([key]) => !DEVELOPMENT.includes(key))
  writeFileSync(KEPT, text)
  writeFileSync(`${KEPT}.new`, `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`)
  renameSync(`${KEPT}.new`, 'package.json')
}

/** Also what is left of a packing that was stopped: by then somebody may have changed the version, which `strip` would lose. */
function restore() {
  if (existsSync(KEPT)) renameSync(KEPT, 'package.json')
}

if (process.argv[2] === 'strip') {
  await import('./build.js')
  strip()
} else if (process.argv[2] === 'restore') restore()
