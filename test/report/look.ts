import { printExplanation } from '../../src/report/explanation.ts'
import { printSummary } from '../../src/report/summary.ts'
import { themeOf } from '../../src/report/theme.ts'
import { EXPLANATION, STRANGER, SUMMARY } from './examples.ts'

const [width = '80', colour = '0', ascii = '0', which = '1'] = process.argv.slice(2)
const theme = themeOf({ colour: colour === '1', width: Number(width), unicode: ascii !== '1' })
process.stdout.write(
  which === '3' ? printExplanation(EXPLANATION, theme) : printSummary(which === '1' ? SUMMARY : STRANGER, theme),
)
