import { PREFIX } from '../../../ir/plan/columns.ts'
import { RUN_FILES } from '../../../ir/results/run-folder.ts'
import type { OutputSettings, RunSettings } from '../../../ir/run/run-settings.ts'
import type { RunFiles } from '../../../tools/run/choose-files.ts'
import type { Rulebook, ScoreRequest } from '../../../tools/score/score-request.ts'
import { requestOf, type ScoreFlags } from '../score/score-flags.ts'

/** What is scored into a run folder: one request for each output, the further ones into folders of their own. */
export function requestsOf(
  settings: RunSettings,
  rulebook: Rulebook,
  asOf: number,
  { files, folder }: { readonly files: RunFiles; readonly folder: string },
): ScoreRequest[] {
  const inputs = files.leads.map(({ path }) => path)
  const names = new Set<string>()
  return settings.outputs.map((output, index) => {
    const place = index === 0 ? folder : `${folder}/${freeName(output, names)}`
    const flags = flagsOf(settings, output, files, `${place}/`)
    const verdicts = `${folder}/${RUN_FILES.verdicts}`
    return requestOf({ inputs }, index === 0 ? { ...flags, verdicts } : flags, rulebook, asOf)
  })
}

/** `hubspot`, `xlsx`, `output`; of two alike the second one gets a number. */
function freeName({ target, format }: OutputSettings, taken: Set<string>): string {
  const plain = target ?? format ?? 'output'
  let name = plain
  for (let number = 2; taken.has(name); number += 1) name = `${plain}-${number}`
  taken.add(name)
  return name
}

/** The same as flags of `score`. */
function flagsOf({ reading, threads }: RunSettings, output: OutputSettings, files: RunFiles, out: string): ScoreFlags {
  const { from, inputFormat, sheet, header, names, withDeleted } = reading
  const { format, target, split, only, columns, sort, top, prefix, escapeFormulas } = output
  const [companies] = files.companies
  const [costs] = files.costs
  return {
    out,
    events: files.events.map(({ path }) => path),
    ...(companies && { companies: companies.path }),
    ...(costs && { costs: costs.path }),
    ...(threads !== undefined && { threads }),
    ...(from && { from }),
    ...(inputFormat && { inputFormat }),
    ...(sheet && { sheet }),
    ...(header !== undefined && { header }),
    ...(names && { names }),
    ...(withDeleted && { withDeleted }),
    ...(format && { format }),
    ...(target && { for: target }),
    ...(split && { split }),
    ...(only && { only: [...only] }),
    ...(columns && { columns: [...columns] }),
    ...(sort && { sort }),
    ...(top !== undefined && { top }),
    prefix: prefix ?? PREFIX,
    ...(escapeFormulas && { escapeFormulas }),
    color: false,
  }
}
