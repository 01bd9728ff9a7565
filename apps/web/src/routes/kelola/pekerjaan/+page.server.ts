import { z } from 'zod'
import { jobStates } from '@semai/domain/jobs/job'
import { retryJob } from '@semai/store/jobs/job.commands'
import { jobCounts, jobList } from '@semai/store/jobs/job.queries'
import { form } from '#lib/server/answer.ts'
import { isMailOn } from '#lib/server/mail-on.ts'
import type { Actions, PageServerLoad } from './$types'

const number = /^\d{1,18}$/

export const load: PageServerLoad = async ({ url, locals: { db, actor } }) => {
  const state = jobStates.find((one) => one === url.searchParams.get('keadaan'))
  const cursor = url.searchParams.get('cursor') ?? ''
  const before = number.test(cursor) ? cursor : undefined
  const [list, counts] = await Promise.all([jobList(db, actor, { state, before }), jobCounts(db, actor)])
  return { jobs: list.rows, next: list.next, counts, state: state ?? null, isMailOn }
}

export const actions: Actions = {
  retry: (event) =>
    form(event, z.object({ job: z.string().regex(number) }), async ({ job }) => {
      const { db, actor, now } = event.locals
      await retryJob(db, actor, { id: job, now })
      return { retried: true as const, typed: {}, faults: [], says: null }
    }),
}
