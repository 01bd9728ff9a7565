import { clustersSheet, edgesSheet } from '@semai/domain/analyses/analysis-sheets'
import { Refusal } from '@semai/domain/refusal'
import type { PlainSheet } from '@semai/domain/scaling/coverage-sheet'
import type { Db } from '../db/transaction.ts'
import { plainCsv } from '../exchange/plain-csv.ts'
import type { KeptAnswer } from './analyses.ts'
import { keptAnalysis } from './analysis.queries.ts'

/** Those whose pages offer a sheet of everything; the rows of next adopters have sheets of their own. */
type SheetName = 'network' | 'clusters'

const sheets: { [Name in SheetName]: (answer: KeptAnswer<Name>) => PlainSheet } = {
  network: edgesSheet,
  clusters: clustersSheet,
}

/** What an analysis found, as CSV that old spreadsheets open too. One query. @throws Refusal not-found before its first time. */
export async function analysisCsv<Name extends SheetName>(db: Db, name: Name): Promise<string> {
  const { answer } = await keptAnalysis(db, name)
  if (answer === null) {
    throw new Refusal('not-found', {
      id: 'Analisis ini sedang dihitung untuk pertama kali. Coba lagi beberapa menit lagi.',
      en: 'This analysis is being computed for the first time. Try again in a few minutes.',
    })
  }
  const sheet = (sheets[name] as (answer: KeptAnswer<Name>) => PlainSheet)(answer)
  return plainCsv(sheet)
}
