import { beforeEach, expect, test } from 'vitest'
import { needContent } from '@semai/domain/needs/need.form'
import { emptySelection } from '@semai/domain/needs/selection'
import { agencies, cast } from '@semai/testkit/cast'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { anInnovation, now, today } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { atOnce } from '@semai/testkit/two-at-once'
import { startNeed, takeNeedStep } from './need.commands.ts'
import { changeCandidate, openIdea, recordDecision, saveSelection } from './selection.commands.ts'

const { db, owner, clear } = await testDb()
const { author, 'local admin': admin, hub } = cast
const candidates: string[] = []
let id: string

beforeEach(async () => {
  await clear()
  await castAgencies(owner.db)
  await castPeople(owner.db)
  candidates.length = 0
  for (const code of ['INV-7001', 'INV-7002']) {
    const given = { code, slug: code.toLowerCase(), name: code, organisation_id: agencies.otherOffice }
    candidates.push((await anInnovation(owner.db, given)).id)
  }
  const content = needContent.parse({
    title: 'Obat tidak sampai ke pulau',
    sector: 'health',
    statement: 'Pasien menahun di pulau menyeberang sehari untuk mengambil obat.',
    evidence: 'Laporan puskesmas 2025',
    urgency: 5,
    impact: 4,
    authority: 5,
    readiness: 3,
  })
  id = await startNeed(db, author, { organisationId: agencies.healthOffice, content, now })
  await takeNeedStep(db, author, { id, step: 'state', now })
})

const stored = async () =>
  (await owner.db.selectFrom('need_selection').select('content').executeTakeFirstOrThrow()).content

test('two who put candidates into the table at the same second both find theirs in it', async () => {
  const { codes } = await atOnce((which) =>
    changeCandidate(db, which === 0 ? author : admin, {
      id,
      innovationId: candidates[which]!,
      isIn: true,
      now,
    }),
  )
  expect(codes).toEqual(['done', 'done'])
  const { candidates: inTable } = await stored()
  expect(inTable.map(({ innovationId }) => innovationId).toSorted()).toEqual(candidates.toSorted())
})

test('of two who weigh at the same second one is told, and the weights of the other stand', async () => {
  const weigh = (fit: number) => ({ ...emptySelection, weights: { ...emptySelection.weights, fit } })
  const { codes, winner, loserReads } = await atOnce((which) =>
    saveSelection(db, which === 0 ? author : admin, {
      id,
      revision: 0,
      table: weigh(which === 0 ? 11 : 22),
      now,
    }),
  )
  expect(codes).toEqual(['conflict', 'done'])
  expect(loserReads).toContain('Somebody else has just changed this table.')
  expect((await stored()).weights.fit).toBe(winner === 'satu' ? 11 : 22)
})

test('of two who decide at the same second one is told, and one replication begins', async () => {
  for (const innovationId of candidates)
    await changeCandidate(db, admin, { id, innovationId, isIn: true, now })
  const { codes, winner, loserReads } = await atOnce((which) => {
    const said = {
      choice: candidates[which]!,
      heldOn: today,
      present: 'Sekda',
      reason: 'Paling cocok.',
      number: '',
    }
    return recordDecision(db, which === 0 ? admin : hub, { id, said, now })
  })
  expect(codes).toEqual(['conflict', 'done'])
  expect(loserReads).toMatch(/^This need is not being weighed now/)
  const begun = await owner.db.selectFrom('replication').select('innovation_id').execute()
  expect(begun).toEqual([{ innovation_id: candidates[winner === 'satu' ? 0 : 1] }])
})

test('two who open an idea of their own at the same second write in one text', async () => {
  const { codes } = await atOnce((which) => openIdea(db, which === 0 ? author : admin, { id, now }))
  expect(codes).toEqual(['done', 'done'])
  expect((await owner.db.selectFrom('innovation_edit').select('id').execute()).length).toBe(1)
})
