import { usualLimits } from '@semai/domain/files/file-limits'
import type { FileLimits } from '@semai/domain/files/file-limits'
import { filesFolder, uploadsFolder } from '../db/data-folder.ts'
import type { Environment } from '../db/environment.ts'
import { Trouble } from '../db/trouble.ts'
import { diskStore } from './disk-store.ts'
import type { FileStore } from './file-store.ts'
import { s3Store } from './s3-store.ts'

/** Where files are, where the pieces of unfinished uploads wait, and what is allowed. */
export type Files = { contents: FileStore; uploads: FileStore; limits: FileLimits }

/**
 * The folders of the data folder, or the bucket that `SEMAI_S3_ENDPOINT` and its companions name. Asks nothing of
 * either yet.
 * @throws Trouble when a setting is missing or no number.
 */
export function openFiles(env: Environment): Files {
  const endpoint = env['SEMAI_S3_ENDPOINT']
  const limits = limitsFrom(env)
  if (!endpoint)
    return { contents: diskStore(filesFolder(env)), uploads: diskStore(uploadsFolder(env)), limits }
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol)) {
    throw new Trouble(
      `SEMAI_S3_ENDPOINT is "${endpoint}"; it must be an address such as https://s3.example.org.`,
    )
  }
  const place = {
    endpoint,
    bucket: needed(env, 'SEMAI_S3_BUCKET'),
    region: env['SEMAI_S3_REGION'] ?? 'us-east-1',
    accessKeyId: needed(env, 'SEMAI_S3_ACCESS_KEY'),
    secretAccessKey: needed(env, 'SEMAI_S3_SECRET_KEY'),
  }
  const own = prefixFrom(env)
  return {
    contents: s3Store({ ...place, prefix: `${own}files/` }),
    uploads: s3Store({ ...place, prefix: `${own}uploads/` }),
    limits,
  }
}

/** What an operator allows, where it is set, or what is usual. @throws Trouble for what is no count. */
export function limitsFrom(env: Environment): FileLimits {
  return {
    ...usualLimits,
    fileBytes: count(env, 'SEMAI_FILE_MB', { usual: usualLimits.fileBytes, unit: 1_000_000, most: 200 }),
    picturePixels: count(env, 'SEMAI_PICTURE_MEGAPIXELS', {
      usual: usualLimits.picturePixels,
      unit: 1_000_000,
      most: 200,
    }),
    filesPerRecord: count(env, 'SEMAI_FILES_PER_RECORD', {
      usual: usualLimits.filesPerRecord,
      unit: 1,
      most: 500,
    }),
  }
}

function count(
  env: Environment,
  name: string,
  { usual, unit, most }: { usual: number; unit: number; most: number },
): number {
  const set = env[name]
  if (set === undefined || set === '') return usual
  if (/^\d{1,4}$/.test(set) && Number(set) >= 1 && Number(set) <= most) return Number(set) * unit
  throw new Trouble(`${name} is "${set}"; it must be a whole number from 1 to ${most}.`)
}

function needed(env: Environment, name: string): string {
  const set = env[name]
  if (set) return set
  throw new Trouble(
    `SEMAI_S3_ENDPOINT is set, and ${name} is not. Set it, or unset the endpoint to keep files on disk.`,
  )
}

function prefixFrom(env: Environment): string {
  const set = env['SEMAI_S3_PREFIX'] ?? ''
  if (/^([\w-]+(\/[\w-]+)*\/?)?$/.test(set)) return set === '' || set.endsWith('/') ? set : `${set}/`
  throw new Trouble(`SEMAI_S3_PREFIX is "${set}"; it takes letters, digits, "-", "_" and "/" only.`)
}
