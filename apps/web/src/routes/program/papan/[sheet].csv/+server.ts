import { error } from '@sveltejs/kit'
import { programmeSheets, programmesSheet } from '@semai/domain/scaling/programme-sheets'
import { plainCsv } from '@semai/store/exchange/plain-csv'
import { chosenProgrammes } from '#lib/scaling/chosen-programmes.ts'
import { csvFile } from '#lib/server/csv-file.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ params, url, locals }) => {
  const sheet = programmeSheets.find((one) => one === params.sheet)
  if (sheet === undefined) error(404, 'Not Found')
  const { rows } = await chosenProgrammes(locals, url)
  return csvFile(`semai-program-${sheet}`, plainCsv(programmesSheet(rows, sheet)))
}
