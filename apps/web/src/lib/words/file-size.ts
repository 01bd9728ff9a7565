import type { Lang } from '#lib/site/lang.ts'
import { count, decimal } from './number.ts'

/** The size of a file in the thousands of bytes that download lists show: `89 kB`, `1,2 MB`. */
export function fileSize(lang: Lang, bytes: number): string {
  if (bytes < 1_000) return `${count(lang, bytes)} B`
  if (bytes < 1_000_000) return `${count(lang, Math.round(bytes / 1_000))} kB`
  return `${decimal(lang, bytes / 1_000_000, 1)} MB`
}
