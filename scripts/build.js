import { readFileSync } from 'node:fs'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'
import { licencesOf } from './licences.js'
import { assertThere, packedTexts, placed } from './packed.js'
import { latePatterns, leanPatterns, PATTERNS } from './patterns.js'

/** `--readable` keeps names and lines, for profilers and debuggers. */
const isReadable = process.argv.includes('--readable')

/**
 * One file to start from, one with what `score` needs, and files that are loaded when they are needed: reading a hundred
 * small files would be a third of a short run. Libraries that every run needs are part of it, with their licences beside.
 */
const CORE = resolve('src/cli/commands/score/score-command.ts')
const EVERY_RUN = ['chalk', 'commander', 're2js', 'string-width']
const REQUIRE = "import{createRequire}from'node:module';const require=createRequire(import.meta.url);"

await rm('dist', { recursive: true, force: true })
const { metafile, outputFiles } = await build({
  entryPoints: {
    leadq: 'src/cli/run.ts',
    rulebook: 'src/rulebook/index.ts',
    thread: 'src/cli/thread.ts',
    worker: 'src/cli/worker.ts',
    topics: 'src/cli/help/topics.ts',
  },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  chunkNames: 'chunks/[hash]',
  minify: !isReadable,
  charset: 'utf8',
  legalComments: 'none',
  // Beside the files, for `node --enable-source-maps` in a checkout and for reports of bugs; not part of the package.
  sourcemap: isReadable ? true : 'external',
  metafile: true,
  plugins: [latePatterns, packedTexts, { name: 'core', setup: withCore }],
  banner: { js: REQUIRE },
  write: false,
})
await mkdir('dist/chunks', { recursive: true })
const asked = []
for (const { path, text } of outputFiles) {
  const file = placed(path, needsRequire(text) ? text : text.replace(REQUIRE, ''))
  asked.push(...file.needed)
  await writeFile(path, file.text)
}
const patterns = await build({
  entryPoints: { [PATTERNS]: 're2js' },
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: !isReadable,
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
  plugins: [leanPatterns],
})
assertThere(asked)
const bundled = [...Object.keys(metafile.inputs), ...Object.keys(patterns.metafile.inputs)]
await writeFile('dist/THIRD_PARTY_LICENCES.txt', licencesOf(bundled))

/** Most files have no library in them that was written for `require`; a file that has the word for another reason loses nothing. */
function needsRequire(text) {
  return /\brequire\b/.test(text.replace(REQUIRE, ''))
}

/**
 * esbuild puts modules into one file if the same entries need them. All that is loaded on demand needs the core as well,
 * then, which costs nothing, as the core is there already. Without it a part of the core that is loaded on demand too, as
 * completion does, would become a file of its own that every run has to read.
 */
function withCore({ onResolve, onLoad }) {
  const besides = ['src/rulebook/index.ts', 'src/cli/thread.ts', 'src/cli/worker.ts'].map(path => resolve(path))
  onResolve({ filter: /^[^./]/ }, ({ path, importer }) =>
    importer.startsWith(resolve('src')) && !EVERY_RUN.includes(path) ? { path, external: true } : undefined,
  )
  onResolve({ filter: /^\./ }, ({ path, kind, resolveDir }) =>
    kind === 'dynamic-import' ? { path: resolve(resolveDir, path), namespace: 'on-demand' } : undefined,
  )
  onLoad({ filter: /./, namespace: 'on-demand' }, ({ path }) => ({
    contents: `import ${JSON.stringify(CORE)}\nexport * from ${JSON.stringify(path)}\n`,
    loader: 'ts',
    resolveDir: dirname(path),
  }))
  onLoad({ filter: /\.ts$/ }, ({ path }) => {
    if (!besides.includes(path)) return undefined
    const contents = `${readFileSync(path, 'utf8')}\nimport ${JSON.stringify(CORE)}\n`
    return { contents, loader: 'ts', resolveDir: dirname(path) }
  })
}

/** The built-in rulebooks as plans, as reading YAML is a large part of a short run (`src/cli/hosts/built-plans.ts`). */
const { hashOf, readRulebook } = await import('../dist/rulebook.js')
const names = (await readdir('rules')).filter(name => /^[^.]+\.yaml$/.test(name)).map(name => basename(name, '.yaml'))
const shelf = new Map(
  names.map(name => [name, { file: `built-in ${name}`, text: readFileSync(`rules/${name}.yaml`, 'utf8') }]),
)
await mkdir('dist/plans')
await mkdir('dist/rules')
for (const [name, source] of shelf) {
  const { plan, diagnostics, sources } = readRulebook(source, { find: wanted => shelf.get(wanted) })
  const from = sources.map(({ file }) => file.replace('built-in ', ''))
  const json = JSON.stringify({ from, sha256: hashOf(sources), plan, diagnostics })
  await writeFile(`dist/plans/${name}.json.br`, brotliCompressSync(json))
  await writeFile(`dist/rules/${name}.yaml.br`, brotliCompressSync(source.text))
}

/** The pages of `leadq help TOPIC`; a checkout has them in `docs/`. */
const { PAGES_IN_HELP } = await import('../dist/topics.js')
for (const page of PAGES_IN_HELP) {
  const packed = `dist/docs/${page}.br`
  await mkdir(dirname(packed), { recursive: true })
  await writeFile(packed, brotliCompressSync(readFileSync(`docs/${page}`)))
}
