#!/usr/bin/env node
import { run } from '../dist/leadq.js'

process.exitCode = await run()
