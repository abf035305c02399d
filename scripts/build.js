import { readFileSync } from 'node:fs'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
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
const { hashOf, readRulebook } = await import('../dist/rulebook.js')
const names = (await readdir('rules')).filter(name => /^[^.]+\.yaml$/.test(name)).map(name => basename(name, '.yaml'))
const shelf = new Map(
  names.map(name => [name, { file: `built-in ${name}`, text: readFileSync(`rules/${name}.yaml`, 'utf8') }]),
)
await mkdir('dist/plans')
for (const [name, source] of shelf) {
  const { plan, diagnostics, sources } = readRulebook(source, { find: wanted => shelf.get(wanted) })
  const from = sources.map(({ file }) => file.replace('built-in ', ''))
  await writeFile(`dist/plans/${name}.json`, JSON.stringify({ from, sha256: hashOf(sources), plan, diagnostics }))
}
