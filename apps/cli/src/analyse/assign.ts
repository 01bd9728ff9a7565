import { parseArgs } from 'node:util'
import { assignFairly } from '@semai/analytics/assignment/assign-fairly'
import { assignReaders } from '@semai/analytics/assignment/assign-readers'
import type { ReadingPlan } from '@semai/analytics/assignment/assign-readers'
import type { ReadingRules } from '@semai/analytics/assignment/reading-problem'
import type { ExitCode } from '../commands.ts'
import { needed, numberOption, printJson, printTable, writeCsv } from './answer.ts'
import { candidatesOf, papersOf, readersOf } from './reading-input.ts'
import { analysed, readTable } from './table.ts'

const options = {
  input: { type: 'string' },
  paper: { type: 'string' },
  reader: { type: 'string' },
  similarity: { type: 'string' },
  conflict: { type: 'string' },
  fixed: { type: 'string' },
  papers: { type: 'string' },
  readers: { type: 'string' },
  'readers-per-paper': { type: 'string' },
  'max-load': { type: 'string' },
  'min-load': { type: 'string' },
  'team-limit': { type: 'string' },
  connected: { type: 'boolean', default: false },
  fair: { type: 'boolean', default: false },
  effort: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

/** Who reads what: the best plan, or the fairest, from a list of pairs. */
export async function run(argv: string[]): Promise<ExitCode> {
  const { values } = parseArgs({ args: argv, options })
  const candidates = candidatesOf(await readTable(needed('input', values.input)), values)
  const whole = (name: 'max-load' | 'min-load' | 'team-limit' | 'effort') =>
    values[name] === undefined ? undefined : numberOption(name, values[name], { min: 0, whole: true })
  const perPaper = needed('readers-per-paper', values['readers-per-paper'])
  const rules: ReadingRules = {
    readersPerPaper: numberOption('readers-per-paper', perPaper, { min: 0, whole: true }),
    maxLoad: whole('max-load'),
    minLoad: whole('min-load'),
    teamLimit: whole('team-limit'),
    connected: values.connected,
    ...(values.papers === undefined ? {} : { papers: papersOf(await readTable(values.papers)) }),
    ...(values.readers === undefined ? {} : { readers: readersOf(await readTable(values.readers)) }),
  }
  const effort = whole('effort')
  const { plan, fairness } = analysed(() => {
    if (!values.fair) return { plan: assignReaders(candidates, rules), fairness: {} }
    const plan = assignFairly(candidates, rules, effort === undefined ? {} : { effort })
    return { plan, fairness: fairnessOf(plan) }
  })
  if (values.out !== undefined) writePlan(plan, values.out)
  if (values.json) printJson({ ...summaryOf(plan, rules), ...fairness, ...listsOf(plan) })
  else {
    printTable([{ ...summaryOf(plan, rules), ...fairness }])
    console.log()
    printTable(plan.papers.map(({ paper, score, readers }) => ({ paper, score, readers: readers.join(' ') })))
    console.log()
    printTable(plan.loads)
  }
  return 0
}

function summaryOf({ papers, loads, total, worst, groups, readings }: ReadingPlan, rules: ReadingRules) {
  return {
    papers: papers.length,
    readers: loads.length,
    readings: readings.length,
    readers_per_paper: rules.readersPerPaper,
    max_load: rules.maxLoad ?? null,
    min_load: rules.minLoad ?? 0,
    total_similarity: total,
    mean_similarity: readings.length > 0 ? total / readings.length : null,
    min_paper_score: worst?.score ?? null,
    worst_paper: worst?.paper ?? null,
    connected: groups.length <= 1,
  }
}

function fairnessOf(plan: ReturnType<typeof assignFairly>) {
  return {
    min_paper_score_bound: plan.worstBound,
    min_paper_score_proved: plan.worstProved,
    total_proved: plan.totalProved,
    max_total_similarity: plan.greatestTotal,
    price_of_fairness: plan.greatestTotal - plan.total,
  }
}

function listsOf({ readings, papers, loads, groups }: ReadingPlan) {
  return { assignment: readings, paper_scores: papers, loads, reader_groups: groups }
}

function writePlan({ readings }: ReadingPlan, out: string): void {
  writeCsv(
    ['paper', 'reader', 'similarity', 'fixed'],
    readings.map(({ paper, reader, similarity, fixed }) => [paper, reader, similarity, fixed ? 1 : 0]),
    out,
  )
}
