import type { Component } from '@semai/domain/blueprints/blueprint'
import { Refusal } from '@semai/domain/refusal'
import type { ForkOrigin } from '@semai/domain/replications/fork'
import type { Tx } from '../db/transaction.ts'

/**
 * A published version of one of the replica's origins.
 * @throws Refusal not-found.
 */
export async function originVersion(
  db: Tx,
  { replicationId, slug, version }: { replicationId: string; slug: string; version: number },
): Promise<{ at: ForkOrigin; components: Component[] }> {
  const row = await db
    .selectFrom('replication_origin as t')
    .innerJoin('innovation as i', 'i.id', 't.innovation_id')
    .innerJoin('blueprint as b', (join) =>
      join.onRef('b.innovation_id', '=', 'i.id').on('b.replication_id', 'is', null),
    )
    .innerJoin('blueprint_version as v', 'v.blueprint_id', 'b.id')
    .select(['b.id', 'v.content'])
    .where('t.replication_id', '=', replicationId)
    .where('i.slug', '=', slug)
    .where('v.number', '=', version)
    .executeTakeFirst()
  if (!row) throw noSuchOrigin()
  return { at: { blueprint: row.id, version }, components: row.content.components }
}

const noSuchOrigin = () =>
  new Refusal('not-found', {
    id: 'Versi itu tidak ada di antara asal replikasi ini. Pilih dari daftar.',
    en: 'That version is not among the origins of this replication. Choose from the list.',
  })
