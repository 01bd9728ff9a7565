import { z } from 'zod'
import { zoneNames } from '../time/zone-of-province.ts'
import { mailChoices } from './notice.ts'
import { optionalNotices } from './preference.ts'
import type { Preference } from './preference.ts'
import type { NoticeKind } from './notice-kinds.ts'

const hour = z.coerce.number().int().min(0).max(23)

const choices = Object.fromEntries(
  optionalNotices.flatMap((kind) => [
    [`${kind}.app`, z.literal('on').optional()],
    [`${kind}.mail`, z.enum(mailChoices)],
  ]),
)

const habits = z.object({
  lang: z.enum(['id', 'en']),
  zone: z.enum(zoneNames),
  quiet: z.literal('on').optional(),
  from: hour,
  until: hour,
})
export type PreferenceForm = z.infer<typeof habits>

const endless = {
  id: 'Jam tenang harus berakhir pada jam yang lain dari mulainya. Ubah salah satunya, atau matikan jam tenang.',
  en: 'Quiet hours must end at another hour than they begin. Change one of them, or switch quiet hours off.',
}

/**
 * What the page of preferences sends: language, clock, quiet hours, and a box and a choice for each kind that leaves one,
 * which `chosenIn` reads.
 */
export const preferenceForm = habits.extend(choices).refine(
  (form) => {
    const { quiet, from, until } = form as PreferenceForm
    return quiet === undefined || from !== until
  },
  { path: ['until'], params: { says: endless } },
) as unknown as z.ZodType<PreferenceForm>

/** The choices of the form, by kind. */
export function chosenIn(form: PreferenceForm): { kind: NoticeKind; preference: Preference }[] {
  const given = form as unknown as Record<string, string | undefined>
  return optionalNotices.map((kind) => ({
    kind,
    preference: {
      isInApp: given[`${kind}.app`] === 'on',
      mail: given[`${kind}.mail`] as Preference['mail'],
    },
  }))
}
