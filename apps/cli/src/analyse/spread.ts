import { parseArgs } from 'node:util'
import { adoptionsOf, undatedOf } from '@semai/domain/analyses/adoption'
import type { AdoptionClaim, AnalysedPlace, SpreadInput } from '@semai/domain/analyses/adoption'
import { analysisNames } from '@semai/domain/analyses/analysis'
import type { AnalysisName } from '@semai/domain/analyses/analysis'
import { seedingLimits } from '@semai/domain/analyses/seeding'
import type { SpreadNetwork } from '@semai/domain/analyses/network'
import { happenings, precisions } from '@semai/domain/claims/claim'
import { isLocalAdopter } from '@semai/domain/claims/spread'
import { wideFigures } from '@semai/domain/exchange/region-table'
import { Refusal } from '@semai/domain/refusal'
import { analyses } from '@semai/store/analyses/analyses'
import { inputsOf } from '@semai/store/analyses/analysis.commands'
import { seeding } from '@semai/store/analyses/seeding'
import type { ExitCode } from '../commands.ts'
import { progress } from '../progress.ts'
import { needed, numberOption, printJson } from './answer.ts'
import { analysed, cellRefusal, fullColumn, numberColumn, readTable, textColumn } from './table.ts'
import type { Table } from './table.ts'

/** What is kept, and what follows from the network at once. */
const offered = [...analysisNames, 'seeding'] as const

/** An analysis that a page shows, from the open data: the same fingerprint of inputs, and the same digits. */
export async function run(argv: string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      claims: { type: 'string' },
      regions: { type: 'string' },
      budget: { type: 'string' },
      must: { type: 'string', default: '' },
      hubs: { type: 'string', default: '' },
    },
  })
  const name = offered.find((known) => known === positionals[0])
  if (name === undefined || positionals.length !== 1)
    throw new Refusal('invalid', `Name one analysis: ${offered.join(', ')}.`)
  const asked = name === 'seeding' ? askedSeeding(values) : null
  const claims = claimsOf(await readTable(needed('claims', values.claims)))
  const input: SpreadInput = {
    adoptions: adoptionsOf(claims),
    undated: undatedOf(claims),
    places: placesOf(await readTable(needed('regions', values.regions))),
  }
  const from = name === 'seeding' ? 'network' : name
  const answer = answerOf(from, input)
  const told = asked && isNetwork(answer) ? seeding(answer, asked) : answer
  printJson({ analysis: name, inputs: inputsOf(from, input), ...told })
  return 0
}

function isNetwork(answer: object): answer is Extract<SpreadNetwork, { enough: true }> {
  return 'enough' in answer && answer.enough === true
}

/** What is asked about where to begin; refused before anything is computed. */
function askedSeeding({ budget, must, hubs }: { budget?: string; must: string; hubs: string }) {
  const range = { min: 1, max: seedingLimits.most, whole: true }
  return {
    budget: numberOption('budget', needed('budget', budget), range),
    must: codesOf(must),
    hubs: codesOf(hubs),
  }
}

function codesOf(text: string): string[] {
  return text.split(',').flatMap((code) => code.trim() || [])
}

function answerOf(name: AnalysisName, input: SpreadInput): object {
  let told = 0
  return analysed(() =>
    analyses[name].run(input, (done) => {
      const tenths = Math.floor(done * 10)
      if (tenths > told) progress(`${tenths * 10} %`)
      told = tenths
    }),
  )
}

function claimsOf(table: Table): AdoptionClaim[] {
  const [innovation, region] = [fullColumn(table, 'innovation_code'), fullColumn(table, 'region_code')]
  const [latest, batch] = [fullColumn(table, 'latest'), textColumn(table, 'batch')]
  const precision = wordColumn(table, 'precision', precisions)
  const happening = wordColumn(table, 'happening', happenings)
  return table.rows.map((_, i) => ({
    innovationCode: innovation[i]!,
    regionCode: region[i]!,
    latest: latest[i]!,
    batch: batch[i]! || null,
    precision: precision[i]!,
    happening: happening[i]!,
  }))
}

/** A column of which every cell is one of a few words. */
function wordColumn<Word extends string>(table: Table, column: string, words: readonly Word[]): Word[] {
  return fullColumn(table, column).map((text, row) => {
    const word = words.find((one) => one === text)
    if (word === undefined) throw cellRefusal(table, row, column, `"${text}" is none of ${words.join(', ')}`)
    return word
  })
}

function placesOf(table: Table): AnalysedPlace[] {
  const [code, kind, province] = ['code', 'kind', 'province_code'].map((name) => fullColumn(table, name))
  const governs = wordColumn(table, 'has_government', ['true', 'false'])
  const [lat, lon] = [numberColumn(table, 'lat'), numberColumn(table, 'lon')]
  const figures = wideFigures.map((name) => [name, numberColumn(table, name, { empty: 'nan' })] as const)
  return table.rows.map((_, i) => ({
    code: code![i]!,
    province: province![i]!,
    canAdopt: isLocalAdopter({
      code: code![i]!,
      kind: kind![i]!,
      provinceCode: province![i]!,
      hasGovernment: governs[i] === 'true',
    }),
    lat: lat[i]!,
    lon: lon[i]!,
    figures: Object.fromEntries(
      figures.flatMap(([name, values]) => (Number.isNaN(values[i]!) ? [] : [[name, values[i]!]])),
    ),
  }))
}
