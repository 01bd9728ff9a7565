import { redirect } from '@sveltejs/kit'
import { holidaysForm, stagesForm } from '@semai/domain/mentoring/mentoring-rules.form'
import { mentoringRules } from '@semai/store/mentoring/mentoring-rules'
import { saveHolidays, saveStages } from '@semai/store/mentoring/mentoring-rules.commands'
import { form } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ url, locals: { db } }) => {
  const { stages, holidays } = await mentoringRules(db)
  const lines = stages
    .filter(({ isRetired }) => !isRetired)
    .map(({ key, label, promisedDays }) => [key, label.id, label.en, promisedDays].join(' | '))
  return {
    stages: lines.join('\n'),
    holidays: holidays.map(({ day, name }) => `${day} | ${name}`).join('\n'),
    isSaved: url.searchParams.has('tersimpan'),
  }
}

const saved = (lang: 'id' | 'en') => redirect(303, href(lang, '/kelola/pendampingan?tersimpan=1'))

export const actions: Actions = {
  stages: (event) =>
    form(event, stagesForm, async ({ stages }) => {
      const { db, actor, now, lang } = event.locals
      await saveStages(db, actor, { stages, now })
      saved(lang)
    }),
  holidays: (event) =>
    form(event, holidaysForm, async ({ holidays }) => {
      const { db, actor, now, lang } = event.locals
      await saveHolidays(db, actor, { holidays, now })
      saved(lang)
    }),
}
