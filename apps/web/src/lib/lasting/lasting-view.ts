import type { Precision, ReplicationForm } from '@semai/domain/claims/claim'
import { placeNames } from '@semai/domain/continuity/lasting'
import type { LastingBy } from '@semai/domain/continuity/lasting'
import type { Lang } from '#lib/site/lang.ts'
import { claimPageTexts } from '#lib/texts/claim-page.ts'
import { lastingTexts } from '#lib/texts/lasting.ts'

type Category = { key: string; nameId: string; nameEn: string }

/** What a group of the comparison is called. */
export function groupName(
  key: string,
  { by, lang, categories }: { by: LastingBy; lang: Lang; categories: readonly Category[] },
): string {
  if (key === 'unknown') return lastingTexts[lang].groups.unknown[by]
  if (by === 'place') return placeNames[key as keyof typeof placeNames][lang]
  if (by === 'form') return claimPageTexts[lang].forms[key as ReplicationForm]
  const category = categories.find((one) => one.key === key)
  return category ? (lang === 'id' ? category.nameId : category.nameEn) : key
}

type Point = { month: number; share: number }

/** The last whole year of age a curve reaches, and the share there; null where it reaches none. */
export function lastYear(points: readonly Point[]): { year: number; share: number } | null {
  const whole = points.filter(({ month }) => month > 0 && month % 12 === 0).at(-1)
  return whole ? { year: whole.month / 12, share: whole.share } : null
}

/** Years an axis needs for all of these curves: the next whole one. */
export function axisYears(curves: readonly { points: readonly Point[] }[]): number {
  return Math.max(1, ...curves.map(({ points }) => Math.ceil((points.at(-1)?.month ?? 0) / 12)))
}

type Figure = { measure: string; value: number | string; asOf: string; precision: Precision; source: string }

/** The published national picture, and how many of the updated its parts leave unexplained; null where it is not loaded. */
export function nationalPicture(figures: readonly Figure[]) {
  const of = (measure: string) => figures.find((figure) => figure.measure === measure)
  const [records, updated, going, stopped] = [
    of('records'),
    of('records_updated'),
    of('records_continuing'),
    of('records_stopped'),
  ]
  if (!records || !updated || !going || !stopped) return null
  const numbers = [records, updated, going, stopped].map(({ value }) => Number(value)) as [
    number,
    number,
    number,
    number,
  ]
  return { numbers, gap: numbers[1] - numbers[2] - numbers[3], source: updated }
}
