import { z } from 'zod'
import { stepNames } from '../lifecycle.ts'
import { badDay, maybe, maybeDay, maybeLink, says } from '../text/form-fields.ts'
import type { Says } from '../text/says.ts'
import { isCalendarDay } from '../time/clock.ts'
import { maturityLifecycle } from './maturity.lifecycle.ts'

const day = z.string().refine(isCalendarDay, says(badDay))

/** A decree that designates a hub: which, its number and days, and whom it is in charge of. */
export const decreeForm = z
  .object({
    /** Slug or name of a region, or of an organisation. */
    hub: z.string().trim().min(2).max(200),
    number: z.string().trim().min(3).max(120),
    decidedOn: day,
    validFrom: day,
    validUntil: maybeDay,
    /** Regions and agencies by slug or name, one on each line. */
    scope: z
      .string()
      .max(20_000)
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
          id: 'Tulis 1 sampai 100 daerah atau instansi, satu di tiap baris.',
          en: 'Write 1 to 100 regions or agencies, one on each line.',
        }),
      ),
    link: maybeLink,
    note: maybe(1_000),
  })
  .refine(({ validFrom, validUntil }) => validUntil === null || validUntil >= validFrom, {
    path: ['validUntil'],
    ...says({ id: 'Hari ini sebelum mulai berlaku.', en: 'That is before it begins to be valid.' }),
  })
export type DecreeForm = z.infer<typeof decreeForm>

/** The year a hub begins to assess itself for. */
export const startMaturityForm = z.object({ year: z.coerce.number().int().min(2015).max(2100) })

/** What a step of an assessment carries besides its name. */
export const maturityStepForm = z.object({
  step: z.enum(stepNames(maturityLifecycle)),
  reason: z.string().max(2_000).optional(),
})

/** An item's level with words beside it; null where none is chosen. */
export type LeveledItem = { key: string; level: number | null; words: string | null }

const badLevel: Says = { id: 'Pilih tingkat dari daftar.', en: 'Choose a level from the list.' }

/** Levels as a page sends them: `level_KEY` with `words_KEY`, and the revision they were typed on. */
export const levelsForm = z
  .object({ revision: z.coerce.number().int().min(0) })
  .catchall(z.string().max(2_000))
  .refine(
    (fields) =>
      Object.entries(fields).every(
        ([name, typed]) => !name.startsWith('level_') || typed === '' || /^\d$/.test(String(typed)),
      ),
    says(badLevel),
  )
  .transform(({ revision, ...fields }) => ({
    revision,
    levels: Object.entries(fields).flatMap(([name, typed]): LeveledItem[] => {
      const key = /^level_(\w+)$/.exec(name)?.[1]
      if (key === undefined) return []
      const words = String(fields[`words_${key}`] ?? '').trim()
      return [{ key, level: typed === '' ? null : Number(typed), words: words || null }]
    }),
  }))
export type LevelsForm = z.infer<typeof levelsForm>
