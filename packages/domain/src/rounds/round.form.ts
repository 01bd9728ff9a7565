import { z } from 'zod'
import { competitions } from '../innovations/award.ts'
import { stepNames } from '../lifecycle.ts'
import { badDay, maybe, maybeDay, maybeLink, says } from '../text/form-fields.ts'
import { slugOf } from '../text/slug.ts'
import type { Says } from '../text/says.ts'
import { atClock, isCalendarDay } from '../time/clock.ts'
import { combinings, roundObjects } from './round.ts'
import type { Criterion } from './round.ts'
import { roundLifecycle } from './round.lifecycle.ts'

const day = z.string().refine(isCalendarDay, says(badDay))
/** The whole hour of a deadline, by the clock of western Indonesia; 24 is the end of the day. */
const hour = z.coerce.number().int().min(0).max(24)
const id = z.uuid()
const name = z.string().trim().min(3).max(160)

/** What a round is and until when it is answered. */
export const roundForm = z
  .object({
    revision: z.coerce.number().int().min(0).default(0),
    name,
    year: z.coerce.number().int().min(2014).max(2100),
    opensOn: day,
    untilDay: day,
    untilHour: hour,
    /** By when assessments are to be sent; null for no such day. */
    assessUntil: maybeDay,
    /** Assessments that every locus gets, at least. */
    assessors: z.coerce.number().int().min(1).max(9),
    combining: z.enum(combinings),
    basis: maybe(300),
    basisLink: maybeLink,
    /** The code of an earlier round whose form is taken over, for a new one; `template` for that which is shipped. */
    formOf: maybe(40),
  })
  .refine(({ opensOn, untilDay }) => opensOn <= untilDay, {
    path: ['untilDay'],
    ...says({
      id: 'Batas waktu tidak boleh sebelum dibuka.',
      en: 'The deadline cannot come before the opening.',
    }),
  })
  .refine(({ untilDay, assessUntil }) => assessUntil === null || untilDay <= assessUntil, {
    path: ['assessUntil'],
    ...says({
      id: 'Penilaian tidak mungkin selesai sebelum batas waktu jawaban.',
      en: 'Assessing cannot end before the deadline of the answers.',
    }),
  })
  .transform(({ untilDay, untilHour, ...said }) => ({
    ...said,
    answersUntil: atClock(untilDay, untilHour, 'WIB'),
  }))
export type RoundForm = z.infer<typeof roundForm>

const badCriteria: Says = {
  id: 'Tulis tiap kriteria sebagai: bobot | nama Indonesia | nama Inggris. Bobot bilangan bulat, jumlahnya 100, paling banyak 12 kriteria.',
  en: 'Write each criterion as: weight | Indonesian name | English name. Weights are whole numbers that make 100, at most 12 criteria.',
}

/**
 * The criteria of a group as lines `weight | Indonesian | English`; null where they are not such.
 * @example criteriaOf('100 | Dampak | Effect') // [{ key: 'dampak', name: { id: 'Dampak', en: 'Effect' }, weight: 100 }]
 */
export function criteriaOf(typed: string): Criterion[] | null {
  const rows = typed
    .split('\n')
    .flatMap((line) => (line.trim() === '' ? [] : [line.split('|').map((cell) => cell.trim())]))
  const criteria = rows.flatMap(([weight = '', id = '', en = '', ...more]) =>
    more.length === 0 &&
    /^[1-9]\d{0,2}$/.test(weight) &&
    id !== '' &&
    en !== '' &&
    slugOf(id) !== '' &&
    id.length <= 120 &&
    en.length <= 120
      ? [{ key: slugOf(id), name: { id, en }, weight: Number(weight) }]
      : [],
  )
  const isWhole = criteria.reduce((sum, { weight }) => sum + weight, 0) === 100
  const areApart = new Set(criteria.map(({ key }) => key)).size === criteria.length
  return criteria.length === rows.length && criteria.length <= 12 && isWhole && areApart ? criteria : null
}

/** A group of a round: what its loci are, what is scored, how many are honoured. */
export const roundGroupForm = z.object({
  nameId: name,
  nameEn: name,
  objects: z.enum(roundObjects),
  awards: z.coerce.number().int().min(1).max(500),
  /** What the presentation weighs in the final score, in per cent; 0 for no presentations. */
  presentationPerCent: z.coerce.number().int().min(0).max(90),
  criteria: z
    .string()
    .max(4_000)
    .refine((typed) => criteriaOf(typed) !== null, says(badCriteria))
    .transform((typed) => criteriaOf(typed)!),
})
export type RoundGroupForm = z.infer<typeof roundGroupForm>

/** Which records of the catalogue become loci of a group: innovations by their awards, replications that run, whoever answers. */
export const drawLociForm = z
  .object({
    group: id,
    competition: z.enum([...competitions, '']).optional(),
    fromYear: z.coerce.number().int().min(2010).max(2100),
    toYear: z.coerce.number().int().min(2010).max(2100),
  })
  .refine(({ fromYear, toYear }) => fromYear <= toYear, {
    path: ['toYear'],
    ...says({
      id: 'Tahun akhir tidak boleh sebelum tahun awal.',
      en: 'The last year cannot come before the first.',
    }),
  })
export type DrawLociForm = z.infer<typeof drawLociForm>

/** One locus added by hand. */
export const addLocusForm = z.object({
  group: id,
  /** Code, address or full name of the innovation, code of the replication, or address or name of the organisation. */
  record: z.string().trim().min(2).max(200),
  /** Why it is added. */
  why: z.string().trim().min(5).max(300),
})
export type AddLocusForm = z.infer<typeof addLocusForm>

/** More time for one locus. */
export const extendForm = z
  .object({ locus: id, extendedDay: day, extendedHour: hour, reason: z.string().trim().min(5).max(1_000) })
  .transform(({ extendedDay, extendedHour, ...said }) => ({
    ...said,
    until: atClock(extendedDay, extendedHour, 'WIB'),
  }))
export type ExtendForm = z.infer<typeof extendForm>

/** A step of a round. */
export const roundStepForm = z.object({
  step: z.enum(stepNames(roundLifecycle)),
  reason: z.string().max(2_000).optional(),
})

/** When and where a locus presents. */
export const presentationForm = z.object({
  locus: id,
  presentsOn: day,
  presentsAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  place: maybe(200),
  link: maybeLink,
})
export type PresentationForm = z.infer<typeof presentationForm>

/** A score and why, in whole points. */
export const pointsForm = z.object({
  score: z.coerce.number().int().min(0).max(100),
  reason: z.string().trim().min(5).max(2_000),
})
export type PointsForm = z.infer<typeof pointsForm>

/** What is decided about a locus. */
export const awardForm = z.object({
  locus: id,
  awarded: z.enum(['yes', 'no']),
  reason: maybe(1_000),
})
export type AwardForm = z.infer<typeof awardForm>
