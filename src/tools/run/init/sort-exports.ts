import { Refusal } from '../../../base/refusal.ts'
import type { Plan } from '../../../ir/plan/plan.ts'
import type { Host } from '../../../leads/host.ts'
import { openLeads } from '../../../leads/open.ts'

/** What the files of a folder are, as a run file needs them. */
export interface SortedExports {
  readonly leads: readonly FoundExport[]
  readonly events: readonly FoundExport[]
  readonly companies: readonly FoundExport[]
}

export interface FoundExport {
  readonly path: string
  /** The system that wrote it; absent if it was not recognised. */
  readonly system?: string
}

type Role = keyof SortedExports

/** Looks at the first records of each file. What is none of the three is left out. */
export async function sortExports(
  paths: readonly string[],
  plan: Plan,
  prefix: string,
  host: Host,
): Promise<SortedExports> {
  const sorted: Record<Role, FoundExport[]> = { leads: [], events: [], companies: [] }
  for (const path of paths) {
    const found = await lookAt(path, plan, prefix, host)
    if (found !== undefined) sorted[found.role].push(found.file)
  }
  return sorted
}

async function lookAt(path: string, plan: Plan, prefix: string, host: Host) {
  try {
    const { binding } = await openLeads(path, plan, { prefix }, host, { companies: undefined, events: undefined })
    if (binding.columns.length === 0) return undefined
    const file = { path, ...(binding.system && { system: binding.system.title }) }
    return { role: 'leads' as const, file }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code, hint = '' } = error.diagnostic
    if (code === 'event/as-leads') return { role: 'events' as const, file: { path } }
    const isCompanies = code === 'file/not-leads' && hint.includes('--companies')
    return isCompanies ? { role: 'companies' as const, file: { path } } : undefined
  }
}
