import type { ProgrammeEventRecord } from '@semai/domain/exchange/programme-event-record'
import { schemaVersion } from '@semai/domain/exchange/record-parts'
import type { OrganisationKind } from '@semai/domain/organisations/organisation'
import { publicActor } from '@semai/domain/people/actor'
import type { Db } from '../db/transaction.ts'
import { programmeEvents } from '../programme-events/programme-events.ts'

/** A page of what the programme did, as open records in order of their keys: only what the public may see. One query. */
export async function programmeEventRecords(
  db: Db,
  { after, limit }: { after: string | null; limit: number },
): Promise<ProgrammeEventRecord[]> {
  const rows = await programmeEvents(db, publicActor)
    .$if(after !== null, (query) => query.where('e.key', '>', after!))
    .orderBy('e.key')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    schema_version: schemaVersion,
    key: row.key,
    kind: row.kind,
    date: row.happened,
    innovation: row.innovationCode === null ? null : { code: row.innovationCode, name: row.innovation! },
    region: row.regionCode === null ? null : { code: row.regionCode, name: row.region! },
    organisation:
      row.organisationSlug === null
        ? null
        : {
            slug: row.organisationSlug,
            name: row.organisation!,
            kind: row.organisationKind as OrganisationKind,
          },
    about: row.aboutId === null ? null : { id: row.aboutId, en: row.aboutEn! },
    source: { name: row.source, url: row.sourceUrl },
  }))
}
