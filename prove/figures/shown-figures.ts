import type { Actor } from '@semai/domain/people/actor'
import type { BoardName } from '@semai/store/boards/stated-figures'
import { continuity } from '@semai/store/continuity/continuity.queries'
import type { Db } from '@semai/store/db/transaction'
import { boardCounts, memberCoverage, nationalCounts } from '@semai/store/hubs/board.queries'
import { hubNamed } from '@semai/store/hubs/named-hub'
import { hubQueue } from '@semai/store/hubs/queue.queries'
import { stageClocks } from '@semai/store/hubs/stage-clocks.queries'
import type { StageClocks } from '@semai/store/hubs/stage-clocks.queries'
import { countStuck } from '@semai/store/hubs/stuck.queries'
import { regionsOfProvince } from '@semai/store/regions/region-page.queries'
import { findingCounts } from '@semai/store/scaling/finding.queries'
import { programmeNamed } from '@semai/store/scaling/programme.queries'
import { programmeSides } from '@semai/store/scaling/programme-spread.queries'

/** Numbers by key; a key without any is left out. */
export type Numbers = Record<string, number>
/** What a board shows, by the name of the figure. */
export type Shown = Record<string, Numbers>
export type Looking = { db: Db; actor: Actor; today: string; clocks: StageClocks }

/** What looks at boards from now on, with clocks read anew. */
export async function looking(db: Db, actor: Actor, today: string): Promise<Looking> {
  return { db, actor, today, clocks: await stageClocks(db) }
}

/** What each board shows, by the functions its page reads from. `scope` is an address, or the code of a province. */
export const shownFigures: Record<BoardName, (at: Looking, scope: string) => Promise<Shown>> = {
  country: async ({ db, actor, today, clocks }) => {
    const [{ total, provinces, routes }, stuck, lasting] = await Promise.all([
      nationalCounts(db, actor),
      countStuck(db, actor, { scope: null, clocks, today }),
      continuity(db, actor, { by: 'category', today }),
    ])
    return {
      states: some(total),
      provinces: nested([...provinces].map(([code, states]) => [code ?? 'none', states])),
      routes: some(Object.fromEntries(routes)),
      stuck: some(stuck),
      runnings: some(lasting.states),
      followed: some({
        followed: lasting.all.runs,
        stopped: lasting.all.stopped,
        'no start': lasting.unobserved.noStart,
        'never followed': lasting.unobserved.neverFollowed,
      }),
      groups: some(Object.fromEntries(lasting.groups.map(({ key, runs }) => [key, runs]))),
      reasons: some(
        Object.fromEntries(
          lasting.reasons.map(({ year, reason, count }) => [`${year} ${reason ?? 'not told'}`, count]),
        ),
      ),
      past: nested(lasting.past.map(({ day, states }) => [day, states])),
    }
  },
  hub: async ({ db, actor, today, clocks }, scope) => {
    const hub = await hubNamed(db, actor, scope)
    const [states, stuck, members, queue] = await Promise.all([
      boardCounts(db, actor, hub),
      countStuck(db, actor, { scope: hub, clocks, today }),
      memberCoverage(db, actor, { scope: hub, limit: 100 }),
      hubQueue(db, actor, { hub, today }),
    ])
    return {
      states: some(states),
      stuck: some(stuck),
      members: nested(members.rows.map((member) => [member.slug, member.states])),
      waiting: some({ reports: queue.reports.count, milestones: queue.milestones.count }),
    }
  },
  region: async ({ db, actor }, scope) => {
    const rows = await regionsOfProvince(db, actor, scope)
    return {
      regions: some(
        Object.fromEntries(
          rows.flatMap(({ code, created, claimed }) => [
            [`created ${code}`, created],
            [`runs ${code}`, claimed],
          ]),
        ),
      ),
    }
  },
  ministry: async ({ db, actor, today }, scope) => {
    const programme = await programmeNamed(db, actor, scope)
    const [sides, findings] = await Promise.all([
      programmeSides(db, actor, programme),
      findingCounts(db, { slug: scope, today }),
    ])
    return { sides: nested(Object.entries(sides)), findings: some(findings) }
  },
}

function some(numbers: Readonly<Record<string, number>>): Numbers {
  return Object.fromEntries(Object.entries(numbers).filter(([, n]) => n > 0))
}

function nested(parts: readonly (readonly [string, Readonly<Record<string, number>>])[]): Numbers {
  const keyed = parts.flatMap(([first, one]) => Object.entries(one).map(([key, n]) => [`${first} ${key}`, n]))
  return some(Object.fromEntries(keyed) as Numbers)
}
