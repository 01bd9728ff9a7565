import { realpathSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { clusterHome } from '@semai/store/db/cluster-home'
import { isAlive, runningPostmaster } from '@semai/store/db/cluster-process'
import type { Environment } from '@semai/store/db/environment'
import { openDatabase } from '@semai/store/db/open'
import { openReady } from '@semai/store/db/ready'
import { judgeDurability, measureDurability } from './durability.ts'
import { familyOf, killAll, workingIn } from './processes.ts'
import { startProgram, startSite } from '../programs.ts'
import type { Program } from '../programs.ts'
import { LANES, makeLanes, readWritten } from './writes.ts'
import type { Written } from './writes.ts'

/** Whom a round kills: the site with its database, all their processes at once, or the database alone under a living site. */
const VICTIMS = ['site and postmaster', 'every process', 'postmaster alone'] as const
type Victims = (typeof VICTIMS)[number]

export type Round = { victims: Victims; acknowledged: number; lost: string[]; says: string }
export type Proof = { durability: { well: boolean; says: string }; rounds: Round[] }

type Setting = { env: Environment; folder: string; rounds: number; progress(line: string): void }

/** Makes a database with the shipped data, looks at its durability, then kills it as often as asked. */
export async function killRounds({ env, folder, rounds, progress }: Setting): Promise<Proof> {
  const opened = await openReady({ role: 'owner' }, env, progress)
  await makeLanes(opened)
  const durability = judgeDurability(await measureDurability(opened))
  await opened.close()
  progress(durability.says)
  const proof: Proof = { durability, rounds: [] }
  for (let number = 1; number <= rounds; number++) {
    const round = await killRound(env, { folder, number, victims: VICTIMS[(number - 1) % VICTIMS.length]! })
    proof.rounds.push(round)
    progress(`round ${String(number).padStart(2)}: ${round.says}`)
    for (const lost of round.lost) progress(`          LOST ${lost}`)
  }
  return proof
}

type Plan = { folder: string; number: number; victims: Victims }

async function killRound(env: Environment, { folder, number, victims }: Plan): Promise<Round> {
  const home = clusterHome(env)
  const pgdata = realpathSync(home.pgdata)
  const { program: site, url } = await startSite(env)
  const writer = startProgram('prove/kill/writer.ts', [folder, String(number)], env)
  await Promise.all(lanesAndImport(writer))
  const afterMs = Math.round(20 + 1_480 * Math.random())
  await pause(afterMs)

  const ours = [...familyOf(site.pid), writer.pid]
  const postmaster = runningPostmaster(home)!.pid
  if (victims === 'site and postmaster') killAll([site.pid, postmaster, writer.pid])
  if (victims === 'every process') killAll([...ours, ...workingIn(pgdata)])
  if (victims === 'postmaster alone') killAll([postmaster])
  const killedAt = performance.now()
  await writer.ended
  const acknowledged = writer.lines
  const lost: string[] = []
  if (victims === 'postmaster alone') {
    await site.line((line) => line === 'The database went away; starting it again')
    lost.push(...(await answersAgain(url)))
  } else {
    lost.push(...(await leftBehind(() => [...ours, ...workingIn(pgdata)])))
  }
  const database = await openDatabase({ role: 'owner' }, env)
  const backMs = Math.round(performance.now() - killedAt)
  const written = await readWritten(database)
  await database.close()
  if (victims === 'postmaster alone') site.child.kill('SIGTERM')
  await site.ended
  lost.push(...(await leftBehind(() => workingIn(pgdata))))
  lost.push(...missing(acknowledged, written), ...written.halves)
  return { victims, acknowledged: acknowledged.length, lost, says: sentence() }

  function sentence(): string {
    const outcome = lost.length === 0 ? 'all there, none half' : `${lost.length} WRONG`
    return `killed ${victims.padEnd(19)} after ${String(afterMs).padStart(4)} ms; ${String(acknowledged.length).padStart(4)} writes confirmed, ${outcome}; back after ${backMs} ms`
  }
}

/** Every connection of the writer has had a write confirmed. */
function lanesAndImport(writer: Program): Promise<string>[] {
  const beginnings = [...Array.from({ length: LANES }, (_, lane) => `change ${lane} `), 'import ']
  return beginnings.map((beginning) => writer.line((line) => line.startsWith(beginning)))
}

/** What was confirmed and is not there. One write a lane may be there unconfirmed: killed between the two. */
function missing(acknowledged: readonly string[], { changes, imports }: Written): string[] {
  const there = new Set(imports)
  const lost = acknowledged.filter((line) => {
    const [kind, lane, n] = line.split(' ')
    return kind === 'import' ? !there.has(lane!) : !(changes[Number(lane)]! >= Number(n))
  })
  for (let lane = 0; lane < LANES; lane++) {
    const last = acknowledged.findLast((line) => line.startsWith(`change ${lane} `))
    const more = changes[lane]! - Number(last?.split(' ')[2])
    if (more > 1) lost.push(`lane ${lane}: ${more} changes nobody was told of`)
  }
  return lost
}

/** The site, which was not killed, answers from the database it started again. */
async function answersAgain(url: string): Promise<string[]> {
  for (let tries = 0; tries < 100; tries++) {
    const status = await fetch(`${url}/katalog`).then(
      (response) => response.status,
      () => 0,
    )
    if (status === 200) return []
    await pause(100)
  }
  return ['the site does not answer again']
}

/** Processes that should be gone and stay. */
async function leftBehind(pids: () => number[]): Promise<string[]> {
  let there: number[] = []
  for (let tries = 0; tries < 200; tries++) {
    there = pids().filter(isAlive)
    if (there.length === 0) return []
    await pause(50)
  }
  return there.map((pid) => `process ${pid} is still there`)
}
