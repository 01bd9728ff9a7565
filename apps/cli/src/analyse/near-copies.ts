import { parseArgs } from 'node:util'
import { copyPairs, pairThreshold } from '@semai/analytics/similarity/copy-pairs'
import { copyThreshold, nearCopies } from '@semai/analytics/similarity/near-copies'
import type { CopyFinder, CopyText, CopyVerdict } from '@semai/analytics/similarity/near-copies'
import { indonesianCopyLanguage } from '@semai/store/search/copy-language'
import type { ExitCode } from '../commands.ts'
import { needed, numberOption, printJson, printTable } from './answer.ts'
import { copySources } from './copy-sources.ts'
import { analysed, fullColumn, readTable, textColumn } from './table.ts'

type Labelled = CopyText & { id: string }

/** Near-copies and retellings: texts against a collection, or texts among themselves. */
export async function run(argv: string[]): Promise<ExitCode> {
  const { values } = parseArgs({
    args: argv,
    options: {
      texts: { type: 'string' },
      against: { type: 'string' },
      columns: { type: 'string' },
      threshold: { type: 'string' },
      limit: { type: 'string', default: '5' },
      aligned: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  const texts = await readTexts(needed('texts', values.texts))
  const threshold =
    values.threshold === undefined
      ? undefined
      : numberOption('threshold', values.threshold, { min: 0, max: 1 })
  if (values.against === undefined) printPairs(texts, { threshold, isJson: values.json })
  else {
    const sources = copySources(await readTable(values.against), values.columns)
    const finder = analysed(() => nearCopies(sources, indonesianCopyLanguage()))
    const limit = numberOption('limit', values.limit, { min: 1, whole: true })
    const asked = { threshold: threshold ?? copyThreshold, limit, aligned: values.aligned }
    if (values.json) for (const text of texts) printJson(answerOf(finder, text, asked))
    else printVerdicts(finder, texts, asked)
  }
  return 0
}

async function readTexts(file: string): Promise<Labelled[]> {
  const table = await readTable(file)
  const ids = fullColumn(table, 'id')
  const titles = table.header.includes('title') ? textColumn(table, 'title') : ids.map(() => '')
  const abstracts = fullColumn(table, 'abstract')
  return ids.map((id, i) => ({ id, title: titles[i]!, text: abstracts[i]! }))
}

type Asked = { threshold: number; limit: number; aligned: boolean }

function answerOf(finder: CopyFinder, { id, ...text }: Labelled, { threshold, limit, aligned }: Asked) {
  const { copy, disclosed, results } = finder.find(text, { threshold, limit })
  return {
    id,
    copy,
    results: results.map((result) =>
      aligned ? { ...result, aligned: finder.aligned(text, result.id) } : result,
    ),
    disclosed,
    threshold,
  }
}

function printVerdicts(finder: CopyFinder, texts: readonly Labelled[], asked: Asked): void {
  const found = texts.map(({ id, ...text }) => ({ id, text, ...finder.find(text, asked) }))
  printTable(found.map(rowOf))
  if (!asked.aligned) return
  for (const { id, text, results } of found) {
    const best = results[0]
    if (best === undefined) continue
    console.log(`\n${id} beside ${best.id}`)
    for (const { text: said, source, words } of finder.aligned(text, best.id)) {
      console.log(`  ${said}\n  | ${source}`)
      console.log(
        `  = ${words.map(([own, meant]) => (own === meant ? own : `${own} ~ ${meant}`)).join('; ')}`,
      )
    }
  }
}

function rowOf({ id, copy, disclosed, results: [best, ...others] }: { id: string } & CopyVerdict) {
  return {
    id,
    copy: copy ? 'copy' : disclosed === null ? '-' : 'disclosed',
    source: best?.id,
    score: best?.score,
    others: others.map((other) => other.id).join(' '),
  }
}

function printPairs(
  texts: readonly Labelled[],
  { threshold = pairThreshold, isJson }: { threshold?: number | undefined; isJson: boolean },
): void {
  const whole = texts.map(({ id, title, text }) => ({ id, text: title ? `${title}. ${text}` : text }))
  const pairs = analysed(() => copyPairs(whole, indonesianCopyLanguage(), { threshold }))
  if (isJson) for (const pair of pairs) printJson(pair)
  else if (pairs.length === 0) console.log('No two texts say the same.')
  else printTable(pairs)
}
