import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { textsOf } from './repository-files.ts'

const counted = /\.(ts|mjs|cjs|svelte|css)$/
const exempt = /^(data|docs\/generated)\/|\.generated\.ts$/
const wished = 200
const allowed = 300

/** Files above 300 lines are findings unless listed with a reason; a listed file that got shorter is one too. */
export function fileSizes(root: string): { findings: string[]; remarks: string[] } {
  const reasons = JSON.parse(readFileSync(join(root, 'tools/check/size-exceptions.json'), 'utf8')) as Record<
    string,
    string
  >
  const findings: string[] = []
  const remarks: string[] = []
  const stale = new Set(Object.keys(reasons))
  for (const [path, text] of textsOf(root, counted)) {
    if (exempt.test(path)) continue
    const lines = text.split('\n').length - 1
    if (lines > allowed) {
      if (!stale.delete(path))
        findings.push(`${path}: ${lines} lines, at most ${allowed}: split it, or give a reason.`)
    } else if (lines > wished) {
      remarks.push(`${path}: ${lines} lines, ${wished} are wished for`)
    }
  }
  for (const path of stale)
    findings.push(`tools/check/size-exceptions.json: ${path} needs no exception any more.`)
  return { findings, remarks }
}
