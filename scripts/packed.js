import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'

/**
 * Modules that hold long texts and nothing else. The package has what they export as compressed JSON, a third of its size. A
 * module that is not pure data (a function, a `Map`, an `undefined`) stops the build.
 */
const PACKED = {
  fields: 'src/ir/catalogue/fields.ts',
  systems: 'src/ir/catalogue/systems.ts',
  'mail-domains': 'src/ir/catalogue/mail-domains.ts',
  'code-texts': 'src/base/code-texts/code-texts.ts',
  'report-schemas': 'src/report/schemas/schemas.ts',
  'page-style': 'src/report/page/style.ts',
  'demo-files': 'src/tools/demo/demo-files.ts',
}

/**
 * The start of the address of a file in `dist`, as modules write it at build time. Which folder a module ends up in is known only
 * when all is bundled: `placed` writes the address from there.
 */
export const IN_DIST = 'leadq-dist:'

/** Puts the exports of these modules into files of their own. */
export const packedTexts = {
  name: 'packed texts',
  setup({ onLoad }) {
    const names = new Map(Object.entries(PACKED).map(([name, path]) => [resolve(path), name]))
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const name = names.get(path)
      if (name === undefined) return undefined
      const exported = await exportsOf(path)
      const file = `packed/${name}.json.br`
      mkdirSync('dist/packed', { recursive: true })
      writeFileSync(join('dist', file), brotliCompressSync(JSON.stringify(exported)))
      const contents = [
        "import { readFileSync } from 'node:fs'",
        "import { brotliDecompressSync } from 'node:zlib'",
        `const bytes = readFileSync(new URL('${IN_DIST}${file}', import.meta.url))`,
        'const all = JSON.parse(brotliDecompressSync(bytes).toString())',
        ...Object.keys(exported).map(key => `export const ${key} = all.${key}`),
      ]
      return { contents: contents.join('\n'), loader: 'js' }
    })
  },
}

async function exportsOf(path) {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    format: 'esm',
    platform: 'node',
    charset: 'utf8',
    write: false,
  })
  const [{ text }] = outputFiles
  const exported = { ...(await import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`)) }
  if (!isDeepStrictEqual(exported, JSON.parse(JSON.stringify(exported)))) throw new Error(`${path} is not pure data`)
  return exported
}

/** A built file with the addresses of other files in `dist` as they are from its folder, and those addresses. */
export function placed(path, text) {
  const needed = []
  const own = text.replace(new RegExp(`${IN_DIST}([\\w./-]+)`, 'g'), (_, file) => {
    needed.push(file)
    const address = relative(dirname(path), resolve('dist', file)).replaceAll('\\', '/')
    return address.startsWith('.') ? address : `./${address}`
  })
  return { text: own, needed }
}

/** Stops the build if a built file asks for one that is not there. */
export function assertThere(files) {
  const missing = [...new Set(files)].filter(file => !existsSync(join('dist', file)))
  if (missing.length > 0) throw new Error(`the build has no ${missing.map(file => `dist/${file}`).join(', ')}`)
}
