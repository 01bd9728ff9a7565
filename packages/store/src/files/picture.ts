import type { OutputInfo, Sharp } from 'sharp'
import { isPicture } from '@semai/domain/files/file-kind'
import type { FileKind, PictureKind } from '@semai/domain/files/file-kind'
import type { FileLimits } from '@semai/domain/files/file-limits'
import type { FileFault } from '@semai/domain/files/file-refusal'
import { FileRejected } from './file-rejected.ts'

/** One size of a picture. */
export type Variant = { width: number; height: number; format: 'webp' | 'jpeg'; bytes: Buffer }

/** A picture written anew: upright, in sRGB, without a word of where and with what it was taken. */
export type Picture = { width: number; height: number; bytes: Buffer; variants: Variant[] }

/** Widths that pages ask for; a picture is never made larger than it is. */
export const variantWidths = [320, 800, 1600] as const
/** Longest side of what is kept for downloading. */
const longestSide = 2_560

/** Pictures are made one after the other in each process: decoding the largest takes some 200 MB. */
let turn: Promise<unknown> = Promise.resolve()

/**
 * The picture in all its sizes. The bytes that were uploaded are kept nowhere: whatever hid in or behind them is gone.
 * @throws FileRejected when it cannot be read, moves, is too large or takes too long.
 */
export function preparePicture(bytes: Buffer, kind: PictureKind, limits: FileLimits): Promise<Picture> {
  const mine = turn.then(() => prepared(bytes, kind, limits))
  turn = mine.catch(() => undefined)
  return mine
}

async function prepared(bytes: Buffer, kind: PictureKind, limits: FileLimits): Promise<Picture> {
  const read = await reader(bytes, limits)
  try {
    const about = await read().metadata()
    const { width = 0, height = 0, format, pages = 1 } = about
    if (pages > 1) throw new FileRejected('moving', limits)
    if (width * height > limits.picturePixels) throw new FileRejected('too_many_pixels', limits)
    if (!isPicture(format as FileKind) || width * height === 0) throw new FileRejected('damaged', limits)
    const master = await kept(read(), kind).toBuffer({ resolveWithObject: true })
    const { data, info } = master
    const variants: Variant[] = []
    for (const wanted of widthsFor(info)) variants.push(...(await sizes(data, wanted, limits)))
    return { width: info.width, height: info.height, bytes: data, variants }
  } catch (problem) {
    throw problem instanceof FileRejected ? problem : new FileRejected(faultOf(problem), limits)
  }
}

/** The three readers we take in, and none of the dozens more that the library has. */
async function reader(bytes: Buffer, { picturePixels, pictureMs }: FileLimits): Promise<() => Sharp> {
  const { default: sharp } = await import('sharp') // a second of loading that only an upload should wait for
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] })
  sharp.concurrency(1)
  sharp.cache(false)
  const seconds = Math.max(1, Math.round(pictureMs / 1_000))
  return () => sharp(bytes, { limitInputPixels: picturePixels, failOn: 'error' }).timeout({ seconds })
}

function kept(picture: Sharp, kind: PictureKind): Sharp {
  const upright = picture
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
  if (kind === 'png') return upright.png({ compressionLevel: 9 })
  return kind === 'webp' ? upright.webp({ quality: 88 }) : upright.jpeg({ quality: 88, mozjpeg: true })
}

/** The usual widths below the picture's own, and its own where it is smaller than the largest. */
function widthsFor({ width }: OutputInfo): number[] {
  const largest = Math.min(width, variantWidths.at(-1)!)
  return [...variantWidths.filter((usual) => usual < largest), largest]
}

async function sizes(master: Buffer, width: number, limits: FileLimits): Promise<Variant[]> {
  const read = await reader(master, { ...limits, picturePixels: longestSide * longestSide })
  const made = [
    ['webp', read().resize({ width }).webp({ quality: 76 })],
    [
      'jpeg',
      read().resize({ width }).flatten({ background: '#ffffff' }).jpeg({ quality: 76, mozjpeg: true }),
    ],
  ] as const
  const variants: Variant[] = []
  for (const [format, picture] of made) {
    const { data, info } = await picture.toBuffer({ resolveWithObject: true })
    variants.push({ format, width: info.width, height: info.height, bytes: data })
  }
  return variants
}

function faultOf(problem: unknown): FileFault {
  const says = problem instanceof Error ? problem.message : ''
  if (/pixel limit/i.test(says)) return 'too_many_pixels'
  return /timeout/i.test(says) ? 'too_slow' : 'damaged'
}
