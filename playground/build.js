import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { licencesOf } from '../scripts/licences.js'
import { leanPatterns } from '../scripts/patterns.js'

/**
 * The playground as a folder of static files: `node playground/build.js FOLDER`. The core is bundled as it is; what it uses of Node is
 * stood in for, and formats that a page has no use for are left out.
 */
const here = fileURLToPath(new URL('.', import.meta.url))
const folder = resolve(process.argv[2] ?? join(here, 'dist'))

const STAND_INS = {
  'node:buffer': 'buffer',
  './workbook/workbook.ts': 'absent',
  './markup/markup.ts': 'absent',
  './parquet/open-parquet.ts': 'absent',
}

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
process.chdir(join(here, '..'))
const { metafile } = await build({
  entryPoints: { playground: join(here, 'main.ts') },
  outdir: folder,
  bundle: true,
  platform: 'browser',
  target: ['chrome109', 'firefox115', 'safari16.4'],
  format: 'iife',
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
  inject: [join(here, 'stand-ins', 'buffer.ts')],
  loader: { '.yaml': 'text', '.csv': 'binary' },
  plugins: [leanPatterns, { name: 'stand-ins', setup: standIn }],
})
for (const name of ['index.html', 'playground.css']) copyFileSync(join(here, name), join(folder, name))
writeFileSync(join(folder, 'licences.txt'), licencesOf(Object.keys(metafile.inputs)))

function standIn({ onResolve }) {
  onResolve({ filter: /./ }, ({ path }) => {
    const name = Object.hasOwn(STAND_INS, path) ? STAND_INS[path] : undefined
    return name === undefined ? undefined : { path: join(here, 'stand-ins', `${name}.ts`) }
  })
}
