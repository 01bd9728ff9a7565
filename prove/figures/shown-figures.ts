import { briefMonth } from '@semai/domain/boards/brief-month'
import type { Actor } from '@semai/domain/people/actor'
import { placeMoney } from '@semai/store/action-plans/place-money.queries'
import { briefCounts } from '@semai/store/boards/monthly-brief.queries'
import type { BriefScope } from '@semai/store/boards/brief-scope'
import { regionsBeside } from '@semai/store/boards/region-board.queries'
import { regionLate } from '@semai/store/boards/region-late.queries'
import type { BoardName } from '@semai/store/boards/stated-figures'
import { briefRuns } from '@semai/store/continuity/brief-runs.queries'
import { continuity } from '@semai/store/continuity/continuity.queries'
import { earlyWarnings } from '@semai/store/continuity/early-warning.queries'
import { yearsOfPlace } from '@semai/store/continuity/place-years.queries'
import type { Db } from '@semai/store/db/transaction'
import { boardCounts, memberCoverage, nationalCounts } from '@semai/store/hubs/board.queries'
import { hubNamed } from '@semai/store/hubs/named-hub'
import { hubQueue, hubQueueKinds } from '@semai/store/hubs/queue.queries'
import { lateEngagements } from '@semai/store/mentoring/engagement.queries'
import { stageClocks } from '@semai/store/hubs/stage-clocks.queries'
import type { StageClocks } from '@semai/store/hubs/stage-clocks.queries'
import { countStuck } from '@semai/store/hubs/stuck.queries'
import { regionsOfProvince } from '@semai/store/regions/region-page.queries'
import { findingCounts } from '@semai/store/scaling/finding.queries'
import { programmeNamed } from '@semai/store/scaling/programme.queries'
import { programmeSides } from '@semai/store/scaling/programme-spread.queries'
import { programmesBoard } from '@semai/store/scaling/programmes-board.queries'
import { lastingShown } from './lasting-shown.ts'

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
      continuity(db, actor, { today }),
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
      ...lastingShown(lasting),
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
    const [states, stuck, members, queue, late, warnings] = await Promise.all([
      boardCounts(db, actor, hub),
      countStuck(db, actor, { scope: hub, clocks, today }),
      memberCoverage(db, actor, { scope: hub, limit: 100 }),
      hubQueue(db, actor, { hub, today }),
      lateEngagements(db, actor, { hubId: hub.organisationId, today }),
      earlyWarnings(db, actor, { scope: hub, today }),
    ])
    return {
      states: some(states),
      stuck: some(stuck),
      members: nested(members.rows.map((member) => [member.slug, member.states])),
      waiting: some(Object.fromEntries(hubQueueKinds.map((kind) => [kind, queue[kind].count]))),
      promises: some({ over: late.length }),
      warnings: some(warnings.counts),
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
  place: async ({ db, actor, today }, code) => {
    const [years, money, late, [beside]] = await Promise.all([
      yearsOfPlace(db, actor, { code, today }),
      placeMoney(db, actor, { code }),
      regionLate(db, actor, { code, today }),
      regionsBeside(db, actor, [code]),
    ])
    const { code: _, ...counts } = beside!
    return {
      years: nested(
        years.map(({ year, began, stopped, states }) => [String(year), { ...states, began, ended: stopped }]),
      ),
      money: nested(money.map(({ year, ...amounts }) => [String(year), amounts])),
      late: some(Object.fromEntries(Object.entries(late).map(([kind, { count }]) => [kind, count]))),
      beside: some(counts),
    }
  },
  brief: async (at, scope) => {
    const { db, actor, today } = at
    const asked = { scope: await briefScope(at, scope), month: briefMonth(today.slice(0, 7), today) }
    const [{ began, verified, behind }, { states, stops }] = await Promise.all([
      briefCounts(db, actor, asked),
      briefRuns(db, actor, asked),
    ])
    const untold = stops.reasons.length === 0 ? { 'not told': stops.count } : {}
    const told = Object.fromEntries(stops.reasons.map(({ reason, count }) => [reason ?? 'not told', count]))
    return {
      began: some(began),
      verified: some(verified),
      states: some(states),
      stops: some({ ...untold, ...told }),
      behind: some(behind),
    }
  },
  programmes: async (at, scope) => {
    const programme = (await allProgrammes(at)).find(({ slug }) => slug === scope)!
    const { measure, pace, years, sides, open } = programme
    return {
      years: some(Object.fromEntries(years.map(({ year, opened }) => [String(year), opened ?? 0]))),
      target: some({
        ...(measure && { of: measure.of, reached: measure.reached }),
        recent: pace.recent,
        needed: pace.needed ?? 0,
      }),
      sides: nested(Object.entries(sides)),
      open: some(open!),
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

const read = new WeakMap<Looking, ReturnType<typeof programmesBoard>>()

/** All programmes stand on one page, which is read once by whoever looks. */
function allProgrammes(at: Looking): ReturnType<typeof programmesBoard> {
  const programmes = read.get(at) ?? programmesBoard(at.db, at.actor, at)
  read.set(at, programmes)
  return programmes
}

async function briefScope({ db, actor }: Looking, scope: string): Promise<BriefScope> {
  if (scope === '') return { kind: 'country' }
  return /^\d/.test(scope)
    ? { kind: 'region', code: scope }
    : { kind: 'hub', hub: await hubNamed(db, actor, scope) }
}

function some(numbers: Readonly<Record<string, number>>): Numbers {
  return Object.fromEntries(Object.entries(numbers).filter(([, n]) => n > 0))
}

function nested(parts: readonly (readonly [string, Readonly<Record<string, number>>])[]): Numbers {
  const keyed = parts.flatMap(([first, one]) => Object.entries(one).map(([key, n]) => [`${first} ${key}`, n]))
  return some(Object.fromEntries(keyed) as Numbers)
}
