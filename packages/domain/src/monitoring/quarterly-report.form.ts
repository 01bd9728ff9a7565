import { z } from 'zod'
import { linksOf } from '../innovations/innovation-content.form.ts'
import { stepNames } from '../lifecycle.ts'
import { maybeRupiah } from '../action-plans/typed-money.ts'
import type { Says } from '../text/says.ts'
import { quarterlyReportLifecycle } from './quarterly-report.lifecycle.ts'
import { typedValues, withValues } from './reported-value.ts'
import type { ReportedValues } from './reported-value.ts'

const text = (max: number) =>
  z
    .string()
    .max(max)
    .nullish()
    .transform((typed) => (typed?.trim() ? typed.trim().replaceAll('\r\n', '\n') : null))

const badPhotos: Says = {
  id: 'Tulis alamat lengkap yang diawali https://, satu di tiap baris, paling banyak 10.',
  en: 'Write whole addresses that begin with https://, one on each line, at most 10.',
}

const badLine: Says = {
  id: 'Tiap baris: indikator | nilai. Paling banyak 20 baris.',
  en: 'Each line: indicator | value. At most 20 lines.',
}

function isIndicatorLine(line: string): boolean {
  const cells = line.split('|').map((cell) => cell.trim())
  return cells.length === 2 && cells[0] !== '' && cells[1] !== ''
}

/** Values of further indicators, a line each: `Waktu tunggu | 15 menit`. */
const indicatorLines = text(4_000).refine(
  (typed) => {
    const lines = (typed ?? '').split('\n').filter((line) => line.trim() !== '')
    return lines.length <= 20 && lines.every(isIndicatorLine)
  },
  { params: { says: badLine } },
)

/** What a unit tells of a quarter. A draft may be poor. */
export const reportContent = z.object({
  activities: text(6_000),
  /** Whole rupiah spent in this quarter. */
  realisation: maybeRupiah,
  /** What is measured beside the indicators of the blueprint. */
  indicators: indicatorLines,
  /** Of the indicators of the blueprint. */
  values: typedValues,
  obstacles: text(4_000),
  followUp: text(4_000),
  photos: text(5_500).refine(
    (typed) => {
      const lines = (typed ?? '').split('\n').filter((line) => line.trim() !== '')
      return lines.length <= 10 && lines.every((line) => linksOf(line.trim()).length === 1)
    },
    { params: { says: badPhotos } },
  ),
})
/** A report as it is stored: reports older than the indicators of blueprints have no values. */
export type ReportContent = Omit<z.infer<typeof reportContent>, 'values'> & { values?: ReportedValues }

/**
 * A report as it comes from a form or from what a browser kept: `key` is made where it is begun, so that what is sent twice
 * arrives once; `revision` is the one it was typed on, 0 for a new one.
 */
export const reportForm = z.preprocess(
  withValues,
  reportContent.extend({
    key: z.uuid(),
    revision: z.coerce.number().int().min(0).max(999_999_999).default(0),
    replication: z.string().trim().min(3).max(20),
    year: z.coerce.number().int().min(2000).max(2100),
    quarter: z.coerce.number().int().min(1).max(4),
  }),
)
export type ReportForm = z.infer<typeof reportForm>

/** What a step of a report carries besides its name. */
export const reportStepForm = z.object({
  step: z.enum(stepNames(quarterlyReportLifecycle)),
  reason: z.string().max(2_000).optional(),
})
