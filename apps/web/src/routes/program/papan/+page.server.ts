import { chosenProgrammes } from '#lib/scaling/chosen-programmes.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ url, locals }) => ({
  ...(await chosenProgrammes(locals, url)),
  today: locals.today,
})
