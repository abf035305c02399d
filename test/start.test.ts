import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder, ROOT, runShell } from './support/program.ts'

/** What a start loads, in files of the built program: their number decides how fast a short run is, and does not vary as times do. */

/** Has node print every file that it loads as a module. */
const LOADER = [
  "import { writeSync } from 'node:fs'",
  'export async function load(url, context, next) {',
  "  if (url.startsWith('file:')) writeSync(2, 'loaded ' + url + String.fromCharCode(10))",
  '  return next(url, context)',
  '}',
].join('\n')
const HOOKS = `import { register } from 'node:module'\nregister(${JSON.stringify(dataUrl(LOADER))})`

function dataUrl(module: string): string {
  return `data:text/javascript,${encodeURIComponent(module)}`
}

const LEADS = join(ROOT, 'fixtures', 'leads', 'trade-fair.csv')

describe('a start', () => {
  it.each([
    { command: '--version', most: 6 },
    { command: `score ${LEADS} -r b2b -o scored.csv -q`, most: 11 },
  ])('of $command loads at most $most files, and no library that it can do without', async ({ command, most }) => {
    await inFolder(async folder => {
      const { exit, stderr } = await runShell(`leadq ${command}`, folder, {
        NODE_OPTIONS: `--import=${dataUrl(HOOKS)}`,
        // Comparing with the reference needs further files.
        LEADQ_VERIFY: '',
      })
      expect(exit).toBe(0)
      const files = [...stderr.matchAll(/^loaded (.*)$/gm)].map(([, url = '']) => url)
      expect(files.some(url => url.endsWith('/dist/leadq.js'))).toBe(true)
      expect(files.filter(url => url.includes('/node_modules/'))).toEqual([])
      expect(files.length, files.join('\n')).toBeLessThanOrEqual(most)
    })
  })
})
