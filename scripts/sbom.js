import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

/**
 * The software bill of materials of the package, as CycloneDX: what npm installs beside leadq, and the libraries that are part of
 * `dist/`, which `npm sbom --omit dev` would leave out. `node scripts/sbom.js FILE`, after a build.
 */
const bom = JSON.parse(
  execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], { encoding: 'utf8' }),
)
const bundled = [...readFileSync('dist/THIRD_PARTY_LICENCES.txt', 'utf8').matchAll(/^(\S+) (\d\S*) \(.+\)$/gm)].map(
  ([, name, version]) => `${name}@${version}`,
)
const isShipped = ({ 'bom-ref': ref, properties }) =>
  bundled.includes(ref) || !properties?.some(({ name }) => name === DEVELOPMENT)

const DEVELOPMENT = 'cdx:npm:package:development'
const components = bom.components.filter(isShipped).map(component => {
  return { ...component, properties: component.properties?.filter(({ name }) => name !== DEVELOPMENT) }
})
bom.metadata.component.name = 'leadq'
const missing = bundled.filter(ref => !components.some(component => component['bom-ref'] === ref))
if (missing.length > 0) throw new Error(`not in package-lock.json: ${missing.join(', ')}`)
const kept = new Set([bom.metadata.component['bom-ref'], ...components.map(component => component['bom-ref'])])
const dependencies = bom.dependencies
  .filter(({ ref }) => kept.has(ref))
  .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter(each => kept.has(each)) }))
writeFileSync(
  process.argv[2] ?? 'sbom.cdx.json',
  `${JSON.stringify({ ...bom, components, dependencies }, undefined, 2)}\n`,
)
