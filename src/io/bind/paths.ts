/** Where records of APIs keep their fields: a heading such as `node.emails.primaryEmail` is looked up as `email`. */

/** Wrappers in which many APIs keep the fields of a record. */
const USUAL_PATHS = [
  'properties.*',
  '$properties.*',
  'attributes.*',
  'fields.*',
  'values.*',
  'contact.*',
  'person.*',
  'lead.*',
  'properties.*.value',
]

/** Keys around a whole record; their siblings are about its transport. */
const ENVELOPES = words(`
  node record _source _doc doc document json data payload object after body message item entity row raw result
  _airbyte_data record_content value
`)

/** Keys of an object that holds some of a record's fields: those of a form, or custom fields. */
const GROUPS = words(`
  properties $properties attributes fields values contact contacts.0 person lead core all professional personal social
  field_data fieldData answers responses form_response submission user_column_data questions_and_answers custom_questions
  registration_answers custom_fields customFields custom_field custom_attributes customAttributes additional_fields
  column_values fieldValues note_attributes merge_fields form_fields custom extra traits context.traits user_properties
`)

const MAIL = 'e?-?_?mail(?:s|_?address(?:es)?)?'
const PHONE = '(?:tele)?phone(?:s|_?numbers?)?'
const ADDRESS = '(?:(?:primary_?|mailing_?|default_?)?address(?:es)?|location)(?:\\.\\d)?\\.'
const COMPANY = '(?:primary_?)?(?:compan(?:y|ies)|organi[sz]ation|account)s?(?:\\.\\d)?\\.'
const SITE = '(?:website|url|domain|domainName)s?'

/** Parts of a person or a company, by what they are called inside it. */
const PARTS: readonly (readonly [pattern: RegExp, field: string])[] = (
  [
    [`${MAIL}(?:\\.\\d)?\\.(?:value|address|(?:primary_?)?${MAIL})`, 'email'],
    [`${MAIL}\\.(?:\\d|primary)`, 'email'],
    [`${PHONE}(?:\\.\\d)?\\.(?:value|number|(?:primary_?)?${PHONE})`, 'phone'],
    [`${PHONE}\\.(?:\\d|primary)`, 'phone'],
    [`${SITE}(?:\\.\\d)?\\.(?:value|primary_?link_?url|${SITE})`, 'website'],
    [`${SITE}\\.(?:\\d|primary)`, 'website'],
    ['(?:name|full_?name)\\.(?:first|given)(?:_?name)?', 'first_name'],
    ['(?:name|full_?name)\\.(?:last|family)(?:_?name)?', 'last_name'],
    ['(?:name|full_?name)\\.(?:full|display|formatted)(?:_?name)?', 'full_name'],
    [`${ADDRESS}(?:country|country_?name|address_?country)`, 'country'],
    [`${ADDRESS}(?:city|town|locality|address_?city)`, 'city'],
    [`${ADDRESS}(?:postal_?code|post_?code|zip|zip_?code)`, 'postal_code'],
    [`${ADDRESS}(?:state|region|province)`, 'region'],
    [`${COMPANY}(?:employees|employee_?count|number_?of_?employees|numberofemployees|company_?size|size)`, 'employees'],
    [`${COMPANY}(?:annual_?revenue|revenue)`, 'annual_revenue'],
    [`${COMPANY}(?:industry|sector)(?:\\.name)?`, 'industry'],
    [`${COMPANY}(?:website|website_?url|domain|domain_?name)`, 'website'],
    ['contacts\\.\\d\\.(?:job_?)?title', 'job_title'],
    [`${COMPANY}(?:name|display_?name)`, 'company'],
  ] as const
).map(([pattern, field]) => [new RegExp(`^${pattern}$`, 'i'), field])

/** Suffixes under which an API gives the label of a code. */
const LABEL_SUFFIX = /@OData\.Community\.Display\.V1\.FormattedValue$/

/** The field inside a nested heading: `email` for `properties.email.value`; undefined where no path fits. */
export function innerHeading(heading: string, paths: readonly string[] = USUAL_PATHS): string | undefined {
  const given = inPaths(heading, paths)
  if (given !== undefined || !/[.@]/.test(heading)) return given
  const record = inEnvelope(heading)
  const inner = inPaths(record, paths) ?? partOf(record) ?? inGroup(record)
  return inner ?? (record === heading ? undefined : record)
}

/**
 * Whether a column comes before others of the same field: fields of the record before those of its envelope, labels
 * before their codes.
 */
export function comesFirst(heading: string): boolean {
  return /[.@]/.test(heading) && inEnvelope(heading) !== heading
}

function inEnvelope(heading: string): string {
  return withoutLeading(heading.replace(LABEL_SUFFIX, ''), ENVELOPES)
}

function inPaths(heading: string, paths: readonly string[]): string | undefined {
  for (const path of paths) {
    const [before = '', after = ''] = path.split('*')
    const inner = heading.slice(before.length, heading.length - after.length)
    if (inner !== '' && !inner.includes('.') && heading === before + inner + after) return inner
  }
  return undefined
}

function partOf(record: string): string | undefined {
  return PARTS.find(([pattern]) => pattern.test(record))?.[1]
}

/** A field in one group, or in several within each other; it may be an object with its value and what describes it. */
function inGroup(record: string): string | undefined {
  const inner = withoutLeading(record, GROUPS)
  if (inner === record) return undefined
  return partOf(inner) ?? inner.replace(/\.(?:value|answer)$/, '')
}

function withoutLeading(heading: string, keys: ReadonlySet<string>): string {
  let rest = heading
  for (;;) {
    const [, first = '', second = ''] = /^([^.]+)\.((?:\d+\.)?)/.exec(rest) ?? []
    const key = second === '' ? first : `${first}.${second.slice(0, -1)}`
    if (!keys.has(key.toLowerCase()) && !(second !== '' && keys.has(first.toLowerCase()))) return rest
    rest = rest.slice(first.length + 1 + second.length)
  }
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().toLowerCase().split(/\s+/))
}
