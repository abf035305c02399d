import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { leadsFile } from '../bench/leads.js'

/**
 * Runs the commands of `docs/guides/changing-a-rulebook.md` in a repository of their own, with invented leads, and prints the page with
 * what they printed; with `--write` it goes into the file. The built program is what runs.
 */
const PAGE = fileURLToPath(new URL('../docs/guides/changing-a-rulebook.md', import.meta.url))
const LEADS = 3_000

const folder = mkdtempSync(join(tmpdir(), 'leadq-walkthrough-'))
try {
  const page = await walk(readFileSync(PAGE, 'utf8'))
  if (process.argv.includes('--write')) writeFileSync(PAGE, page)
  else process.stdout.write(page)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function walk(page) {
  const home = join(folder, 'acme')
  cpSync(fileURLToPath(new URL('../fixtures/walkthrough', import.meta.url)), home, { recursive: true })
  cpSync(await leadsFile(LEADS), join(home, 'export.csv'))
  const run = shell(home)
  const executed = page.replace(/^```console\n([\s\S]*?)^```$/gm, (_, block) => {
    const commands = block.split('\n').filter(line => line.startsWith('$ '))
    return `\`\`\`console\n${commands.map(line => `${line}\n${run(line.slice(2))}`).join('')}\`\`\``
  })
  const comment = readFileSync(join(home, 'comment.md'), 'utf8')
  return executed.replace(
    /(<!-- comment\.md -->\n)[\s\S]*?(<!-- \/comment\.md -->)/,
    (_, open, close) => open + comment + close,
  )
}

/** A shell in which `leadq` is the built program, and git knows nobody's settings. */
function shell(cwd) {
  const bin = join(folder, 'bin')
  const program = fileURLToPath(new URL('../bin/leadq.js', import.meta.url))
  mkdirSync(bin)
  symlinkSync(program, join(bin, 'leadq'))
  chmodSync(program, 0o755)
  const who = { NAME: 'Ida', EMAIL: 'ida@acme.example' }
  const people = ['AUTHOR', 'COMMITTER'].flatMap(role =>
    Object.entries(who).map(([key, value]) => [`GIT_${role}_${key}`, value]),
  )
  const env = {
    ...Object.fromEntries(people),
    PATH: [bin, dirname(process.execPath), process.env.PATH].join(delimiter),
    HOME: folder,
    LANG: 'C.UTF-8',
    COLUMNS: '80',
    GIT_CONFIG_NOSYSTEM: '1',
  }
  return command => {
    const { stdout, error } = spawnSync('bash', ['-c', `set -o pipefail; exec 2>&1; ${command}`], {
      cwd,
      env,
      encoding: 'utf8',
    })
    if (error) throw error
    return stdout
  }
}
