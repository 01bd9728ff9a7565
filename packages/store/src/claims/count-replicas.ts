import { sql } from 'kysely'
import type { Tx } from '../db/transaction.ts'

/** `replicas` of these innovations: organisations with a dated claim that is neither withdrawn nor stopped. */
export async function countReplicas(db: Tx, innovationIds: readonly string[]): Promise<void> {
  await sql`
    update innovation i set replicas = coalesce(c.adopters, 0)
    from unnest(${innovationIds}::uuid[]) as given (id)
    left join (
      select innovation_id, count(distinct organisation_id)::int as adopters from claim
      where withdrawn_at is null and stopped_on is null and happening <> 'stopped' and precision <> 'by'
        and innovation_id = any(${innovationIds}::uuid[])
      group by innovation_id
    ) c on c.innovation_id = given.id
    where i.id = given.id and i.replicas <> coalesce(c.adopters, 0)`.execute(db)
}
