import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import type { DefaultTheme } from 'vitepress'

/**
 * The navigation of the site. The page `README.md` of a folder lists its pages, as readers on a code host see them: its links, in
 * their order and below its headings, are the sidebar. A new page needs a line there and nothing else.
 */
export function sidebarOf(docs: string, folder: string): DefaultTheme.SidebarItem[] {
  const page = readFileSync(join(docs, folder, 'README.md'), 'utf8')
  const groups: DefaultTheme.SidebarItem[] = [{ text: titleOf(page), link: linkTo(folder, 'README.md'), items: [] }]
  for (const line of page.split('\n')) {
    const heading = /^## (.*)$/.exec(line)?.[1]
    if (heading !== undefined) groups.push({ text: heading, items: [] })
    const [, text, file] = /^[-|] \[([^\]]+)\]\(([\w./-]+\.md)\)/.exec(line) ?? []
    if (text !== undefined && file !== undefined) groups.at(-1)?.items?.push(itemOf(docs, folder, text, file))
  }
  return groups.filter(({ link, items }) => link !== undefined || (items ?? []).length > 0)
}

/** A page, or a folder with a list of its own, which is closed at first. */
function itemOf(docs: string, folder: string, text: string, file: string): DefaultTheme.SidebarItem {
  const link = linkTo(folder, file)
  if (file.startsWith('..') || !file.endsWith('/README.md') || !existsSync(join(docs, folder, file)))
    return { text: plain(text), link }
  const [own, ...others] = sidebarOf(docs, join(folder, dirname(file)))
  return { text: plain(text), link, collapsed: true, items: [...(own?.items ?? []), ...others] }
}

export function titleOf(page: string): string {
  return plain(/^# (.*)$/m.exec(page)?.[1] ?? '')
}

function plain(markdown: string): string {
  return markdown.replaceAll('`', '')
}

/** `README.md` of a folder is its index. */
function linkTo(folder: string, file: string): string {
  return `/${pathOf(normalize(join(folder, file)))}`
}

export function pathOf(page: string): string {
  return page
    .replace(/README\.md$/, 'index.md')
    .replace(/(?:(?<=^|\/)index)?\.md$/, match => (match === '.md' ? '.html' : ''))
}
