import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { openReady } from '@semai/store/db/ready'
import { matchQuality } from '@semai/store/needs/match-quality'
import { readNeeds } from '@semai/store/needs/needs-file'

/** Measures the match on labelled needs: `node tools/match-quality.ts FILE.csv …` (columns id, need_text, relevant_ids). */
const files = process.argv.slice(2)
if (files.length === 0) {
  console.error('Usage: node tools/match-quality.ts FILE.csv …')
  process.exitCode = 2
} else {
  await measure(files)
}

async function measure(files: readonly string[]): Promise<void> {
  const { db, close } = await openReady({ role: 'app' }, process.env, (line) => console.error(line))
  try {
    for (const file of files) {
      const needs = readNeeds(readFileSync(file))
      const { ndcg10, worst } = await matchQuality(db, needs)
      console.log(`\n${basename(file)}: ${needs.length} needs, nDCG@10 ${ndcg10.toFixed(3)}`)
      for (const { id, need, ndcg10 } of worst) console.log(`  ${ndcg10.toFixed(2)}  ${id}  ${need}`)
    }
  } finally {
    await close()
  }
}
