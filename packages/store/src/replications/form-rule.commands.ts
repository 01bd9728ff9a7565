import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { shippedFormRule } from '@semai/domain/replications/form-rule'
import type { FormRule } from '@semai/domain/replications/form-rule'
import { audit } from '../db/audit.ts'
import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'

/**
 * From now on forms are measured by this rule; what was measured before keeps the rule it was measured by. The caller has
 * checked who may. A version that is there already with the same numbers is taken up again by nobody: it changes nothing.
 * @throws Refusal conflict when a version of that name says something else; nothing is then written.
 */
export function adoptFormRule(
  db: Db,
  actor: Actor,
  { rule, now }: { rule: FormRule; now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const known =
      rule.version === shippedFormRule.version
        ? { rule: shippedFormRule }
        : await db
            .selectFrom('form_rule')
            .select('rule')
            .where('version', '=', rule.version)
            .executeTakeFirst()
    if (known && !isDeepStrictEqual(known.rule, rule)) throw versionTaken()
    const inserted = await db
      .insertInto('form_rule')
      .values({ version: rule.version, rule: JSON.stringify(rule), in_force_from: now })
      .onConflict((conflict) => conflict.column('version').doNothing())
      .executeTakeFirst()
    if (inserted.numInsertedOrUpdatedRows === 0n) return
    const detail = { version: rule.version }
    await audit(db, actor, { what: 'form_rule.adopt', subjectId: rule.version, at: now, detail })
  })
}

function versionTaken(): Refusal {
  return new Refusal('conflict', {
    id: 'Versi dengan nama ini sudah ada dengan isi lain. Aturan tidak diubah: beri versi yang baru.',
    en: 'A version of this name is there and says something else. A rule is never changed: name a new version.',
  })
}
