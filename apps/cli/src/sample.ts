import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { drawMethod, drawSample, readFrame } from '@semai/domain/pulse/sample-draw'
import type { ExitCode } from './commands.ts'

const usage = 'Usage: semai sample FRAME.csv --size N --seed TEXT [--by province]'
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Draws the sample of a published frame again: the codes in their order, with the method and the hash of the frame. No database. */
export async function run(argv: string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { size: { type: 'string' }, seed: { type: 'string' }, by: { type: 'string' } },
  })
  const [file, ...more] = positionals
  const { seed, by } = values
  const size = Number(values.size)
  const isAsked = file !== undefined && more.length === 0 && seed !== undefined && Number.isInteger(size)
  if (!isAsked || (by !== undefined && by !== 'province')) {
    console.error(usage)
    return 2
  }
  const bytes = await readFile(file)
  try {
    const entries = readFrame(bytes.toString())
    const drawn = drawSample(entries, { size, seed, isStratified: by === 'province' }, sha256)
    console.error(`${drawMethod}; frame of ${entries.length}, SHA-256 ${sha256(bytes)}`)
    console.log(drawn.join('\n'))
    return 0
  } catch (problem) {
    if (!(problem instanceof RangeError)) throw problem
    console.error(problem.message)
    return 1
  }
}
