import { z } from 'zod'
import { stepNames } from '../lifecycle.ts'
import { badDay, maybe, maybeLink, says, seenAt } from '../text/form-fields.ts'
import type { Says } from '../text/says.ts'
import { isCalendarDay } from '../time/clock.ts'
import { studyVisitLifecycle } from './study-visit.lifecycle.ts'

const people = z.coerce.number().int().min(1).max(500)

/** A day on which a host receives visitors: where or how, and how many. */
export const slotForm = z
  .object({
    heldOn: z.string().refine(isCalendarDay, says(badDay)),
    mode: z.enum(['on_site', 'virtual', 'both']),
    place: maybe(200),
    capacity: people,
    note: maybe(500),
  })
  .refine(({ mode, place }) => mode === 'virtual' || place !== null, {
    path: ['place'],
    ...says({ id: 'Isi tempatnya.', en: 'Fill in the place.' }),
  })
export type SlotForm = z.infer<typeof slotForm>

export const willingnesses = ['yes', 'limited', 'not_now'] as const
/** Whether the origin helps those who replicate. */
export type Willingness = (typeof willingnesses)[number]

export const willingnessNames: Record<Willingness, Says> = {
  yes: { id: 'Bersedia menerima', en: 'Receives visitors' },
  limited: { id: 'Bersedia, terbatas', en: 'Receives a few' },
  not_now: { id: 'Belum dapat menerima', en: 'Can not receive anyone now' },
}

/** What the origin says in public about helping those who replicate. */
export const hostStatementForm = z.object({
  willingness: z.enum(willingnesses),
  words: maybe(500),
})
export type HostStatementForm = z.infer<typeof hostStatementForm>

/** What somebody who replicates asks of a host: for which replication, with how many, and what they want to know. */
export const visitRequestForm = z.object({
  slot: z.string().min(1).max(40),
  /** Code of the replication. */
  replication: z.string().min(1).max(20),
  people,
  isVirtual: z.literal('on').optional().transform(Boolean),
  /** Questions tied to the gap, as text. */
  questions: z.string().trim().min(10).max(3_000),
})
export type VisitRequestForm = z.infer<typeof visitRequestForm>

/** What was learned, by the parts that a plan draws on. Source: domain.md 8, study visit. */
export const visitReportForm = z
  .object({
    process: maybe(3_000),
    cost: maybe(3_000),
    staff: maybe(3_000),
    regulation: maybe(3_000),
    failures: maybe(3_000),
    documents: maybe(2_000),
    link: maybeLink,
    seenAt,
  })
  .refine(({ seenAt: _seenAt, ...parts }) => Object.values(parts).some((part) => part !== null), {
    path: ['process'],
    ...says({ id: 'Isi sedikitnya satu temuan.', en: 'Fill in at least one finding.' }),
  })
export type VisitReportForm = z.infer<typeof visitReportForm>

/** What a step of a study visit carries besides its name. */
export const visitStepForm = z.object({
  step: z.enum(stepNames(studyVisitLifecycle)),
  reason: z.string().max(2_000).optional(),
  day: z.string().max(10).optional(),
})
