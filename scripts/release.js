import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The steps of a release that are more than a command: `release.js check v0.1.0` holds the tag against package.json and the
 * changelog; `release.js files v0.1.0` lays out the folder `release` after `npm pack`: package, bill of materials, licences, source
 * maps, the notes of the version, and the checksums of all of them.
 */
const FOLDER = 'release'
const [step, tag = ''] = process.argv.slice(2)
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))

/** The part of the changelog about a version, without its heading. */
function notesOf(wanted) {
  const parts = readFileSync('CHANGELOG.md', 'utf8').split(/^## /m)
  const part = parts.find(each => each.startsWith(`[${wanted}] - `))
  if (part === undefined) throw new Error(`CHANGELOG.md has no heading "## [${wanted}] - DATE"`)
  return part.slice(part.indexOf('\n')).trim()
}

function checkTag() {
  if (tag !== `v${version}`) throw new Error(`the tag is ${tag}, package.json has ${version}`)
  return notesOf(version)
}

function layOut() {
  const notes = checkTag()
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER)
  renameSync(`leadq-${version}.tgz`, join(FOLDER, `leadq-${version}.tgz`))
  execFileSync(process.execPath, ['scripts/sbom.js', join(FOLDER, `leadq-${version}.cdx.json`)])
  execFileSync('tar', [
    '-czf',
    join(FOLDER, `leadq-${version}-source-maps.tgz`),
    ...mapsIn('dist'),
    ...mapsIn('dist/chunks'),
  ])
  cpSync('dist/THIRD_PARTY_LICENCES.txt', join(FOLDER, 'THIRD_PARTY_LICENCES.txt'))
  const files = readdirSync(FOLDER).sort()
  const sums = files.map(
    name =>
      `${createHash('sha256')
        .update(readFileSync(join(FOLDER, name)))
        .digest('hex')}  ${name}\n`,
  )
  writeFileSync(join(FOLDER, 'SHA256SUMS'), sums.join(''))
  writeFileSync(join(FOLDER, 'NOTES.md'), `${notes}\n`)
}

function mapsIn(folder) {
  return readdirSync(folder)
    .filter(name => name.endsWith('.map'))
    .map(name => join(folder, name))
}

if (step === 'check') checkTag()
else if (step === 'files') layOut()
else throw new Error(`no such step: ${step}`)
