import type { MarkdownRenderer } from 'vitepress'

/** How the site shows the Markdown of the docs, beyond the standard. */

/** Anchors as code hosts make them, so that a link works in both places. */
export function slugify(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\- _]/gu, '')
    .replaceAll(' ', '-')
}

/** A file that is shown has its name above it (```yaml [leadq.yaml]), and of a ```console block the commands alone are copied. */
export function fences(markdown: MarkdownRenderer): void {
  const { fence } = markdown.renderer.rules
  if (fence === undefined) return
  markdown.renderer.rules.fence = (tokens, index, ...others) => {
    const { info = '', content = '' } = tokens[index] ?? {}
    if (info.trim() === 'console') return consoleBlock(content, markdown.utils.escapeHtml)
    const name = /\[([^\]]+)\]/.exec(info)?.[1]
    const block = fence(tokens, index, ...others)
    if (name === undefined) return block
    return `<div class="file"><div class="file-name">${markdown.utils.escapeHtml(name)}</div>${block}</div>`
  }
}

/** The markup that the copy button of the theme expects: it drops the `$ ` of shells, and what is to be ignored. */
function consoleBlock(text: string, escaped: (text: string) => string): string {
  const lines = text
    .trimEnd()
    .split('\n')
    .map(line =>
      line.startsWith('$ ')
        ? `<span class="command">${escaped(line)}</span>\n`
        : `<span class="vp-copy-ignore">${escaped(line)}\n</span>`,
    )
  return `<div class="language-sh console vp-adaptive-theme"><button title="Copy the commands" class="copy"></button><span class="lang"></span><pre tabindex="0" v-pre><code>${lines.join('')}</code></pre></div>`
}

const PLAYGROUND = 'playground/index.html'

/**
 * Links to `README.md` lead to the index of its folder, one to the playground to the built one, and links to files of the repository
 * that are no pages to its code host; where there is none yet, the text is left.
 */
export function links(repository: string | undefined) {
  return (markdown: MarkdownRenderer): void => {
    markdown.core.ruler.push('links-of-pages', state => {
      for (const { children, type } of state.tokens) {
        if (type !== 'inline' || children === null) continue
        let isDropped = false
        for (const token of children) {
          if (token.type === 'link_close' && isDropped) {
            token.tag = 'span'
            isDropped = false
          }
          if (token.type !== 'link_open') continue
          const href = token.attrGet('href') ?? ''
          token.attrSet('href', href.replace(/(?<=^|\/)README\.md(?=#|$)/, 'index.md'))
          const outside = outsideOf(href, String(state.env.relativePath ?? ''))
          if (outside === undefined) continue
          if (outside === PLAYGROUND) {
            // A page beside those of the docs: their router does not know it.
            token.attrSet('href', href.replace('../', './'))
            token.attrSet('target', '_self')
          } else if (repository !== undefined) token.attrSet('href', `${repository}/blob/main/${outside}`)
          else {
            token.tag = 'span'
            token.attrs = null
            isDropped = true
          }
        }
      }
    })
  }
}

/** `../../rules/b2b.yaml` of a page in `guides/` -> `rules/b2b.yaml`; undefined for links within the docs. */
export function outsideOf(href: string, page: string): string | undefined {
  if (!href.startsWith('../')) return undefined
  const depth = page.split('/').length
  const ups = /^(?:\.\.\/)+/.exec(href)?.[0].length ?? 0
  return ups / 3 === depth ? href.slice(ups) : undefined
}

/** Two braces are text in the docs, and would be an expression in a template. */
export function braces(markdown: MarkdownRenderer): void {
  for (const name of ['text', 'code_inline'] as const) {
    const rule = markdown.renderer.rules[name]
    markdown.renderer.rules[name] = (...given) => (rule?.(...given) ?? '').replaceAll('{{', '&#123;&#123;')
  }
}
