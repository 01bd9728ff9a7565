import { askedSeeding } from '#lib/spread/asked-seeding.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ url, locals }) => askedSeeding(url.searchParams, locals)
