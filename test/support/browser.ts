import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** The headless browser of tests: that of `LEADQ_CHROMIUM`, or where systems have it; undefined if there is none. */
export const CHROMIUM = [
  process.env.LEADQ_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
].find(path => path !== undefined && existsSync(path))

export function openBrowser(): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error('no Chromium: install it, or name it in LEADQ_CHROMIUM')
  // Containers have no user namespaces, which the sandbox needs; the pages are our own.
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] })
}
