import { basename } from 'node:path'
import { copyFinderOf, judgedCopies } from '../apps/cli/src/analyse/judged-copies.ts'
import { copyQuality } from '../packages/analytics/src/similarity/copy-quality.ts'

/**
 * Measures near-copies on labelled texts against the shipped catalogue: `node tools/copy-quality.ts FILE.csv …`
 * (columns id, title, abstract, label, source_id, degree).
 */
const files = process.argv.slice(2)
if (files.length === 0) {
  console.error('Usage: node tools/copy-quality.ts FILE.csv …')
  process.exitCode = 2
} else {
  const finder = await copyFinderOf('data/catalogue/innovations.csv')
  for (const file of files) {
    const judged = await judgedCopies(finder, file)
    console.log(basename(file), JSON.stringify(copyQuality(judged), null, 2))
  }
}
