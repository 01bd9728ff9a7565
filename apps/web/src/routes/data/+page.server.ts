import type { PageServerLoad } from './$types'
import { datasets } from '@semai/domain/exchange/datasets'
import { dataVersion, datasetSizes, importedFiles } from '@semai/store/exchange/data-version.queries'
import { columnsOf } from '#lib/open-data/columns.ts'
import { knownSizes } from '#lib/open-data/known-sizes.ts'

export const load: PageServerLoad = async ({ locals }) => {
  const { db, lang } = locals
  const { tag, at } = await dataVersion(db)
  const [sizes, counted] = [await knownSizes(locals, tag), await datasetSizes(db)]
  return {
    changedAt: at,
    datasets: sizes.map(({ name, files }) => {
      const { path, title, says } = datasets[name]
      return { path, title: title[lang], says: says[lang], rows: counted[name] ?? 0, files, columns: columnsOf(name, lang) }
    }),
    imported: await importedFiles(db),
  }
}
