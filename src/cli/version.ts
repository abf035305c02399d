import { readFileSync } from 'node:fs'
import { packageFile } from './package-files.ts'

/** The version in package.json. */
export const VERSION: string = readVersion()

function readVersion(): string {
  const { version } = Object(JSON.parse(readFileSync(packageFile('package.json'), 'utf8')))
  return String(version)
}
