import { rm } from 'node:fs/promises'
import { build } from 'esbuild'

/** One file to start from and chunks that are loaded when they are needed: reading a hundred small files costs start-up. */
await rm('dist', { recursive: true, force: true })
await build({
  entryPoints: { leadq: 'src/cli/run.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  chunkNames: 'chunks/[name]-[hash]',
  sourcemap: true,
})
