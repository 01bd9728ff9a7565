import { only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { mayReplicate } from '@semai/domain/replications/replication-parties'
import type { StartForm } from '@semai/domain/replications/replication.form'
import { dayIn } from '@semai/domain/time/clock'
import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { organisationIdOf, ownerOf } from '../organisations/owner-path.ts'
import { insertReplication } from './insert-replication.ts'
import { claimRunning } from './claim-running.ts'
import { tellOrigin } from './replication-news.ts'

export type Start = { innovationId: string; said: StartForm; now: Date; updateMonth: number }

/**
 * A replication of this innovation is begun for an organisation: by a letter of interest, which the origin is told of; or
 * as something that already runs, which is then also claimed.
 * @returns its code.
 * @throws Refusal forbidden | not-found | conflict | invalid; nothing is then written.
 */
export function startReplication(
  db: Db,
  actor: Actor,
  { innovationId, said, now, updateMonth }: Start,
): Promise<string> {
  return inTransaction(db, async (db) => {
    const organisationId = await organisationIdOf(db, said.organisation)
    if (!mayReplicate.allows(actor, await ownerOf(db, organisationId))) {
      throw new Refusal('forbidden', only(mayReplicate))
    }
    const today = dayIn(now)
    const isRunning = said.route === 'running'
    const { code } = await insertReplication(db, actor, {
      innovation_id: innovationId,
      organisationId,
      regionCode: said.region,
      local_name: said.localName,
      route: said.route,
      year: said.year,
      declared_form: said.form,
      state: isRunning ? 'running' : 'preparing',
      reached:
        said.route === 'letter' && said.letterNumber !== null
          ? [{ kind: 'interest_letter', on: said.letterOn ?? today, number: said.letterNumber }]
          : [],
      by: { role: 'author', organisationId },
      now,
    })
    if (isRunning) {
      await claimRunning(db, actor, { code, since: said.start ?? today, now, updateMonth })
    } else await tellOrigin(db, actor, { code, now })
    return code
  })
}
