import type { Import } from './import.ts'
import { activecampaign } from './imports/activecampaign.ts'
import { hubspot } from './imports/hubspot.ts'
import { marketo } from './imports/marketo.ts'
import { pardot } from './imports/pardot.ts'
import { pipedrive } from './imports/pipedrive.ts'
import { salesforce } from './imports/salesforce.ts'

/** The systems that leads can go back to, by the names that `--for` takes. */
export const IMPORTS = {
  salesforce,
  hubspot,
  pipedrive,
  marketo,
  activecampaign,
  pardot,
} as const satisfies Record<string, Import>

export type ImportName = keyof typeof IMPORTS

export function isImportName(name: string): name is ImportName {
  return Object.hasOwn(IMPORTS, name)
}
