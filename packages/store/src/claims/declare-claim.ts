import { dateInterval } from '@semai/domain/claims/claim'
import type { ReplicationForm } from '@semai/domain/claims/claim'
import type { DeclareForm } from '@semai/domain/claims/claim.form'
import { mayDeclare } from '@semai/domain/claims/claim-parties'
import { validUntil } from '@semai/domain/claims/validity'
import { only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import type { Says } from '@semai/domain/text/says'
import { dayIn } from '@semai/domain/time/clock'
import { sql } from 'kysely'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { ensureSource } from '../exchange/ensure-source.ts'
import { organisationIdOf } from '../organisations/owner-path.ts'
import { countReplicas } from './count-replicas.ts'
import { sideOf } from './claim-sides.ts'

/** What is declared. A replication may run before its form was named. */
export type Declaration = {
  innovationId: string
  said: Omit<DeclareForm, 'form'> & { form: ReplicationForm | null }
  now: Date
  updateMonth: number
}

/**
 * A claim stands: this organisation runs the innovation, by its own word. An imported claim of the same kind stays
 * beside it, with its source.
 * @throws Refusal forbidden | not-found | invalid for a date to come or a place that is missing | conflict when the
 *   organisation declared it before or it is its own innovation; nothing is then written.
 */
export function declareClaim(db: Db, actor: Actor, declaration: Declaration): Promise<string> {
  return inTransaction(db, async (db) => {
    const { innovationId, said, now } = declaration
    const adopter = await adopterOf(db, said)
    if (!mayDeclare.allows(actor, adopter)) throw new Refusal('forbidden', only(mayDeclare))
    const { organisation_id: originId } = await db
      .selectFrom('innovation')
      .select('organisation_id')
      .where('id', '=', innovationId)
      .executeTakeFirstOrThrow()
    if (originId === adopter.id) throw itsOwn()
    const id = await insertClaim(db, declaration, adopter)
    await db
      .insertInto('claim_step')
      .values({
        id: uuidv7(),
        claim_id: id,
        step: 'start',
        from_state: 'stands',
        to_state: 'stands',
        reason_code: null,
        reason: said.evidence,
        day: null,
        link: said.evidenceLink,
        role: 'author',
        organisation_id: adopter.id,
        person_id: actor.personId,
        at: now,
      })
      .execute()
    await countReplicas(db, [innovationId])
    const detail = { innovation: innovationId, organisation: adopter.id }
    await audit(db, actor, { what: 'claim.start', subjectId: id, at: now, detail })
    return id
  })
}

type Adopter = Awaited<ReturnType<typeof adopterOf>>

/** The unit with its institution, and where it lies: as said, or where the organisation is. */
async function adopterOf(db: Tx, { organisation, region }: Declaration['said']) {
  const id = await organisationIdOf(db, organisation)
  const row = await db
    .selectFrom('organisation as a')
    .select(['a.id', 'a.name', sideOf('a.id').as('side')])
    .where('a.id', '=', id)
    .executeTakeFirstOrThrow()
  const regionCode = region ?? row.side.regionCode
  const place = await db
    .selectFrom('region')
    .select(['code', 'has_government'])
    .where('code', '=', regionCode ?? '')
    .executeTakeFirst()
  if (!place)
    throw fault('region', { id: 'Pilih daerah tempatnya berjalan.', en: 'Choose the region where it runs.' })
  if (!place.has_government) {
    throw fault('region', {
      id: 'Daerah ini tidak punya pemerintah sendiri. Pilih Provinsi DKI Jakarta.',
      en: 'This region has no government of its own. Choose the province of Jakarta.',
    })
  }
  return { ...row.side, id, name: row.name, regionCode: place.code }
}

async function insertClaim(db: Tx, declaration: Declaration, adopter: Adopter): Promise<string> {
  const { said, now } = declaration
  const id = uuidv7()
  const source = await ensureSource(db, `Pernyataan ${adopter.name}`, said.evidenceLink)
  const inserted = await db
    .insertInto('claim')
    .values({ id, source_key: `semai:${id}`, source_id: source, ...claimColumns(declaration, adopter) })
    .onConflict((conflict) =>
      conflict
        .columns(['innovation_id', 'organisation_id', 'unit_id'])
        .where(sql<boolean>`source_key like 'semai:%' and withdrawn_at is null`)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  if (!inserted) throw declaredBefore()
  const act = {
    act: 'declared',
    organisation_id: adopter.id,
    acted_on: dayIn(now),
    note: said.evidence,
  } as const
  await db
    .insertInto('claim_act')
    .values({ id: uuidv7(), claim_id: id, source_id: source, ...act })
    .execute()
  return id
}

/** @throws Refusal invalid for a date that is still to come. */
function claimColumns({ innovationId, said, now, updateMonth }: Declaration, adopter: Adopter) {
  const today = dayIn(now)
  const date = dateInterval(said.start, said.bound)
  if ((date.earliest ?? date.latest) > today) {
    throw fault('start', { id: 'Tanggal ini belum tiba.', en: 'This date is still to come.' })
  }
  const isSecured = said.legalBasis !== null && said.budgetLine !== null
  return {
    innovation_id: innovationId,
    organisation_id: adopter.institutionId,
    unit_id: adopter.id === adopter.institutionId ? null : adopter.id,
    region_code: adopter.regionCode,
    local_name: said.localName,
    kind: 'state' as const,
    happening: 'running' as const,
    ...date,
    strength: 'declared' as const,
    valid_until: validUntil(today, { updateMonth, isSecured }),
    batch: null,
    note: null,
    stopped_on: null,
    stop_reason: null,
    withdrawn_at: null,
    form: said.form,
    scope: said.scope,
    legal_basis: said.legalBasis,
    budget_line: said.budgetLine,
    declared_at: now,
    recorded_at: now,
    updated_at: now,
  }
}

function fault(field: string, says: Says): Refusal {
  return new Refusal('invalid', says, [{ field, says }])
}

function itsOwn(): Refusal {
  return fault('organisation', {
    id: 'Ini inovasi unit itu sendiri. Yang dinyatakan di sini: menjalankan inovasi dari unit lain.',
    en: 'This is the own innovation of that unit. What is declared here is running one of somebody else.',
  })
}

function declaredBefore(): Refusal {
  const says = {
    id: 'Unit ini sudah menyatakan menjalankannya. Buka klaimnya dari Tugas saya untuk memperbaruinya.',
    en: 'This unit has declared that it runs this. Open that claim from My desk to renew it.',
  }
  return new Refusal('conflict', says, [{ field: 'organisation', says }])
}
