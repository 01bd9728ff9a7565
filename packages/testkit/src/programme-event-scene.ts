import type { OpenedDatabase } from '@semai/store/db/open'

/** An act of the programme about an innovation, with what was said of it. */
export async function aProgrammeEvent(
  db: OpenedDatabase['db'],
  { innovationId, sourceId }: { innovationId: string; sourceId: string },
): Promise<void> {
  await db
    .insertInto('programme_event')
    .values({
      id: '00000000-0000-4000-8000-000000000601',
      key: 'recommended-2024-uji',
      kind: 'recommended',
      happened: '2024',
      innovation_id: innovationId,
      organisation_id: null,
      about_id: 'Untuk satuan kerja lain.',
      about_en: 'For other units.',
      source_id: sourceId,
    })
    .execute()
}
