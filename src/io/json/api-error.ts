import { isObject } from './values/json-value.ts'

/**
 * The message of an API that was saved in place of its answer: `[{"errorCode":..}]`, `{"errors":[..]}`,
 * `{"status":"error",..}`, `{"success":false,..}` and their like. Nothing if the document has records.
 */
export function readApiError(document: unknown): string | undefined {
  if (Array.isArray(document)) {
    const isError = document.length > 0 && document.every(element => isObject(element) && 'errorCode' in element)
    return isError ? messageOf(document[0]) : undefined
  }
  if (!isObject(document) || hasRecords(document)) return undefined
  const members = new Map<string, unknown>(Object.entries(document))
  const told = ['errors', 'error', 'err'].map(key => members.get(key)).find(isFilled)
  const failed = members.get('success') === false || FAILED.has(String(members.get('status')).toLowerCase())
  const coded = isFilled(members.get('message')) && CODES.some(key => isFilled(members.get(key)))
  if (told !== undefined) return messageOf(told) ?? messageOf(document)
  return failed || coded || isOnlyMessage(members) ? (messageOf(document) ?? 'no message') : undefined
}

const FAILED = new Set(['error', 'err', 'fail', 'failed', 'failure', 'unauthorized'])
const CODES = ['code', 'errorCode', 'error_code', 'correlationId', 'exitCode', 'statusCode', 'category', 'status']
const MESSAGES = [
  'message',
  'detail',
  'error_description',
  'error_info',
  'title',
  'error',
  'description',
  'err',
  'reason',
]

function isFilled(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0
  return value !== undefined && value !== null && value !== '' && value !== false
}

function isOnlyMessage(members: ReadonlyMap<string, unknown>): boolean {
  return members.size === 1 && typeof members.get('message') === 'string'
}

/** Lists of objects that are no messages, at the top or in an object there: then a message beside them is only a note. */
function hasRecords(document: object, depth = 0): boolean {
  return Object.entries(document).some(([key, value]) => {
    if (/^(?:errors?|warnings|messages|context)$/i.test(key)) return false
    if (Array.isArray(value)) return value.some(isObject)
    return depth < 2 && isObject(value) && (hasRecords(value, depth + 1) || /^(?:data|contact|properties)$/.test(key))
  })
}

/** The first text that explains, with the code beside it. */
function messageOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(messageOf).find(message => message !== undefined)
  if (!isObject(value)) return undefined
  const members = new Map<string, unknown>(Object.entries(value))
  const message = MESSAGES.map(key => members.get(key)).find(text => typeof text === 'string' && text !== '')
  const code = ['errorCode', 'code', 'error_code', 'err_code', 'category'].map(key => members.get(key)).find(isFilled)
  if (typeof message !== 'string') return code === undefined ? undefined : String(code)
  return code === undefined || message.includes(String(code)) ? message : `${message} (${code})`
}
