import { type Diagnostic, diagnose } from '../../../base/diagnostic.ts'
import { Refusal } from '../../../base/refusal.ts'
import type { Manifest } from '../../../ir/results/manifest.ts'
import type { RunPath, RunSettings } from '../../../ir/run/run-settings.ts'
import { chatText } from '../../../report/run/chat-text.ts'
import { metricsText } from '../../../report/run/metrics-text.ts'
import { runMarkdown } from '../../../report/run/run-markdown.ts'
import { writeReport } from '../../hosts/reports.ts'
import { absolutePath, shownPath } from '../../hosts/run/run-outside.ts'
import { pingAddress, readAddress, send } from '../../hosts/run/send.ts'

/** Those who watch over a job: metrics, a ping, a webhook, a summary in Markdown. What fails here is a warning. */
export interface Announcer {
  begin(run: string): Promise<void>
  /** `published`: the manifest of the last run that was. */
  end(night: Announced): Promise<void>
}

export interface Announced {
  readonly manifest: Manifest
  readonly before: Manifest | undefined
  readonly published: Manifest | undefined
}

interface Options {
  readonly settings: RunSettings
  readonly home: string
  readonly cwd: string
  readonly warn: (warning: Diagnostic) => void
}

/** `-` as the file for Markdown: it is printed in place of the summary. */
export const PRINTED = '-'

export function createAnnouncer({ settings, home, cwd, warn }: Options): Announcer {
  const { ping, webhook, metrics, markdown } = settings
  const at = (path: RunPath) => absolutePath(path, home, cwd)
  const shown = (path: RunPath) => shownPath(at(path), cwd)
  const failed = (what: string, why: string) => warn(diagnose('run/notify', `${what}: ${why}`))
  const addressIn = async (path: RunPath, what: string) => {
    const address = await readAddress(at(path))
    if (address === undefined) failed(what, `${shown(path)} holds no http address`)
    return address
  }
  const write = async (path: RunPath | undefined, text: string, begins: RegExp) => {
    if (path === undefined) return
    await writeReport(at(path), shown(path), text, begins).catch(error => {
      if (!(error instanceof Refusal)) throw error
      failed(shown(path), error.message)
    })
  }
  const pingWith = async (signal: string, run: string, body: string) => {
    const address = ping && (await addressIn(ping, 'ping'))
    if (address === undefined) return
    const problem = await send(pingAddress(address, signal, run), body, 'application/json')
    if (problem !== undefined) failed('ping', problem)
  }
  return {
    begin: run => pingWith('start', run, ''),
    async end({ manifest, before, published }) {
      await write(metrics, metricsText(manifest, published), /^# HELP leadq_/)
      if (markdown?.path !== PRINTED) await write(markdown, runMarkdown(manifest, before), /^# /)
      const { run, status, exit_code, as_of, counts, stages } = manifest
      const body = JSON.stringify({ run, status, exit_code, as_of, counts, stages })
      await pingWith(exit_code === 0 ? '' : String(exit_code), run, body)
      const address = webhook && (await addressIn(webhook, 'webhook'))
      if (address === undefined) return
      const text = chatText(manifest, before)
      const problem = await send(address, JSON.stringify({ text }), 'application/json')
      if (problem !== undefined) failed('webhook', problem)
    },
  }
}
