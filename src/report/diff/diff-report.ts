export { checksOf, failedGates } from './checks.ts'
export { markdownDifference } from './diff-markdown.ts'
export { textDifference } from './diff-text.ts'
