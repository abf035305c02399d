import { HOME } from '../../base/home.ts'
import { type Check, isFinding, type Outcome } from '../../ir/results/check-report.ts'
import { printJson } from '../json.ts'
import { type Format, type FormatContext, type Location, linesOf, locationOf } from './format.ts'

/** GitHub's limit on results. */
const MAX_RESULTS = 25_000

const LEVELS: Readonly<Record<Outcome, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  skipped: 'none',
  passed: 'none',
}

/** SARIF 2.1.0, with everything that GitHub's code scanning asks for beyond it. */
export const sarif: Format = ({ command, checks }, context) => {
  const findings = checks.filter(isFinding).slice(0, MAX_RESULTS)
  const kinds = [...new Map(findings.map(check => [check.id, check])).values()]
  const indexes = new Map(kinds.map(({ id }, index) => [id, index]))
  const driver = {
    name: 'leadq',
    semanticVersion: context.version,
    informationUri: HOME,
    rules: kinds.map(ruleOf),
  }
  const results = findings.map(check => resultOf(check, indexes.get(check.id) ?? 0, context))
  const run = {
    tool: { driver },
    automationDetails: { id: `leadq/${command}/` },
    // Columns are counted as JavaScript does.
    columnKind: 'utf16CodeUnits',
    results,
  }
  return printJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  })
}

function ruleOf({ id, title, url, outcome }: Check): object {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: title },
    help: { text: url === undefined ? title : `${title}: ${url}` },
    ...(url !== undefined && { helpUri: url }),
    defaultConfiguration: { level: LEVELS[outcome] },
  }
}

function resultOf(check: Check, ruleIndex: number, context: FormatContext): object {
  const located = locationOf(check, context)
  const related = (check.related ?? []).flatMap(({ place, message }) => {
    const path = context.inRepository(place.file)
    return path === undefined ? [] : [{ ...physical({ path, place }), message: { text: message } }]
  })
  return {
    ruleId: check.id,
    ruleIndex,
    level: LEVELS[check.outcome],
    message: { text: linesOf(check, context).join('\n') },
    ...(located !== undefined && { locations: [physical(located)] }),
    ...(related.length > 0 && { relatedLocations: related.map((location, index) => ({ id: index + 1, ...location })) }),
    partialFingerprints: { primaryLocationLineHash: check.fingerprint },
  }
}

function physical({ path, place }: Location): object {
  const { line, col, endLine = line, endCol = endLine === line ? col + 1 : 1 } = place
  return {
    physicalLocation: {
      artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' },
      region: { startLine: line, startColumn: col, endLine, endColumn: endCol },
    },
  }
}
