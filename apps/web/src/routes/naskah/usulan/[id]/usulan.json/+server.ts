import { proposalRecord } from '@semai/domain/proposals/proposal-form'
import { proposalPage } from '@semai/store/proposals/proposal-edit.queries'
import { savedAs } from '#lib/blueprints/blueprint-file.ts'
import { page } from '#lib/server/answer.ts'
import type { RequestHandler } from './$types'

/** The proposal with its form, for programs. */
export const GET: RequestHandler = ({ params, locals: { db, actor, now } }) =>
  page(async () => {
    const { form, content, code, name, slug, savedAt } = await proposalPage(db, actor, { id: params.id, now })
    const record = proposalRecord(form, content, { code, name, saved_at: savedAt.toISOString() })
    return savedAs(`usulan-${slug}.json`, 'application/json', `${JSON.stringify(record, null, 2)}\n`)
  })
