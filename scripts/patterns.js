import { readFileSync } from 'node:fs'
import { IN_DIST } from './packed.js'

/**
 * The library of patterns without its tables of Unicode categories and scripts, a third of its size: no pattern of a rulebook can
 * name them (`\p{L}`, see `rulebook/read/conditions/read-pattern.ts`), and without its tables such a name is refused.
 */
export const leanPatterns = {
  name: 'lean patterns',
  setup({ onLoad }) {
    onLoad({ filter: /re2js[\\/]build[\\/]index\.js$/ }, ({ path }) => {
      let contents = readFileSync(path, 'utf8')
      for (const table of ['CATEGORIES', 'SCRIPTS', 'FOLD_CATEGORIES', 'FOLD_SCRIPT']) {
        const lean = contents.replace(
          new RegExp(`static ${table} = new LazyMap\\(\\{[^}]*\\}\\)`),
          `static ${table} = new LazyMap({})`,
        )
        if (lean === contents) throw new Error(`${path} has no table ${table}: has re2js changed?`)
        contents = lean
      }
      return { contents, loader: 'js' }
    })
  },
}

/** The name of the file that has the library. */
export const PATTERNS = 'patterns'

/**
 * The library is a sixth of what a run needs, and most rulebooks have no pattern: it stands in a file of its own, which is loaded
 * with the first pattern. Compiling a rulebook waits for nothing, so that file is one to be required.
 */
export const latePatterns = {
  name: 'late patterns',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^re2js$/ }, () => ({ path: PATTERNS, namespace: PATTERNS }))
    onLoad({ filter: /.*/, namespace: PATTERNS }, () => ({
      contents: `
        import { createRequire } from 'node:module'
        let library
        const load = () => (library ??= createRequire(import.meta.url)('${IN_DIST}${PATTERNS}.cjs').RE2JS)
        export const RE2JS = {
          compile: (pattern, flags) => load().compile(pattern, flags),
          get CASE_INSENSITIVE() {
            return load().CASE_INSENSITIVE
          },
        }`,
      loader: 'js',
    }))
  },
}
