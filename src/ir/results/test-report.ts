import type { Place } from '../../base/place.ts'
import type { ExplainedCondition } from './explanation.ts'

/** What `leadq test` found out, as data for people and machines. */
export interface TestReport {
  readonly format_version: '1.0'
  readonly counts: TestCounts
  readonly files: readonly TestedFile[]
  /** One for each rulebook; absent unless asked for. */
  readonly coverage?: readonly Coverage[]
  readonly mutation?: readonly Mutation[]
}

export interface TestCounts {
  readonly tests: number
  readonly passed: number
  readonly failed: number
  /** Known not to hold yet. */
  readonly todo: number
  /** Left out by `--bail`. */
  readonly not_run: number
}

export interface TestedFile {
  readonly file: string
  readonly rulebook: string
  readonly tests: readonly TestResult[]
}

export interface TestResult {
  readonly name: string
  readonly place: Place
  /**
   * `done`: marked as todo, and it holds; that is a failure, because the mark has to go. `unread`: its lead has values
   * that cannot be read.
   */
  readonly state: 'passed' | 'failed' | 'todo' | 'done' | 'unread' | 'not_run'
  /** Why it does not hold yet. */
  readonly reason: string | null
  readonly failures: readonly TestFailure[]
}

export interface TestFailure {
  /** As the test file spells it: `stage`, `scores.fit`, `tag free-mail`. */
  readonly of: string
  readonly expected: string
  readonly got: string
  /** In the file of tests. */
  readonly place: Place
  /** Lines of the rulebook that decided, with what they saw. */
  readonly because: readonly TestReason[]
}

export interface TestReason {
  /** `row 2 of the stages`, `rule demo` */
  readonly what: string
  /** In the rulebook. */
  readonly place: Place | null
  readonly conditions: readonly ExplainedCondition[]
}

/** Which parts of a rulebook its tests have seen at work. */
export interface Coverage {
  readonly rulebook: string
  readonly items: number
  readonly covered: number
  readonly missing: readonly { readonly what: string; readonly place: Place | null }[]
}

/** Whether tests notice when a rulebook is changed. */
export interface Mutation {
  readonly rulebook: string
  readonly mutants: number
  readonly killed: number
  readonly survivors: readonly { readonly what: string; readonly place: Place | null }[]
}
