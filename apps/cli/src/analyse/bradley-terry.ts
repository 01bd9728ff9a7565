import { parseArgs } from 'node:util'
import { bradleyTerry } from '@semai/analytics/judging/bradley-terry'
import type { Contest } from '@semai/analytics/judging/bradley-terry'
import type { ExitCode } from '../commands.ts'
import { needed } from './answer.ts'
import { named, tell } from './readings.ts'
import { analysed, fullColumn, numberColumn, readTable } from './table.ts'

const options = {
  input: { type: 'string' },
  player1: { type: 'string', default: 'player1' },
  player2: { type: 'string', default: 'player2' },
  win1: { type: 'string', default: 'win1' },
  win2: { type: 'string', default: 'win2' },
  ties: { type: 'string' },
  winner: { type: 'string' },
  loser: { type: 'string' },
  count: { type: 'string' },
  reference: { type: 'string' },
  advantage: { type: 'boolean', default: false },
  out: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

/** Abilities from paired comparisons. */
export async function run(argv: string[]): Promise<ExitCode> {
  const { values } = parseArgs({ args: argv, options })
  const contests = await contestsOf(values)
  const fit = analysed(() =>
    bradleyTerry(contests, { reference: values.reference, advantage: values.advantage }),
  )
  const { players, ability, se, wins, contests: met, ...rest } = fit
  const rows = players
    .map((player, i) => ({ player, ability: ability[i]!, se: se[i], wins: wins[i], contests: met[i] }))
    .sort((a, b) => b.ability - a.ability)
  const result = {
    players,
    ability: named(players, ability),
    se: named(players, se),
    wins: named(players, wins),
    contests: named(players, met),
    ...rest,
  }
  tell(values, result, rows)
  return 0
}

type Names = { [Name in keyof typeof options]?: string | boolean | undefined } & {
  [Name in 'player1' | 'player2' | 'win1' | 'win2']: string
} & { [Name in 'input' | 'ties' | 'winner' | 'loser' | 'count']?: string | undefined }

async function contestsOf(names: Names): Promise<Contest[]> {
  const table = await readTable(needed('input', names.input))
  const numbers = (name: string | undefined) => (name === undefined ? undefined : numberColumn(table, name))
  if (names.winner !== undefined || names.loser !== undefined) {
    const second = fullColumn(table, needed('loser', names.loser))
    const counts = numbers(names.count)
    return fullColumn(table, needed('winner', names.winner)).map((first, row) => {
      return { first, second: second[row]!, wins1: counts?.[row] ?? 1, wins2: 0 }
    })
  }
  const second = fullColumn(table, names.player2)
  const [wins1, wins2, ties] = [
    numberColumn(table, names.win1),
    numberColumn(table, names.win2),
    numbers(names.ties),
  ]
  return fullColumn(table, names.player1).map((first, row) => ({
    first,
    second: second[row]!,
    wins1: wins1[row]!,
    wins2: wins2[row]!,
    ties: ties?.[row] ?? 0,
  }))
}
