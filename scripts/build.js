import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { build } from 'esbuild'

/** One file to start from and chunks that are loaded when they are needed: reading a hundred small files costs start-up. */
await rm('dist', { recursive: true, force: true })
await build({
  entryPoints: { leadq: 'src/cli/run.ts', rulebook: 'src/rulebook/index.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  chunkNames: 'chunks/[name]-[hash]',
  sourcemap: true,
})

/** The built-in rulebooks as plans, as reading YAML is a large part of a short run (`src/cli/hosts/built-plans.ts`). */
const { readRulebook } = await import('../dist/rulebook.js')
await mkdir('dist/plans')
for (const file of (await readdir('rules')).filter(name => /(?<!\.test)\.yaml$/.test(name))) {
  const name = basename(file, '.yaml')
  const text = await readFile(`rules/${file}`, 'utf8')
  const sha256 = createHash('sha256').update(text).digest('hex')
  const read = readRulebook({ file: `built-in ${name}`, text })
  await writeFile(`dist/plans/${name}.json`, JSON.stringify({ sha256, ...read }))
}
