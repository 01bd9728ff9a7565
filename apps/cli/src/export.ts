import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import {
  datasetNames,
  datasets,
  exportFormats,
  type DatasetName,
  type ExportFormat,
} from '@semai/domain/exchange/datasets'
import { publicActor } from '@semai/domain/people/actor'
import { dayIn } from '@semai/domain/time/clock'
import { openReady } from '@semai/store/db/ready'
import { exportDataset } from '@semai/store/exchange/export-dataset'
import type { ExitCode } from './commands.ts'
import { progress } from './progress.ts'

type Asked = { dataset: DatasetName; format: ExportFormat; out: string | undefined; bom: boolean }

/** Writes a dataset as open data, to standard output or to a file that appears only when it is whole. */
export async function run(argv: string[]): Promise<ExitCode> {
  const asked = read(argv)
  if (typeof asked === 'string') {
    console.error(asked)
    return 2
  }
  const { dataset, format, out, bom } = asked
  const { db, close } = await openReady({ role: 'app' }, process.env, progress)
  try {
    const bytes = exportDataset(db, publicActor, { dataset, format, bom, today: dayIn(new Date()) })
    if (out === undefined) await pipeline(Readable.from(bytes), process.stdout, { end: false })
    else await writeWhole(bytes, out)
  } finally {
    await close()
  }
  return 0
}

function read(argv: string[]): Asked | string {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'csv' },
      out: { type: 'string' },
      bom: { type: 'boolean', default: false },
    },
  })
  const dataset = datasetNames.find((name) => name === positionals[0])
  if (!dataset || positionals.length > 1) return `Name one dataset: ${datasetNames.join(', ')}.`
  const format = exportFormats.find((name) => name === values.format)
  const offered = datasets[dataset].formats
  if (!format || !offered.includes(format)) return `${dataset} can be written as ${offered.join(', ')}.`
  return { dataset, format, out: values.out, bom: values.bom }
}

/** A reader never meets half a file: it is written beside its place and moved there at the end. */
async function writeWhole(bytes: AsyncIterable<Uint8Array>, out: string): Promise<void> {
  const part = `${out}.part`
  try {
    await pipeline(Readable.from(bytes), createWriteStream(part))
    await rename(part, out)
  } catch (problem) {
    await rm(part, { force: true })
    throw problem
  }
}
