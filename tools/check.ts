import { resolve } from 'node:path'
import { steps, type Step } from './check/steps.ts'

/**
 * `npm run check [step …]`: runs the named steps, or all, two at a time; one line each with its seconds, and what is
 * wrong below it. Exit code 1 when a step failed, 2 for an unknown step.
 */
const root = resolve(import.meta.dirname, '..')
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !steps.some((step) => step.name === name))
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Steps: ${steps.map((step) => step.name).join(', ')}.`)
  process.exit(2)
}

const waiting = asked.length > 0 ? steps.filter((step) => asked.includes(step.name)) : [...steps]
const failed: string[] = []
const started = performance.now()
await Promise.all([lane(waiting), lane(waiting)])
const seconds = ((performance.now() - started) / 1000).toFixed(1)
console.log(
  failed.length === 0
    ? `check: all well in ${seconds} s`
    : `check: failed in ${seconds} s: ${failed.join(', ')}`,
)
process.exitCode = failed.length === 0 ? 0 : 1

async function lane(queue: Step[]): Promise<void> {
  for (let step = queue.shift(); step; step = queue.shift()) await take(step)
}

async function take({ name, says, run }: Step): Promise<void> {
  const from = performance.now()
  const { ok, output } = await run(root).catch((problem: Error) => ({ ok: false, output: problem.message }))
  const taken = ((performance.now() - from) / 1000).toFixed(1).padStart(5)
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${taken} s  ${name.padEnd(9)}  ${says}`)
  if (!ok) failed.push(name)
  if (output !== '' && (!ok || output.split('\n').length <= 8))
    console.log(output.replace(/^/gm, '             '))
}
