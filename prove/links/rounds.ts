import { seededRandom } from '@semai/analytics/numbers/random'
import type { Db } from '@semai/store/db/transaction'
import { makeRunningLink } from '@semai/store/innovations/still-running.commands'
import { answerPulseByLink, askedByPulseLink, makePulseLink } from '@semai/store/pulse/pulse.commands'
import { Refusal } from '@semai/domain/refusal'
import { cast } from '@semai/testkit/cast'
import { aPulse } from '@semai/testkit/pulse-scene'
import { castReplication } from '@semai/testkit/replication-scene'
import { alterations } from './alterations.ts'
import type { Genuine } from './alterations.ts'

/** What was tried, by what was done to the links, and every link that was taken although it should not have been. */
export type LinkProof = {
  tried: Record<string, number>
  accepted: { how: string; link: string }[]
  answered: number
}

const answer = {
  typed: { running: 'running' },
  name: 'Rina (peragaan)',
  post: 'Kepala Puskesmas',
  updateMonth: 3,
}
const dayMs = 86_400_000

/**
 * Tries `runs` links that are altered, expired, for something else or used before: each is opened and answered with, by the
 * very functions of the page. One genuine link is opened and answered at the end, so that "none" is not for want of a door.
 * After `castAgencies` and `castPeople`, where the regency has a region.
 */
export async function linkRounds(
  owner: Db,
  db: Db,
  { runs, seed, now }: { runs: number; seed: number; now: Date },
): Promise<LinkProof> {
  const random = seededRandom(seed)
  const { used, ...genuine } = await genuineLinks(db, now)
  await answerPulseByLink(db, { ...answer, link: used, now })
  const ways: Record<string, () => { link: string; now: Date }> = {
    ...Object.fromEntries(
      Object.entries(alterations).map(([how, alter]) => [how, () => ({ link: alter(genuine, random), now })]),
    ),
    'past its day': () => ({
      link: genuine.link,
      now: new Date(now.getTime() + (46 + random.below(4_000)) * dayMs),
    }),
    'used before': () => ({ link: used, now }),
  }
  const names = Object.keys(ways)
  const proof: LinkProof = { tried: {}, accepted: [], answered: 0 }
  for (let i = 0; i < runs; i++) {
    const how = names[i % names.length]!
    const made = untilChanged(ways[how]!, { how, genuine: genuine.link })
    proof.tried[how] = (proof.tried[how] ?? 0) + 1
    const opens = how === 'used before' ? false : await isTaken(askedByPulseLink(db, made.link, made.now))
    if (opens || (await isTaken(answerPulseByLink(db, { ...answer, ...made })))) {
      proof.accepted.push({ how, link: made.link })
    }
  }
  await askedByPulseLink(db, genuine.link, now)
  await answerPulseByLink(db, { ...answer, link: genuine.link, now })
  const rows = await owner.selectFrom('pulse').select('id').where('answered_at', 'is not', null).execute()
  return { ...proof, answered: rows.length }
}

/** An alteration may by chance leave the link as it is: then it is drawn again. */
function untilChanged<Made extends { link: string }>(
  make: () => Made,
  { how, genuine }: { how: string; genuine: string },
): Made {
  for (let tries = 0; tries < 1_000; tries++) {
    const made = make()
    if (!(how in alterations) || made.link !== genuine) return made
  }
  throw new Error(`untilChanged: "${how}" changes nothing`)
}

/** Links of three replications that were asked, and one of an innovation: another purpose. */
async function genuineLinks(db: Db, now: Date): Promise<Genuine & { used: string }> {
  const links: string[] = []
  for (const n of [1, 2, 3]) {
    const given = { code: `INV-790${n}`, slug: `bukti-${n}`, name: `Bukti ${n}`, localName: `Bukti ${n}` }
    const id = await aPulse(db, { code: await castReplication(db, now, given), now })
    links.push((await makePulseLink(db, cast.author, { id, now })).link)
  }
  const which = { code: 'INV-7901' }
  const { link: elsewhere } = await makeRunningLink(db, cast['author elsewhere'], { which, now })
  const [link, other, used] = links as [string, string, string]
  return { link, other, used, elsewhere }
}

/** Whether it was done; a refusal is not, and anything else is a fault of ours. */
async function isTaken(work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return true
  } catch (problem) {
    if (problem instanceof Refusal) return false
    throw problem
  }
}
