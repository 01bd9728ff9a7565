import type { CopyLabel, JudgedCopy } from '@semai/analytics/similarity/copy-quality'
import { nearCopies } from '@semai/analytics/similarity/near-copies'
import type { CopyFinder } from '@semai/analytics/similarity/near-copies'
import { indonesianCopyLanguage } from '@semai/store/search/copy-language'
import { copySources } from './copy-sources.ts'
import { fullColumn, readTable, textColumn } from './table.ts'

/** Compares with the collection of a file, whose columns are those of innovations.csv. */
export async function copyFinderOf(file: string): Promise<CopyFinder> {
  return nearCopies(copySources(await readTable(file), undefined), indonesianCopyLanguage())
}

/** Verdicts on labelled texts (columns id, title, abstract, label, source_id, degree), at the shipped threshold. */
export async function judgedCopies(
  finder: CopyFinder,
  file: string,
): Promise<(JudgedCopy & { id: string })[]> {
  const table = await readTable(file)
  const [ids, titles, abstracts] = [
    fullColumn(table, 'id'),
    textColumn(table, 'title'),
    fullColumn(table, 'abstract'),
  ]
  const [labels, sources, degrees] = [
    fullColumn(table, 'label'),
    textColumn(table, 'source_id'),
    textColumn(table, 'degree'),
  ]
  return ids.map((id, i) => {
    const { copy, results } = finder.find({ title: titles[i]!, text: abstracts[i]! }, { limit: 3 })
    return {
      id,
      label: labels[i] as CopyLabel,
      sourceId: sources[i] || null,
      degree: degrees[i] ? Number(degrees[i]) : null,
      copy,
      ranking: results.map((result) => result.id),
    }
  })
}
