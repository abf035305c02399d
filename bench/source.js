import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { DATA } from './files.js'

/** Parts of the source as a module: `exports` is what a file at the root of the project would say. */
export async function importSource(name, exports) {
  const outfile = `${DATA}${name}.js`
  const stdin = { contents: exports, resolveDir: fileURLToPath(new URL('..', import.meta.url)), loader: 'ts' }
  await build({ stdin, outfile, bundle: true, packages: 'external', platform: 'node', target: 'node20', format: 'esm' })
  return import(pathToFileURL(outfile).href)
}
