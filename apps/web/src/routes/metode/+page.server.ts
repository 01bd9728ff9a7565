import { formRuleInForce } from '@semai/store/replications/fork-columns'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { db } }) => ({ rule: await formRuleInForce(db) })
