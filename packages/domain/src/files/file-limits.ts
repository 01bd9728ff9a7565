/** What an operator allows; every one has a setting (docs/operations.md). */
export type FileLimits = {
  /** Of one file, as it is uploaded. */
  fileBytes: number
  /** Width times height of a picture. */
  picturePixels: number
  /** Files of one innovation. */
  filesPerRecord: number
  /** How long preparing one picture may take. */
  pictureMs: number
}

export const usualLimits: FileLimits = {
  fileBytes: 20_000_000,
  picturePixels: 50_000_000,
  filesPerRecord: 40,
  pictureMs: 20_000,
}

/** What one form may carry: a file of the largest size, and what is written around it. */
export function formBytes({ fileBytes }: FileLimits): number {
  return fileBytes + 1_000_000
}

/** Bytes of one piece of an upload that can be continued: a few seconds on a bad line. */
export const pieceBytes = 262_144

/** Hours an unfinished upload waits to be continued. */
export const uploadHours = 72

/** Most unfinished uploads of one person. */
export const openUploads = 20

/** Millions of bytes in words. @example megabytes(20_000_000, 'id') // '20 MB' */
export function megabytes(bytes: number, lang: 'id' | 'en'): string {
  const digits = (Math.round(bytes / 100_000) / 10).toString()
  return `${lang === 'id' ? digits.replace('.', ',') : digits} MB`
}
