import { schemaLine } from '../../../ir/schema-line.ts'
import { patternsOf } from './patterns.ts'
import type { FoundExport, SortedExports } from './sort-exports.ts'

/** A commented run file for the exports that are there. `rules`: the rulebook; undefined if there is none yet. */
export function runFileText({ leads, events, companies }: SortedExports, rules: string | undefined): string {
  const [company] = companies
  return [
    `# ${schemaLine('run')}`,
    '# What `leadq run` does every night. Paths count from this file. Each key is a flag, too: `leadq run --help`.',
    '',
    ...(leads.length === 0
      ? ['inputs: [exports/*.csv]      # no lead export was found here: name yours']
      : listOf('inputs', leads, 'the lead exports')),
    ...(events.length === 0 ? ['# events: [exports/page-views-*.csv]'] : listOf('events', events, 'what leads did')),
    company === undefined
      ? '# companies: exports/companies.csv'
      : `companies: ${oneOf(company)}      # fills in what leads lack`,
    rules === undefined
      ? 'rules: b2b                   # a built-in; write your own with `leadq init`'
      : `rules: ${quoted(rules)}`,
    'out: runs                    # runs/2026-11-28T02-00-00Z/ ..., runs/latest leads to the newest',
    'previous: latest             # what leads are compared with',
    '',
    '# A guard that trips publishes nothing: the run goes into runs/quarantine/, exit code 65.',
    'guards:',
    '  min_rows: 1                # raise this to what an export always has',
    '  max_shrink: { warn: 10%, fail: 30% }   # fewer leads than yesterday',
    '  max_rejects: { warn: 1%, fail: 10% }',
    '  max_emptier: { warn: 10, fail: 30 }    # a field that is filled less than yesterday, in points of percent',
    '  # max_age: 26h             # an export that was not written last night',
    '  # max_moved: { warn: 10% } # leads in another stage than yesterday',
    '  # required_columns: [Email]',
    '  # new_values: { warn: [lifecycle_stage] }',
    '  # stage_share: { warn: { SQL: 1%..20% } }',
    '',
    '# outputs:                   # more than the annotated leads',
    '#   - {}',
    '#   - { for: hubspot, only: [SQL, MQL] }',
    '# by_owner: true             # new-sql.csv and due.csv for each owner',
    '# keep: 400d',
    '',
    '# max_duration: 30m',
    '# metrics: /var/lib/node_exporter/leadq.prom',
    '# ping: ping-url.txt         # a file that holds the URL: start, success, failure',
    '# webhook: slack-url.txt     # the same for Slack',
    '',
  ].join('\n')
}

function listOf(key: string, files: readonly FoundExport[], about: string): string[] {
  const patterns = patternsOf(files.map(({ path }) => path))
  return [
    `${key}:                      # ${about}`,
    ...patterns.map(pattern => `  - ${oneOf(pattern)}${systemOf(pattern.files, files)}`),
  ]
}

/** `{ files: "leads-*.csv", newest: true }`, or the path alone. */
function oneOf(found: FoundExport | { readonly files: string; readonly newest: boolean }): string {
  const [pattern] = 'path' in found ? patternsOf([found.path]) : [found]
  if (pattern === undefined) return '""'
  return pattern.newest ? `{ files: ${quoted(pattern.files)}, newest: true }` : quoted(pattern.files)
}

function systemOf(files: string, found: readonly FoundExport[]): string {
  const systems = found
    .filter(({ path }) => patternsOf([path])[0]?.files === files)
    .flatMap(({ system }) => system ?? [])
  return systems.length === 0 ? '' : `   # ${[...new Set(systems)].join(', ')}`
}

/** Paths may hold what YAML reads as something else. */
function quoted(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : JSON.stringify(text)
}
