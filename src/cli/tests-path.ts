import { usage } from './options.ts'

/** Where the tests of a rulebook go: `rules/first.yaml` -> `rules/first.test.yaml`. */
export function testsOf(rulebook: string): string {
  const [, stem] = /^(.*)\.ya?ml$/i.exec(rulebook) ?? []
  if (stem === undefined || stem === '' || stem.endsWith('/')) {
    throw usage(`--out: expected a name that ends with .yaml, found ${rulebook}`)
  }
  return `${stem}.test.yaml`
}
