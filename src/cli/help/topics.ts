import { existsSync, readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { packageFile } from '../package-files.ts'

/** What `leadq help TOPIC` prints besides commands: pages that ship with leadq. */
const TOPICS: Readonly<Record<string, string>> = {
  rulebook: 'reference/language.md',
  language: 'reference/language.md',
  sources: 'reference/sources.md',
  ci: 'guides/ci.md',
  nightly: 'guides/every-night.md',
  'every-night': 'guides/every-night.md',
  walkthrough: 'guides/changing-a-rulebook.md',
}

/** The topics that help names. */
export const TOPICS_IN_HELP = ['rulebook', 'sources', 'ci', 'nightly', 'walkthrough', 'codes', 'exit-codes'] as const

/** The page of a topic; undefined if there is none. */
export function topicPage(topic: string | undefined): string | undefined {
  const page = topic !== undefined && Object.hasOwn(TOPICS, topic) ? TOPICS[topic] : undefined
  return page === undefined ? undefined : readPage(page)
}

/** The pages that help prints, for the build: the package has these, compressed, and no other page. */
export const PAGES_IN_HELP: readonly string[] = [...new Set(Object.values(TOPICS))]

function readPage(page: string): string {
  const written = packageFile('docs', page)
  if (existsSync(written)) return readFileSync(written, 'utf8')
  return brotliDecompressSync(readFileSync(packageFile('dist', 'docs', `${page}.br`))).toString()
}
