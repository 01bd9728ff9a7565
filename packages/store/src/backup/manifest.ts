import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Trouble } from '../db/trouble.ts'

const FORMAT = 1
const MANIFEST = 'manifest.json'
const SUM = 'manifest.sha256'

const partSchema = z.object({
  /** Where it is in the backup's folder; never outside. */
  path: z.string().regex(/^(?!.*(^|\/)\.\.(\/|$))(tables|files)\/[^\0\\]+$/),
  bytes: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

const manifestSchema = z.object({
  format: z.literal(FORMAT),
  product: z.string(),
  postgres: z.string(),
  takenAt: z.iso.datetime(),
  migrations: z
    .array(z.object({ number: z.int(), name: z.string(), sha256: z.string(), appliedAt: z.string() }))
    .min(1),
  tables: z.array(
    partSchema.extend({ name: z.string(), columns: z.array(z.string()).min(1), rows: z.int().nonnegative() }),
  ),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string().regex(/^-?\d+$/) })),
  files: z.array(partSchema),
})

/** One file of a backup as it was written. `sha256` is of its bytes on disk, so `sha256sum` agrees. */
export type Part = z.infer<typeof partSchema>

/** What is in a backup. It is written last: a folder without it is an unfinished backup. */
export type Manifest = z.infer<typeof manifestSchema>
export type TablePart = Manifest['tables'][number]

/** The manifest and its own sum are in the folder, on disk. */
export async function writeManifest(
  folder: string,
  content: Omit<Manifest, 'format' | 'product'>,
): Promise<Manifest> {
  const manifest = { format: FORMAT, product: await productVersion(), ...content } as const
  const text = JSON.stringify(manifest, null, 2) + '\n'
  await writeFile(join(folder, MANIFEST), text, { flush: true })
  await writeFile(join(folder, SUM), `${sha256(text)}  ${MANIFEST}\n`, { flush: true })
  return manifest
}

/** @throws Trouble when it is missing, was altered, or has a form this version does not know. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await contentOf(folder, MANIFEST)
  const sum = await contentOf(folder, SUM)
  if (sum !== `${sha256(text)}  ${MANIFEST}\n`) {
    throw new Trouble(`${MANIFEST} in ${folder} does not fit ${SUM}: it was changed or damaged. ${UNCHANGED}`)
  }
  const read = manifestSchema.safeParse(JSON.parse(text))
  if (read.success) return read.data
  throw new Trouble(
    `The backup in ${folder} has a form this Semai does not know. Restore it with the Semai that made it, ` +
      `or a newer one. ${UNCHANGED}`,
    read.error,
  )
}

/** How every refusal of a restore ends. */
export const UNCHANGED = 'Nothing was changed.'

async function contentOf(folder: string, name: string): Promise<string> {
  try {
    return await readFile(join(folder, name), 'utf8')
  } catch (problem) {
    if (!['ENOENT', 'ENOTDIR'].includes((problem as NodeJS.ErrnoException).code ?? '')) throw problem
    throw new Trouble(
      `${folder} is no finished backup: ${name} is missing, which is written last. ${UNCHANGED}`,
      problem,
    )
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

async function productVersion(): Promise<string> {
  const text = await readFile(join(import.meta.dirname, '../../package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
