import { afterAll, expect, test } from 'vitest'
import { axeFindings } from './axe-findings.ts'
import { carryOut, pay, plan, takeRoot, writeLetters } from './replication-carrying-out.ts'
import { decide, everyParty, fork, stateNeed, visit } from './replication-preparing.ts'
import { lastEvent, replicationSite, trailAfter } from './replication-walk.ts'
import type { OwnSite } from './served-site.ts'
import { newPage } from './walk.ts'

const sites: OwnSite[] = []

afterAll(async () => {
  for (const site of sites) await site.stop()
})

const signings = ['session.start', 'device.new']

test.each([true, false])(
  'from a need to a replica that took root, with scripts: %s',
  async (scripts) => {
    sites.push(await replicationSite())
    const began = await lastEvent()
    const parties = await everyParty(scripts)
    const need = await stateNeed(parties)
    const replication = await decide(parties, need)
    await visit(parties, replication)
    await fork(parties, replication, scripts)
    await plan(parties, replication)
    await pay(parties, replication)
    await carryOut(parties, replication)
    await takeRoot(parties, replication)
    await writeLetters(parties, replication)

    const anyone = await newPage({ width: 360 })
    for (const path of ['', '/rancang-bangun', '/rencana', '/anggaran', '/laporan']) {
      await anyone.goto(replication + path)
      expect(await axeFindings(anyone), path).toEqual([])
    }
    expect(await trailAfter(began)).toEqual([
      ...Array.from({ length: 7 }, () => signings).flat(),
      'need.start',
      'need.state',
      'need.weigh',
      'need.score',
      'need.decide',
      'replication.start',
      'need_decision.record',
      'replication.facts',
      'study_visit.open',
      'study_visit.request',
      'study_visit.accept',
      'study_visit.write',
      'study_visit.report',
      'blueprint_edit.start',
      'blueprint_edit.save',
      'blueprint_edit.publish',
      'replication.confirm_form',
      'action_plan.save',
      'action_plan.comment',
      'action_plan.save',
      'action_plan.agree',
      'commitment.record',
      ...Array(5).fill('budget.link'),
      'replication.begin',
      'quarterly_report.start',
      'quarterly_report.submit',
      'quarterly_report.return',
      'quarterly_report.save',
      'quarterly_report.submit',
      'quarterly_report.verify',
      'claim.start',
      'replication.run',
      'replication.facts',
      'claim.confirm',
      'claim.verify',
      'replication.institutionalise',
      'document.write',
      'document.sign',
    ])
  },
  300_000,
)
