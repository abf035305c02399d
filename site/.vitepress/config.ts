import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type DefaultTheme, defineConfig } from 'vitepress'
import { braces, fences, links, slugify } from '../markdown.ts'
import { sidebarOf } from '../sidebar.ts'

/**
 * The site of the docs. `npm run docs:site` builds it into `site/dist`; `LEADQ_SITE_BASE` is the folder that it is served from
 * (default `/leadq/`). Pages link to each other relatively, so that they can be read from a disk as well.
 */
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const DOCS = join(ROOT, 'docs')
const BASE = process.env.LEADQ_SITE_BASE ?? '/leadq/'
const { version, repository, description } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
/** The playground is a page of its own beside those of the docs. */
execFileSync(process.execPath, [join(ROOT, 'playground', 'build.js'), join(ROOT, 'site', 'public', 'playground')])

const PLAYGROUND = { text: 'Playground', link: '/playground/index.html', target: '_self' }

const HOST = hostOf(repository?.url)

/** The sections, each a folder; those that are not there yet are left out. */
const SECTIONS = ['tutorial', 'guides', 'cookbook', 'reference', 'explanation', 'de', 'lint', 'codes'].filter(folder =>
  existsSync(join(DOCS, folder, 'README.md')),
)

const TITLES: Readonly<Record<string, string>> = {
  tutorial: 'Tutorial',
  guides: 'Guides',
  cookbook: 'Cookbook',
  reference: 'Reference',
  explanation: 'Explanation',
}

/** Pages of tables take the room of the outline. */
const WIDE = /^reference\/(?!index|language)/

const HOME = {
  layout: 'FirstPage',
  hero: {
    name: 'leadq',
    text: 'One rulebook for your leads',
    tagline:
      'Score the leads in any CRM export by one YAML file that marketing and sales both can read. In a terminal, every night, and in CI.',
    actions: [
      { theme: 'brand', text: 'Start', link: SECTIONS.includes('tutorial') ? '/tutorial/' : '/guides/' },
      { theme: 'alt', text: 'The language', link: '/reference/language.html' },
    ],
  },
  features: [
    {
      title: 'In a terminal',
      details: 'leadq score leads.csv gives every lead a stage and the reasons, which add up to its score.',
      link: '/guides/explain.html',
    },
    {
      title: 'Every night',
      details:
        'leadq run scores the exports, compares them with yesterday, and publishes nothing if one is half empty.',
      link: '/guides/every-night.html',
    },
    {
      title: 'In CI',
      details: 'leadq lint, test and diff check a rulebook in a pull request, and show which leads would move.',
      link: '/guides/ci.html',
    },
  ],
}

export default defineConfig({
  title: 'leadq',
  description,
  base: BASE,
  srcDir: relative(join(ROOT, 'site'), DOCS),
  outDir: 'dist',
  cacheDir: join(ROOT, '.leadq-site-cache'),
  cleanUrls: false,
  metaChunk: true,
  rewrites: page => page.replace(/README\.md$/, 'index.md'),
  vite: { publicDir: join(ROOT, 'site', 'public'), build: { chunkSizeWarningLimit: 2000 } },
  head: [['link', { rel: 'icon', href: `${BASE}favicon.svg`, type: 'image/svg+xml' }]],
  markdown: {
    anchor: { slugify },
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-default' },
    image: { lazyLoading: true },
    config: markdown => {
      fences(markdown)
      braces(markdown)
      links(HOST)(markdown)
    },
  },
  locales: {
    root: { label: 'English', lang: 'en' },
    ...(SECTIONS.includes('de') && {
      de: {
        label: 'Deutsch',
        lang: 'de',
        link: '/de/',
        themeConfig: {
          nav: [{ text: 'Überblick', link: '/de/' }, { text: 'Englisch', link: '/guides/' }, PLAYGROUND],
          outline: { label: 'Auf dieser Seite', level: [2, 3] },
          docFooter: { prev: 'Zurück', next: 'Weiter' },
          darkModeSwitchLabel: 'Darstellung',
          lightModeSwitchTitle: 'Hell',
          darkModeSwitchTitle: 'Dunkel',
          sidebarMenuLabel: 'Seiten',
          returnToTopLabel: 'Nach oben',
          langMenuLabel: 'Sprache',
          skipToContentLabel: 'Zum Inhalt',
        },
      },
    }),
  },
  themeConfig: {
    nav: navigation(),
    sidebar: Object.fromEntries(SECTIONS.map(folder => [`/${folder}/`, sidebarOf(DOCS, folder)])),
    i18nRouting: false,
    outline: { level: [2, 3] },
    search: {
      provider: 'local',
      options: {
        locales: {
          de: {
            translations: {
              button: { buttonText: 'Suche', buttonAriaLabel: 'Suche' },
              modal: {
                noResultsText: 'Nichts gefunden für',
                resetButtonTitle: 'Leeren',
                footer: { selectText: 'öffnen', navigateText: 'wählen', closeText: 'schließen' },
              },
            },
          },
        },
      },
    },
    externalLinkIcon: true,
    ...(HOST !== undefined && { socialLinks: [{ icon: 'github', link: HOST }] }),
    footer: { message: `leadq ${version}, MIT licence` },
  },
  transformPageData: page => {
    if (page.relativePath === 'index.md') Object.assign(page.frontmatter, HOME)
    if (WIDE.test(page.relativePath)) page.frontmatter.aside = false
  },
  transformHtml: (html, _, { page }) => relativeLinks(html, page),
})

function navigation(): DefaultTheme.NavItem[] {
  const sections = SECTIONS.filter(folder => TITLES[folder] !== undefined).map(folder => ({
    text: TITLES[folder] ?? folder,
    link: `/${folder}/`,
    activeMatch: `^/${folder}/`,
  }))
  return [...sections, PLAYGROUND]
}

/** The address of a repository as browsers take it. */
function hostOf(url: string | undefined): string | undefined {
  return url?.replace(/^git\+/, '').replace(/\.git$/, '')
}

/** Addresses from the root of the site -> from the page, and folders -> their index, as a disk has no server for them. */
function relativeLinks(html: string, page: string): string {
  const up = '../'.repeat(page.split('/').length - 1)
  return html.replace(/( (?:href|src)=")([^"]*)"/g, (whole, start, address) => {
    if (!address.startsWith(BASE)) return whole
    const [, path = '', rest = ''] = /^([^#?]*)(.*)$/.exec(address.slice(BASE.length)) ?? []
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path
    return `${start}${up === '' ? './' : up}${file}${rest}"`
  })
}
