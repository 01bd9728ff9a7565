import { only } from '@semai/domain/lifecycle'
import type { Actor, Grant } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { recommenderRoles } from '@semai/domain/replications/replication'
import type { RecommenderRole } from '@semai/domain/replications/replication'
import type { RecommendForm } from '@semai/domain/replications/replication.form'
import { recommends } from '@semai/domain/replications/replication-parties'
import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { insertReplication } from './insert-replication.ts'
import { namedInnovations, namedOrganisations } from './named-records.ts'
import { tellAdopter } from './replication-news.ts'

/**
 * An innovation is recommended to each of these organisations, which are told and answer by themselves: all of them or,
 * where one cannot be, none.
 * @returns the codes, in the order given.
 * @throws Refusal forbidden | invalid | conflict; nothing is then written.
 */
export function recommend(
  db: Db,
  actor: Actor,
  { said, now }: { said: RecommendForm; now: Date },
): Promise<string[]> {
  return inTransaction(db, async (db) => {
    if (!recommends.allows(actor, null)) throw new Refusal('forbidden', only(recommends))
    const { role, organisationId } = actor.grants.find(isRecommender)!
    const [innovation] = await namedInnovations(db, [said.innovation], 'innovation')
    const adopters = await namedOrganisations(db, said.organisations, 'organisations')
    const codes: string[] = []
    for (const { id } of adopters) {
      const { code } = await insertReplication(db, actor, {
        innovation_id: innovation!.id,
        organisationId: id,
        local_name: null,
        route: 'recommendation',
        state: 'proposed',
        year: said.year,
        recommended_by: organisationId,
        recommended_as: role,
        recommended_why: said.why,
        answer_by: said.answerBy,
        by: { role, organisationId },
        now,
      })
      await tellAdopter(db, actor, { code, now })
      codes.push(code)
    }
    return codes
  })
}

function isRecommender(grant: Grant): grant is Grant & { role: RecommenderRole } {
  return (recommenderRoles as readonly string[]).includes(grant.role)
}
