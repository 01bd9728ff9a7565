import { seedsSheet } from '@semai/domain/analyses/analysis-sheets'
import { Refusal } from '@semai/domain/refusal'
import { plainCsv } from '@semai/store/exchange/plain-csv'
import { page } from '#lib/server/answer.ts'
import { csvFile } from '#lib/server/csv-file.ts'
import { askedSeeding } from '#lib/spread/asked-seeding.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = ({ url, locals }) =>
  page(async () => {
    const { answer, points } = await askedSeeding(url.searchParams, locals)
    if (answer === null) throw new Refusal('not-found', unanswered)
    return csvFile(
      'semai-tempat-mulai',
      plainCsv(seedsSheet(answer, new Map(points.map(({ code, name }) => [code, name])))),
    )
  })

const unanswered = {
  id: 'Pertanyaan ini belum dapat dijawab. Halaman risetnya mengatakan apa yang kurang.',
  en: 'This question can not be answered yet. The research page says what is missing.',
}
