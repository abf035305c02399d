import { ADDRESS_BOOKS } from './sources/address-books.ts'
import { ADS } from './sources/ads.ts'
import { CRMS } from './sources/crms.ts'
import { ENRICHMENT } from './sources/enrichment.ts'
import { FORMS } from './sources/forms.ts'
import { NEWSLETTERS } from './sources/newsletters.ts'
import { SCHEDULING } from './sources/scheduling.ts'
import { SHOPS } from './sources/shops.ts'
import { WEBINARS } from './sources/webinars.ts'
import type { System } from './system.ts'
import { activecampaign } from './systems/activecampaign.ts'
import { ga4 } from './systems/ga4.ts'
import { hubspot } from './systems/hubspot.ts'
import { marketo } from './systems/marketo.ts'
import { mautic } from './systems/mautic.ts'
import { mixpanel } from './systems/mixpanel.ts'
import { odoo } from './systems/odoo.ts'
import { pardot } from './systems/pardot.ts'
import { pipedrive } from './systems/pipedrive.ts'
import { salesforce } from './systems/salesforce.ts'

/** The systems whose exports are recognised; the first of equals wins. */
export const SYSTEMS = {
  salesforce,
  hubspot,
  pipedrive,
  marketo,
  activecampaign,
  pardot,
  mautic,
  odoo,
  mixpanel,
  ga4,
  ...CRMS,
  ...FORMS,
  ...ADS,
  ...SCHEDULING,
  ...WEBINARS,
  ...NEWSLETTERS,
  ...ENRICHMENT,
  ...SHOPS,
  ...ADDRESS_BOOKS,
} as const satisfies Record<string, System>

export type SystemName = keyof typeof SYSTEMS
