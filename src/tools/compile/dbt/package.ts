import { diagnose } from '../../../base/diagnostic.ts'
import { Refusal } from '../../../base/refusal.ts'
import type { Dialect } from '../../../dialects/dialect/dialect.ts'
import { indexHeadings } from '../../../io/bind/match.ts'
import { FIELDS } from '../../../ir/catalogue/fields.ts'
import type { BoundPlan } from '../../../ir/plan/bound-plan.ts'
import type { Plan } from '../../../ir/plan/plan.ts'
import type { CompileRequest } from '../compile-request.ts'
import type { BoundTables } from '../compile-tables.ts'
import { AS_OF_MACRO, functionMacros } from './macros.ts'
import { type DbtModel, type Increment, packageModel } from './model.ts'
import { propertiesFile } from './properties.ts'
import { sourceFile, sourceOf } from './sources.ts'
import { yamlText } from './yaml-text.ts'

const MODIFIED = 'modified_date'

/** A file of a package; its path counts from the folder of the package. */
export interface PackageFile {
  readonly path: string
  readonly text: string
}

export interface DbtPackage {
  readonly model: DbtModel
  files(statement: string, functions: readonly string[]): readonly PackageFile[]
}

export interface PackageRequest {
  readonly request: CompileRequest
  /** The folder that the package is written to. */
  readonly folder: string
  readonly tables: BoundTables
  readonly plan: Plan
  /** Name and version of the rulebook, and who compiled it. */
  readonly about: string
  /** Settings of the session that the query needs. */
  readonly settings: readonly string[]
}

/** A package of dbt with a model for a rulebook. Further rulebooks add their models to the same folder. */
export function dbtPackage(
  { request, folder, tables, plan, about, settings }: PackageRequest,
  dialect: Dialect,
): DbtPackage {
  if (dialect.name === 'bigquery') {
    throw usage(
      'leadq writes no dbt package for BigQuery: none was ever built there',
      '`--dbt` without a folder prints a model for a project of yours',
    )
  }
  const name = request.name ?? `${sourceOf(request.source).table}_scored`
  if (!/^[A-Za-z_]\w*$/.test(name)) {
    throw usage(`--name: \`${name}\` is not the name of a dbt model`, 'letters, digits and `_`: `--name leads_scored`')
  }
  const increment = request.incremental !== undefined ? incrementOf(request, tables, dialect) : undefined
  const remarks = [
    about,
    ...(increment === undefined
      ? []
      : [
          `An incremental run scores the leads whose ${increment.changed} is not older than the newest one here. The others keep`,
          'the points of the day on which they were scored: run with --full-refresh where points fade or ages count.',
        ]),
  ]
  const { asOf, isDayGiven, as, source } = request
  // In PostgreSQL hooks and model are one transaction, and other models of the same session are left alone.
  const ofModel = dialect.name === 'postgres' ? settings.map(each => each.replace(/^SET /, 'SET LOCAL ')) : settings
  const model = packageModel(
    { name, as, source, asOf, isDayGiven, timezone: plan.locale.timezone, increment, remarks, settings: ofModel },
    dialect,
  )
  const others = [request.events?.source, request.previous].filter(each => each !== undefined)
  return {
    model,
    files: (statement, functions) => [
      { path: 'dbt_project.yml', text: projectFile(folder) },
      { path: 'macros/leadq_as_of.sql', text: AS_OF_MACRO },
      ...(functions.length === 0
        ? []
        : [
            {
              path: `macros/${name}_functions.sql`,
              text: functionMacros(
                name,
                functions.map(each => model.jinja(each)),
              ),
            },
          ]),
      { path: `models/${name}.sql`, text: model.finish(statement, functions.length) },
      {
        path: `models/${name}.yml`,
        text: propertiesFile({ plan, bound: tables.bound, name, about, prefix: request.prefix, key: keyOf(tables) }),
      },
      sourceFile(source, 'The leads.'),
      ...others.map(each =>
        sourceFile(each, each === request.previous ? 'The leads of the run before.' : 'Their events.'),
      ),
    ],
  }
}

function projectFile(folder: string): string {
  const base =
    folder
      .split(/[\\/]/)
      .filter(part => !/^\.*$/.test(part))
      .at(-1) ?? ''
  const name = `leadq_${base
    .toLowerCase()
    .replace(/\W+/g, '_')
    .replace(/^leadq_?|_+$/g, '')}`.replace(/_+$/, '')
  return [
    '# Written by `leadq compile --dbt`. In a project of your own it is a package:',
    '#   packages: [{ local: path/to/this/folder }]',
    `name: ${yamlText(name)}`,
    'version: "1.0.0"',
    'config-version: 2',
    'require-dbt-version: ">=1.10.6"',
    '# For a run of this folder alone; `dbt build --profile NAME` names another one.',
    'profile: leadq',
    'model-paths: ["models"]',
    'macro-paths: ["macros"]',
    'flags:',
    '  require_generic_test_arguments_property: true',
    '',
  ].join('\n')
}

/** The column with the ids, if there is one. */
function keyOf(tables: Pick<BoundTables, 'bound' | 'leads'>): string | undefined {
  return columnOf('id', tables)
}

function columnOf(field: string, { bound, leads }: Pick<BoundTables, 'bound' | 'leads'>): string | undefined {
  const position = bound.fields.find(({ name }) => name === field)?.columns[0]
  return position === undefined ? undefined : leads[position]
}

/** What an incremental model needs; refused where the answers would be those of only some leads. */
function incrementOf({ incremental, source }: CompileRequest, tables: BoundTables, dialect: Dialect): Increment {
  const whole = needsAllLeads(tables.bound)
  if (whole !== undefined) {
    throw usage(
      `--incremental: \`${whole}\` looks at all leads together`,
      'leave --incremental out: every run scores all leads',
    )
  }
  const key = keyOf(tables)
  if (key === undefined) {
    throw usage('--incremental: no column holds the id of a lead', 'name it: `--columns id=lead_id`')
  }
  const changed = typeof incremental === 'string' ? incremental : modifiedIn(tables)
  if (changed === undefined) {
    throw usage(
      `--incremental: no column of \`${source}\` says when a lead was changed`,
      'name it: `--incremental updated_at`',
    )
  }
  return { key: dialect.identifier(key), changed: dialect.identifier(changed) }
}

/** The column with the day or moment on which a lead was changed; of a table that leadq has not seen, its usual name. */
function modifiedIn({ leads, isSeen }: BoundTables): string | undefined {
  if (!isSeen) return MODIFIED
  const index = indexHeadings(leads.map(heading => heading ?? ''))
  const [position] = FIELDS[MODIFIED].headings.flatMap(heading => index.positions(heading))
  return position === undefined ? undefined : leads[position]
}

function needsAllLeads({ dedupe, account }: BoundPlan): string | undefined {
  if (dedupe !== undefined) return 'dedupe'
  return account === undefined ? undefined : 'account'
}

function usage(message: string, hint: string): Refusal {
  return new Refusal(diagnose('cli/usage', message, { hint }), 'usage')
}
