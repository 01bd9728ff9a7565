import type { RequestEvent } from '@sveltejs/kit'
import { Readable } from 'node:stream'
import { z } from 'zod'
import {
  dataLicence,
  datasets,
  mediaTypes,
  type DatasetName,
  type ExportFormat,
} from '@semai/domain/exchange/datasets'
import { innovationCode, regionCode } from '@semai/domain/exchange/record-parts'
import type { ClaimFilter } from '@semai/store/exchange/claim-records.queries'
import { dataVersion } from '@semai/store/exchange/data-version.queries'
import { exportDataset } from '@semai/store/exchange/export-dataset'
import { etagOf, isUnchanged } from './conditional.ts'
import { faultsOf, problemOf, readerLang } from './problem.ts'
import { permit, problemResponse, refuse } from './respond.ts'

const wishes = z.strictObject({
  bom: z.enum(['0', '1']).optional(),
  daerah: regionCode.optional(),
  inovasi: innovationCode.optional(),
})

export type File = { dataset: DatasetName; format: ExportFormat; name: string; claims?: ClaimFilter }

/**
 * A dataset as a file, streamed as it is read: with its version as entity tag, 304 for a reader who holds it, and
 * `?bom=1` for old spreadsheets. The file of claims takes `?daerah=` and `?inovasi=`.
 */
export async function download(event: RequestEvent, file: File): Promise<Response> {
  const lang = readerLang(event.request, event.url)
  const { headers, refusal } = permit(event, lang)
  if (refusal) return refusal
  const { lang: _, ...typed } = Object.fromEntries(event.url.searchParams)
  const wished = wishes.safeParse(typed)
  if (!wished.success) {
    return problemResponse(problemOf('invalid', lang, faultsOf(wished.error, lang)), lang, headers)
  }
  try {
    const claims = { innovation: wished.data.inovasi, region: wished.data.daerah, ...file.claims }
    return await streamed(event, { ...file, claims }, { bom: wished.data.bom === '1', headers })
  } catch (problem) {
    return refuse(problem, lang, headers)
  }
}

async function streamed(
  event: RequestEvent,
  { dataset, format, name, claims }: File & { claims: ClaimFilter },
  { bom, headers }: { bom: boolean; headers: Record<string, string> },
): Promise<Response> {
  const { db, actor, today } = event.locals
  const version = await dataVersion(db)
  const etag = etagOf(JSON.stringify([version.tag, today, dataset, format, bom, claims]))
  const lastModified = dataset === 'claims' ? latest(version.at, today) : version.at
  const all = {
    ...headers,
    etag,
    'cache-control': 'public, no-cache',
    link: `<${dataLicence.url}>; rel="license", </data#${datasets[dataset].path}>; rel="describedby"`,
    ...(lastModified && { 'last-modified': lastModified.toUTCString() }),
  }
  if (isUnchanged(event.request, { etag, lastModified }))
    return new Response(null, { status: 304, headers: all })
  const filter = Object.values(claims).some((value) => value !== undefined) ? claims : undefined
  const bytes = exportDataset(db, actor, { dataset, format, today, bom, claims: filter })
  return new Response(Readable.toWeb(Readable.from(bytes)) as ReadableStream<Uint8Array>, {
    headers: {
      ...all,
      'content-type': mediaTypes[format],
      'content-disposition': `attachment; filename="${name}"`,
    },
  })
}

/** The strength shown follows the day, so claims change at midnight in Jakarta even when nobody writes. */
function latest(at: Date | null, today: string): Date {
  const midnight = new Date(`${today}T00:00:00+07:00`)
  return at && at > midnight ? at : midnight
}
