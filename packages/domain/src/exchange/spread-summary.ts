import { z } from 'zod'
import { strengths, type Strength } from '../claims/claim.ts'
import { countByStrength, isBound, isDated, type Counted } from '../claims/spread.ts'
import { day, innovationCode, regionRef, text } from './record-parts.ts'

const counts = z
  .strictObject(
    Object.fromEntries(strengths.map((name) => [name, z.int().min(0)])) as Record<Strength, z.ZodInt>,
  )
  .describe('Dated claims of each strength as shown on the day.')

/** How far an innovation has spread: dated claims by strength, year and province, each adding up to `dated`; the rest apart. */
export const spreadSummary = z.strictObject({
  innovation: z.strictObject({ code: innovationCode, name: text }),
  up_to_year: z.int().nullable(),
  as_of: day,
  dated: z.int().min(0),
  undated: z.int().min(0).describe('Known to exist by some day; on no curve.'),
  stopped: z.int().min(0),
  by_strength: counts,
  by_year: z.array(
    z.strictObject({
      year: z.int(),
      claims: z.int().min(0),
      cumulative: z.int().min(0),
      by_strength: counts,
    }),
  ),
  by_province: z.array(z.strictObject({ province: regionRef, claims: z.int().min(0), by_strength: counts })),
})
export type SpreadSummary = z.infer<typeof spreadSummary>

type Placed = Counted & { provinceCode: string; province: string }

/**
 * Counts claims up to the end of `upToYear` (all when null) with the strength shown on `today`. A dated claim counts
 * in the year of its latest possible day; an upper bound counts as undated once its day has passed.
 */
export function summariseSpread(
  claims: readonly Placed[],
  { upToYear, today }: { upToYear: number | null; today: string },
): Omit<SpreadSummary, 'innovation' | 'as_of' | 'up_to_year'> {
  const within = claims.filter((claim) => upToYear === null || yearOf(claim) <= upToYear)
  const dated = within.filter(isDated)
  const years = grouped(dated, yearOf).sort(([a], [b]) => a - b)
  const provinces = grouped(dated, ({ provinceCode }) => provinceCode).sort(([a], [b]) => a.localeCompare(b))
  let cumulative = 0
  return {
    dated: dated.length,
    undated: within.filter(isBound).length,
    stopped: within.filter(({ stoppedOn }) => stoppedOn !== null && stoppedOn <= today).length,
    by_strength: countByStrength(dated, today),
    by_year: years.map(([year, some]) => ({
      year,
      claims: some.length,
      cumulative: (cumulative += some.length),
      by_strength: countByStrength(some, today),
    })),
    by_province: provinces.map(([code, some]) => ({
      province: { code, name: some[0]!.province },
      claims: some.length,
      by_strength: countByStrength(some, today),
    })),
  }
}

function yearOf({ latest }: Placed): number {
  return Number(latest.slice(0, 4))
}

function grouped<Key>(claims: readonly Placed[], keyOf: (claim: Placed) => Key): [Key, Placed[]][] {
  const groups = new Map<Key, Placed[]>()
  for (const claim of claims) groups.set(keyOf(claim), [...(groups.get(keyOf(claim)) ?? []), claim])
  return [...groups]
}
