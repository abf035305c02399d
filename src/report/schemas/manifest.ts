import type { JsonSchema } from '../../ir/results/json-schema.ts'
import {
  type GuardResult,
  type HashedFile,
  INPUT_ROLES,
  type Manifest,
  type ManifestInput,
  type ManifestOutput,
  type ManifestRulebook,
  RUN_STATUSES,
} from '../../ir/results/manifest.ts'
import { counts, due, since } from './counts.ts'
import { byName, DIAGNOSTIC, list, object, oneOf, orNull, TOOL, text, VERSION, whole } from './object.ts'

const hashed = {
  path: text('The path'),
  sha256: text('The SHA-256 of its bytes'),
  bytes: whole('Its size'),
}

const rulebook = object<ManifestRulebook>(
  {
    name: text('Its name'),
    version: text('Its version'),
    source: text('The file, or the built-in'),
    sha256: text('The SHA-256 of its text and of those it extends'),
    git: orNull({
      description: 'Null where it is in no repository',
      ...object<NonNullable<ManifestRulebook['git']>>({
        commit: text('The commit'),
        dirty: { type: 'boolean', description: 'It has changes that are not committed' },
      }),
    }),
  },
  ['version'],
)

const input = object<ManifestInput>({
  ...hashed,
  role: oneOf(INPUT_ROLES, 'What it is read as'),
  modified_at: text('When it was written'),
  rows: orNull(whole('Records that were read; null where nobody counted them')),
  system: orNull(text('The system whose export it is; null if it was not recognised')),
  columns: list({ type: 'string' }, 'Names of its columns'),
})

const output = object<ManifestOutput>({
  ...hashed,
  rows: orNull(whole('Leads or records in it; null where it holds none')),
})

const guard = object<GuardResult>({
  guard: text('The key of the guard'),
  status: oneOf(['pass', 'warn', 'fail', 'skipped'], 'What it came to; `skipped`: there was nothing to compare with'),
  message: text('One sentence'),
})

/** `manifest.json` of a run folder, and what `leadq run --json` prints. */
export const manifestDocument: JsonSchema = object<Manifest>(
  {
    format_version: VERSION,
    tool: TOOL,
    node: text('The version of Node.js'),
    platform: text('System and processor'),
    run: text('The id of the run: the second it began in UTC'),
    job: text('The name of the job'),
    status: oneOf(RUN_STATUSES, 'What became of it'),
    exit_code: whole('How the program ended'),
    started_at: text('In UTC'),
    finished_at: text('In UTC'),
    as_of: text("The day that leads were judged by, in the rulebook's zone"),
    timezone: text("The rulebook's zone"),
    cwd: text('The folder that paths of inputs are seen from'),
    rulebook: orNull({ description: 'Null where it could not be read', ...rulebook }),
    run_file: orNull({ description: 'Null where all came from flags', ...object<HashedFile>(hashed) }),
    inputs: list(input, 'The files that were read'),
    outputs: list(output, 'The files of the folder, but for the manifest; paths are seen from it'),
    counts: orNull({ description: 'Null where nothing was scored', ...counts }),
    stages: byName({ type: 'integer' }, 'Stage -> leads'),
    rejects: byName({ type: 'integer' }, 'Code -> records'),
    skipped: byName({ type: 'integer' }, 'Kind -> rows that are no leads'),
    previous: orNull({
      description: 'The run that leads were compared with; null for the first one',
      ...object<NonNullable<Manifest['previous']>>({ run: text('Its id'), as_of: text('Its day') }),
    }),
    since: orNull({ description: 'Null where leads were compared with no run', ...since }),
    due: orNull({ description: 'Null where nothing was scored', ...due }),
    guards: list(guard, 'What the guards found'),
    warnings: list(DIAGNOSTIC, 'What there is to be warned of'),
    problem: orNull({ description: 'What ended a run that was interrupted or failed', ...DIAGNOSTIC }),
    released_at: text('When a person published it out of quarantine'),
    forgotten: list(
      object<NonNullable<Manifest['forgotten']>[number]>({ at: text('When'), leads: whole('How many') }),
      'When leads were removed from it for data protection',
    ),
  },
  ['released_at', 'forgotten'],
)
