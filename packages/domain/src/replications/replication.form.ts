import { z } from 'zod'
import { isPartialDate, replicationForms } from '../claims/claim.ts'
import { reasonCodeText } from '../reasons/reason.form.ts'
import { stepNames } from '../lifecycle.ts'
import { badDay, badPartialDate, maybe, maybeDay, maybeLink, says, seenAt } from '../text/form-fields.ts'
import type { Says } from '../text/says.ts'
import { isCalendarDay } from '../time/clock.ts'
import { replicationLifecycle } from './replication.lifecycle.ts'
import { milestoneKinds } from './replication.ts'

const badYear: Says = { id: 'Tulis tahun, misalnya 2027.', en: 'Write a year, such as 2027.' }
const year = maybe(20)
  .refine((typed) => typed === null || /^20\d\d$/.test(typed), says(badYear))
  .transform((typed) => (typed === null ? null : Number(typed)))

const form = z
  .union([z.literal('').transform(() => null), z.enum(replicationForms)])
  .nullable()
  .default(null)

/** What begins a replication: for whom, by which route, under what name, for which budget year. */
export const startForm = z
  .object({
    /** Slug or id of the unit or organisation. */
    organisation: z.string().min(1).max(200),
    route: z.enum(['letter', 'running']),
    /** Code of the region where it will run; left out, where the organisation lies. */
    region: maybe(5),
    localName: maybe(160),
    year,
    form,
    letterNumber: maybe(120),
    letterOn: maybeDay,
    start: maybe(10).refine((typed) => typed === null || isPartialDate(typed), says(badPartialDate)),
  })
  .refine(({ route, start }) => route !== 'running' || start !== null, {
    path: ['start'],
    ...says({ id: 'Isi sejak kapan berjalan.', en: 'Fill in since when it runs.' }),
  })
export type StartForm = z.infer<typeof startForm>

/** A milestone as it is typed: when it is meant to be there, when it was, and its document. What is left empty stays. */
export const milestoneForm = z.object({
  kind: z.enum(milestoneKinds),
  plannedOn: maybeDay,
  reachedOn: maybeDay,
  number: maybe(120),
  note: maybe(1_000),
  link: maybeLink,
  seenAt,
})
export type MilestoneForm = z.infer<typeof milestoneForm>

/** What a replication is called, what it is meant to be, and what it stands on. */
export const factsForm = z.object({
  revision: z.coerce.number().int().min(0),
  region: maybe(5),
  localName: maybe(160),
  year,
  form,
  legalBasis: maybe(300),
  budgetLine: maybe(300),
  procedure: maybe(300),
})
export type FactsForm = z.infer<typeof factsForm>

/** What a step of a replication carries besides its name. */
export const replicationStepForm = z.object({
  step: z.enum(stepNames(replicationLifecycle)),
  reason: z.string().max(2_000).optional(),
  cause: z.union([z.literal(''), reasonCodeText]).optional(),
  day: z.string().max(10).optional(),
})

/** An innovation recommended to one or several organisations, with the reason and the day by which they answer. */
export const recommendForm = z.object({
  innovation: z.string().min(1).max(200),
  /** Slugs or names, one on each line. */
  organisations: z
    .string()
    .transform((typed) => [
      ...new Set(
        typed
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      ),
    ])
    .refine(
      (list) => list.length > 0 && list.length <= 100,
      says({
        id: 'Tulis 1 sampai 100 instansi, satu di tiap baris.',
        en: 'Write 1 to 100 organisations, one on each line.',
      }),
    ),
  why: z.string().trim().min(10).max(2_000),
  answerBy: maybeDay,
  /** The budget year it is meant for. */
  year,
})
export type RecommendForm = z.infer<typeof recommendForm>

/** A decision of a forum: who takes over what, under which name. */
export type ForumDecision = { organisation: string; innovation: string; localName: string | null }

const decisionLine: Says = {
  id: 'Tiap baris: instansi | inovasi | nama lokal (boleh kosong). 1 sampai 200 baris.',
  en: 'Each line: organisation | innovation | local name (may be empty). 1 to 200 lines.',
}

/** A session of a hub with its minute and what it decided. */
export const forumForm = z.object({
  hub: z.string().min(1).max(200),
  title: z.string().trim().min(3).max(200),
  heldOn: z.string().refine(isCalendarDay, says(badDay)),
  place: maybe(200),
  minuteNumber: z.string().trim().min(1).max(120),
  minute: z.string().trim().min(10).max(5_000),
  link: maybeLink,
  year,
  decisions: z.string().transform((typed, context): ForumDecision[] => {
    const lines = typed
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
    const rows = lines.map((line) => line.split('|').map((cell) => cell.trim()))
    if (
      rows.length === 0 ||
      rows.length > 200 ||
      rows.some((cells) => cells.length > 3 || !cells[0] || !cells[1])
    ) {
      context.addIssue({ code: 'custom', ...says(decisionLine) })
      return z.NEVER
    }
    return rows.map(([organisation, innovation, localName]) => ({
      organisation: organisation!,
      innovation: innovation!,
      localName: localName?.slice(0, 160) || null,
    }))
  }),
})
export type ForumForm = z.infer<typeof forumForm>
