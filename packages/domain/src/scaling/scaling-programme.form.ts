import { z } from 'zod'
import { isPartialDate } from '../claims/claim.ts'
import { linksOf } from '../innovations/innovation-content.form.ts'
import { badPartialDate, maybe, maybeLink, says } from '../text/form-fields.ts'
import type { Says } from '../text/says.ts'

/** The lines of a field, cut at `|`; blank lines are left out. */
const linesOf = (typed: string | undefined) =>
  (typed ?? '').split('\n').flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim())
    return cells.every((cell) => cell === '') ? [] : [cells]
  })
const lines = (max = 30_000) => z.string().max(max).optional().transform(linesOf)
const isYear = (text: string) => /^20\d{2}$/.test(text)

const badInnovations: Says = {
  id: 'Tulis 1 sampai 10 inovasi, satu di tiap baris.',
  en: 'Write 1 to 10 innovations, one on each line.',
}
const badBases: Says = {
  id: 'Tulis tiap dasar hukum sebagai: nama dan nomor | alamat https:// (boleh kosong).',
  en: 'Write each legal basis as: name and number | address https:// (may be left out).',
}
const badTargets: Says = {
  id: 'Tulis tiap sasaran sebagai: tahun | jumlah daerah | sumbernya. Tiap tahun sekali, jumlahnya kumulatif.',
  en: 'Write each target as: year | number of regions | its source. Each year once; numbers are cumulative.',
}
const badRegions: Says = {
  id: 'Tulis tiap daerah sebagai: nama atau alamat singkat | tahun (boleh kosong). Tiap daerah sekali, paling banyak 600.',
  en: 'Write each region as: name or short address | year (may be left out). Each once, at most 600.',
}

const bases = lines()
  .refine(
    (rows) =>
      rows.length <= 20 &&
      rows.every(
        ([title, link, ...more]) =>
          title!.length >= 3 && title!.length <= 300 && more.length === 0 && isLinkOrNone(link),
      ),
    says(badBases),
  )
  .transform((rows) => rows.map(([title, link]) => ({ title: title!, link: link || null })))

const targets = lines()
  .refine((rows) => rows.length <= 50 && rows.every(isTarget) && areGrowing(rows), says(badTargets))
  .transform((rows) =>
    rows
      .map(([year, regions, source]) => ({ year: Number(year), regions: Number(regions), source: source! }))
      .toSorted((a, b) => a.year - b.year),
  )

const regions = lines()
  .refine(
    (rows) =>
      rows.length <= 600 &&
      new Set(rows.map(([name]) => name!.toLowerCase())).size === rows.length &&
      rows.every(
        ([name, year = '', ...more]) => name !== '' && more.length === 0 && (year === '' || isYear(year)),
      ),
    says(badRegions),
  )
  .transform((rows) => rows.map(([name, year]) => ({ name: name!, byYear: year ? Number(year) : null })))

/** A programme as its ministry writes it down: lists one entry on each line, its parts divided by `|`. */
export const scalingProgrammeForm = z.object({
  revision: z.coerce.number().int().min(0).default(0),
  name: z.string().trim().min(3).max(200),
  /** Slug or name of the ministry in charge. */
  owner: z.string().trim().min(2).max(200),
  innovations: lines(5_000)
    .transform((rows) => [...new Set(rows.map((cells) => cells.join(' | ')))])
    .refine((list) => list.length > 0 && list.length <= 10, says(badInnovations)),
  namedOn: maybe(10).refine((typed) => typed === null || isPartialDate(typed), says(badPartialDate)),
  protection: maybe(2_000),
  source: maybe(300),
  sourceLink: maybeLink,
  bases,
  targets,
  regions,
})
export type ScalingProgrammeForm = z.infer<typeof scalingProgrammeForm>

function isLinkOrNone(link: string | undefined): boolean {
  return link === undefined || link === '' || (link.length <= 500 && linksOf(link).length === 1)
}

function isTarget([year, regions, source, ...more]: string[]): boolean {
  const isCount = /^\d{1,4}$/.test(regions ?? '') && Number(regions) > 0
  return isYear(year!) && isCount && (source?.length ?? 0) >= 3 && source!.length <= 300 && more.length === 0
}

/** Each year once, and no year below one before it. */
function areGrowing(rows: readonly string[][]): boolean {
  const inOrder = rows.toSorted(([a], [b]) => Number(a) - Number(b))
  return inOrder.every(([year, regions], i) => {
    const before = inOrder[i - 1]
    return before === undefined || (year !== before[0] && Number(regions) >= Number(before[1]))
  })
}
