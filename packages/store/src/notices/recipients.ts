import type { Owned, Rule } from '@semai/domain/people/access'
import { personActor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { grantsInForce } from '../people/grants-in-force.ts'

/**
 * The people whom a rule allows something about a record, by the grants they hold now. Whoever may do a
 * thing is told of it: the rule that opens the door also addresses the letter. One query.
 */
export async function peopleAllowed<Subject extends Owned>(
  db: Db,
  rule: Rule<Subject>,
  { subject, now }: { subject: Subject; now: Date },
): Promise<string[]> {
  const rows = await db
    .selectFrom('person as p')
    .select(['p.id', grantsInForce(now).as('grants')])
    .where('p.deactivated_at', 'is', null)
    .where(
      sql<boolean>`exists (select from role_grant g where g.person_id = p.id and g.revoked_at is null
        and (g.organisation_id = any(${[...subject.ownerPath]}::uuid[]) or g.province_code = ${subject.provinceCode}))`,
    )
    .orderBy('p.id')
    .execute()
  return rows.flatMap(({ id, grants }) => (rule.allows(personActor(id, grants), subject) ? [id] : []))
}
