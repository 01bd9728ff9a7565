// npm run prove:links [-- N [SEED]]: N (10,000) altered links of a pulse (one character, swapped parts, another record, another
// purpose, past their day, used before), each opened and answered with; ends with 1 when one is taken. The same N and SEED
// draw the same alterations again.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openReady } from '@semai/store/db/ready'
import { castAgencies, castPeople, castPlaces } from '@semai/testkit/people'
import { linkRounds } from './links/rounds.ts'

const runs = Number(process.argv[2] ?? 10_000)
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000_000)
console.log(`seed ${seed}`)
const folder = await mkdtemp(join(tmpdir(), 'semai-prove-links-'))
const env = { ...process.env, SEMAI_DATA: join(folder, 'data') }
const { db, close } = await openReady({ role: 'owner' }, env, (line) => console.error(line))
try {
  await castAgencies(db)
  await castPlaces(db)
  await castPeople(db)
  const { tried, accepted, answered } = await linkRounds(db, db, { runs, seed, now: new Date() })
  const sum = Object.values(tried).reduce((all, count) => all + count, 0)
  console.log(JSON.stringify(tried, null, 1))
  console.log(`${sum} links tried, ${accepted.length} taken; ${answered} of 2 genuine answers are there`)
  for (const { how, link } of accepted.slice(0, 20)) console.log(`TAKEN, ${how}: ${link}`)
  if (accepted.length > 0 || answered !== 2) process.exitCode = 1
} finally {
  await close()
  await rm(folder, { recursive: true })
}
