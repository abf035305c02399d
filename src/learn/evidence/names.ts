import { isCatalogueField } from '../../io/bind/match.ts'
import type { FieldName } from '../../ir/catalogue/fields.ts'

/** Fields that identify a person, which predict nothing for other leads. */
// biome-ignore format: a list of names is read as a paragraph
const IDENTITY: ReadonlySet<FieldName> = new Set<FieldName>([
  'id', 'external_id', 'last_name', 'full_name', 'customer_number', 'company_id', 'street',
])

/** Fields not used by default: legally protected traits, or fields that reveal them. */
// biome-ignore format: a list of names is read as a paragraph
const PROTECTED: ReadonlySet<FieldName> = new Set<FieldName>(['gender', 'birth_date', 'age', 'salutation', 'first_name'])

/** The same by the words of a heading. */
const PROTECTED_WORDS =
  /\b(?:gender|sex|geschlecht|age|alter|birth\s?(?:day|date)?|dob|geburts\p{L}*|nationality|nationalität|staatsangehörigkeit|race|ethnic\p{L}*|religion|konfession|marital|married|familienstand|verheiratet|disab\p{L}*|behinder\p{L}*|salutation|anrede|first\s?name|vorname|photo|foto|picture|sexual|pregnan\p{L}*|schwanger\p{L}*|union member|gewerkschaft)\b/iu

/** Possible proxies of protected traits: used, with a warning. */
const STAND_INS: ReadonlySet<FieldName> = new Set<FieldName>(['postal_code', 'country', 'city', 'region', 'language'])

/** Fields that are mostly known only after the outcome. */
// biome-ignore format: a list of names is read as a paragraph
const LATER: ReadonlySet<FieldName> = new Set<FieldName>([
  'crm_score', 'crm_grade', 'crm_owner', 'lifecycle_stage', 'accepted', 'converted', 'converted_date', 'tags', 'rating',
  'lead_status', 'modified_date', 'last_activity_date', 'last_contact_date', 'next_activity_date', 'opportunity',
  'open_deals', 'deal_status', 'deal_stage', 'expected_amount', 'probability', 'expected_close_date', 'existing_customer',
  'last_order_date', 'orders',
])

/** The same by words: of outcomes, deals, judgements and last contact. */
const LATER_WORDS =
  /\b(?:convert\p{L}*|conversion|opportunit\p{L}*|clos(?:e|ed|ing)|won|lost|reason|grund|deal|contract|vertrag|invoice|rechnung|stage|phase|status|quality|rating|tags?|profile|index|score|grade|outcome|result|ergebnis|last (?:notable )?activity|modified|geändert|owner|qualified|accepted|disqualif\p{L}*)\b/iu

export type NameKind = 'identity' | 'protected' | 'stand-in' | 'later' | undefined

/** Judges a column by its name alone. */
export function nameKind(field: string, heading: string): NameKind {
  const known = isCatalogueField(field) ? field : undefined
  const words = heading.replace(/[_.-]+/g, ' ')
  if (known !== undefined && IDENTITY.has(known)) return 'identity'
  if ((known !== undefined && PROTECTED.has(known)) || PROTECTED_WORDS.test(words)) return 'protected'
  if ((known !== undefined && LATER.has(known)) || LATER_WORDS.test(words)) return 'later'
  return known !== undefined && STAND_INS.has(known) ? 'stand-in' : undefined
}
