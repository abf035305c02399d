import { fileURLToPath } from 'node:url'
import { csvLine, fileOf, inBlocks } from './files.js'
import { AS_OF } from './lead.js'
import { createRandom } from './random.js'

const SEED = 1115
const DAY = 86_400_000
const LAST = Date.parse(AS_OF)
const NAMES = ['page_view', 'page_view', 'page_view', 'email_open', 'email_click', 'form_submit', 'download', 'meeting']
const PAGES = ['/', '/pricing', '/docs', '/blog/leads', '/contact']

/** What the leads of `leadsFile` did, in the year before the day of the run: the plain form and that of Mixpanel. */
export const EVENT_FORMATS = {
  csv: { head: csvLine(['lead', 'event', 'time', 'page']), line: csvEvent },
  jsonl: { head: '', line: mixpanelEvent },
}

/** The path of a file with so many events of the first `leads` leads. The same numbers give the same bytes. */
export function eventsFile(format, events, leads) {
  return fileOf(`events-${events}-${leads}.${format}`, () => inBlocks(piecesOf(EVENT_FORMATS[format], events, leads)))
}

function* piecesOf({ head, line }, events, leads) {
  const random = createRandom(SEED)
  const below = limit => Math.floor(random() * limit)
  yield head
  for (let index = 0; index < events; index += 1) {
    const time = LAST - below(365) * DAY + below(DAY)
    yield line({
      lead: String(10_000_001 + below(leads)),
      name: NAMES[below(NAMES.length)],
      time,
      page: PAGES[below(PAGES.length)],
      index,
    })
  }
}

function csvEvent({ lead, name, time, page }) {
  return csvLine([lead, name, new Date(time).toISOString(), page])
}

function mixpanelEvent({ lead, name, time, page, index }) {
  const properties = { time: Math.floor(time / 1000), distinct_id: lead, $insert_id: `i${index}`, $current_url: page }
  return `${JSON.stringify({ event: name, properties })}\n`
}

/** `node bench/events.js jsonl 1000000 100000` writes such a file and says where it is. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [format = 'csv', events = 1_000_000, leads = 100_000] = process.argv.slice(2)
  console.log(await eventsFile(format, Number(events), Number(leads)))
}
