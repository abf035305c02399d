import { readdirSync, readFileSync } from 'node:fs'

/** The licence of every library that is part of a bundle, in one text. `files`: what went into it, as esbuild names them. */
export function licencesOf(files) {
  const folders = files.flatMap(file => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? [])
  const libraries = [...new Set(folders)].map(readLibrary).sort((a, b) => (a.name < b.name ? -1 : 1))
  const list = libraries.map(({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text}\n`)
  return `The licences of the libraries that are part of these files.\n\n${list.join(`\n${'-'.repeat(72)}\n\n`)}`
}

function readLibrary(folder) {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
  const file = readdirSync(folder).find(each => /^licen[cs]e/i.test(each))
  if (file === undefined || typeof license !== 'string') throw new Error(`${folder} has no licence`)
  return { name, version, license, text: readFileSync(`${folder}/${file}`, 'utf8').trim() }
}
