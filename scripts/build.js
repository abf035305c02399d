import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { build } from 'esbuild'

/**
 * One file to start from, one with what `score` needs, and files that are loaded when they are needed: reading a hundred
 * small files would be a third of a short run. Libraries that every run needs are part of it, with their licences beside.
 */
const CORE = resolve('src/cli/commands/score/score-command.ts')
const EVERY_RUN = ['chalk', 'commander', 'fastest-levenshtein', 're2js', 'string-width']

await rm('dist', { recursive: true, force: true })
const { metafile } = await build({
  entryPoints: { leadq: 'src/cli/run.ts', rulebook: 'src/rulebook/index.ts', thread: 'src/cli/thread.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  chunkNames: 'chunks/[name]-[hash]',
  sourcemap: true,
  metafile: true,
  plugins: [{ name: 'core', setup: withCore }],
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)" },
})
await writeFile('dist/licences.txt', licencesOf(Object.keys(metafile.inputs)))

/**
 * esbuild puts modules into one file if the same entries need them. All that is loaded on demand needs the core as well,
 * then, which costs nothing, as the core is there already.
 */
function withCore({ onResolve, onLoad }) {
  const onDemand = new Set([resolve('src/rulebook/index.ts'), resolve('src/cli/thread.ts')])
  onResolve({ filter: /^[^./]/ }, ({ path, importer }) =>
    importer.startsWith(resolve('src')) && !EVERY_RUN.includes(path) ? { path, external: true } : undefined,
  )
  onResolve({ filter: /^\./ }, ({ path, kind, resolveDir }) => {
    if (kind === 'dynamic-import') onDemand.add(resolve(resolveDir, path))
  })
  onLoad({ filter: /\.ts$/ }, ({ path }) => {
    if (!onDemand.has(path) || path === CORE) return undefined
    const contents = `${readFileSync(path, 'utf8')}\nimport ${JSON.stringify(CORE)}\n`
    return { contents, loader: 'ts', resolveDir: dirname(path) }
  })
}

function licencesOf(files) {
  const folders = files.flatMap(file => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? [])
  return [...new Set(folders)]
    .map(folder => {
      const licence = readdirSync(folder).find(name => /^licen[cs]e/i.test(name))
      if (licence === undefined) throw new Error(`${folder} has no licence`)
      return `${basename(folder)}\n\n${readFileSync(`${folder}/${licence}`, 'utf8').trim()}\n`
    })
    .join('\n\n')
}

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
