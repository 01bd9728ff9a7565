import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// What was compiled once need not be compiled again: a command starts in half the time. The folder is that of the installation,
// which nobody else may write to; where it can not be written, nothing is kept.
enableCompileCache(join(import.meta.dirname, '../../../node_modules/.cache/semai-code'))
const { commandLine } = await import('./command-line.ts')
process.exitCode = await commandLine(process.argv.slice(2))
