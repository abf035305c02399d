import { RUN_FILES } from '../../ir/results/run-folder.ts'
import type { Summary } from '../../ir/results/summary.ts'
import { summaryJson } from '../../report/summary/summary-json.ts'
import { printSummary } from '../../report/summary/summary-text.ts'
import { themeOf } from '../../report/terminal/theme.ts'
import type { Workplace } from './run-host.ts'

const PLAIN = themeOf({ colour: false, width: 100, unicode: true })

/** What a run was told. */
export interface RunTexts {
  /** The rulebook with all that it extends, as one text. */
  readonly rulebookText: string
  /** The settings as a run file. */
  readonly settingsText: string
}

/** Writes what a run folder holds besides the leads: nothing in it depends on the clock. */
export async function writeRunFiles(
  { rulebookText, settingsText }: RunTexts,
  summary: Summary,
  place: Workplace,
): Promise<void> {
  const own = withOwnPaths(summary, place.folder)
  await place.write(RUN_FILES.summary, summaryJson(own))
  await place.write(RUN_FILES.text, printSummary(own, PLAIN))
  await place.write(RUN_FILES.rulebook, rulebookText)
  await place.write(RUN_FILES.settings, settingsText)
}

/** The outputs by their paths from the folder, which may be moved. */
export function withOwnPaths(summary: Summary, folder: string): Summary {
  const ownPath = (path: string) => (path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path)
  const inputs = summary.inputs.map(input => ({
    ...input,
    outputs: input.outputs.map(output => ({ ...output, path: ownPath(output.path) })),
  }))
  return { ...summary, inputs }
}
