import { mayStateManagement } from '@semai/domain/organisations/agency-management.form'
import type { Actor } from '@semai/domain/people/actor'
import type { Db } from '../db/transaction.ts'
import { ownerOf } from './owner-path.ts'

/** What an agency stated of each year, newest first; the file of the decree by its id and size. One query. */
export function statedYears(db: Db, organisationId: string) {
  return db
    .selectFrom('agency_management as m')
    .leftJoin('file as f', 'f.id', 'm.decree_file_id')
    .leftJoin('file_content as c', 'c.sha256', 'f.content_sha256')
    .select(['m.year', 'm.strategy', 'm.decree_number as decreeNumber', 'm.decree_on as decreeOn'])
    .select(['m.team', 'm.budget_rupiah as budgetRupiah', 'm.revision', 'm.updated_at as updatedAt'])
    .select(['f.id as fileId', 'f.name as fileName', 'f.kind as fileKind', 'c.bytes as fileBytes'])
    .where('m.organisation_id', '=', organisationId)
    .orderBy('m.year', 'desc')
    .execute()
}
export type YearStated = Awaited<ReturnType<typeof statedYears>>[number]

/** Whether a person may state how this agency manages innovation: for offering it, the command asks again. One query. */
export async function mayStateFor(db: Db, actor: Actor, organisationId: string): Promise<boolean> {
  return mayStateManagement.allows(actor, await ownerOf(db, organisationId))
}
