import { readFileSync } from 'node:fs'

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
