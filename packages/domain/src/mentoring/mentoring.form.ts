import { z } from 'zod'
import { stepNames } from '../lifecycle.ts'
import { badDay, maybe, says } from '../text/form-fields.ts'
import { isCalendarDay } from '../time/clock.ts'
import { engagementLifecycle } from './engagement.lifecycle.ts'

const day = z.string().refine(isCalendarDay, says(badDay))
const words = (least: number, most: number) => z.string().trim().min(least).max(most)

export const teamParts = ['lead', 'expert', 'facilitator', 'secretary'] as const
/** What somebody is in a team. */
export type TeamPart = (typeof teamParts)[number]

/** A team that is formed: its name, its university, the decree that names it. */
export const teamForm = z.object({ name: words(3, 160), university: words(3, 160), decree: maybe(120) })
export type TeamForm = z.infer<typeof teamForm>

/** Somebody who joins a team, by the e-mail address of the account. */
export const memberForm = z.object({
  team: z.string().min(1).max(40),
  email: z.string().trim().min(3).max(200),
  part: z.enum(teamParts),
  since: day,
})
export type MemberForm = z.infer<typeof memberForm>

/** Somebody who leaves a team. */
export const leaveForm = z.object({ member: z.string().min(1).max(40), until: day })
export type LeaveForm = z.infer<typeof leaveForm>

/** An engagement that begins: which team, whom, what about, from which stage, when. */
export const engagementForm = z
  .object({
    team: z.string().min(1).max(40),
    /** Slug or name. */
    organisation: words(1, 200),
    /** Code of a replication. */
    replication: maybe(20),
    /** Id of a need, or the address of its page. */
    need: maybe(200).transform((typed) => typed?.split('/').at(-1) ?? null),
    purpose: words(5, 1_000),
    stage: z.string().min(1).max(40),
    startedOn: day,
    /** Id of the member in charge. */
    mentor: maybe(40),
  })
  .refine(({ replication, need }) => replication === null || need === null, {
    path: ['need'],
    ...says({
      id: 'Isi replikasi atau kebutuhan, jangan keduanya.',
      en: 'Fill in a replication or a need, not both.',
    }),
  })
export type EngagementForm = z.infer<typeof engagementForm>

export const visitModes = ['on_site', 'online', 'consultation'] as const
export type VisitMode = (typeof visitModes)[number]

/** A visit or consultation with its notes, and what was agreed. */
export const mentoringVisitForm = z.object({
  heldOn: day,
  mode: z.enum(visitModes),
  notes: words(5, 4_000),
  agreed: maybe(2_000),
})
export type MentoringVisitForm = z.infer<typeof mentoringVisitForm>

/** A stage that is finished on a day. */
export const finishStageForm = z.object({ position: z.coerce.number().int().positive(), day })

/** From a day on, time does not count, for a reason. */
export const pauseForm = z.object({ from: day, why: words(5, 1_000) })

/** From a day on, time counts again. */
export const resumeForm = z.object({ until: day })

/** What a step of an engagement carries besides its name. */
export const engagementStepForm = z.object({
  step: z.enum(stepNames(engagementLifecycle)),
  reason: z.string().max(2_000).optional(),
})

/** A team that ends. */
export const endTeamForm = z.object({ team: z.string().min(1).max(40) })
