import { proposalText } from '@semai/domain/proposals/proposal-form'
import { proposalPage } from '@semai/store/proposals/proposal-edit.queries'
import { savedAs } from '#lib/blueprints/blueprint-file.ts'
import { page } from '#lib/server/answer.ts'
import type { RequestHandler } from './$types'

/** The proposal as one text, to be pasted where it is asked for. */
export const GET: RequestHandler = ({ params, locals: { db, actor, now } }) =>
  page(async () => {
    const { form, content, name, slug } = await proposalPage(db, actor, { id: params.id, now })
    return savedAs(`usulan-${slug}.txt`, 'text/plain', proposalText(form, content, name))
  })
