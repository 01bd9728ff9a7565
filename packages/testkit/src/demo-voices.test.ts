import { voiceQueue } from '@semai/store/voices/voice.queries'
import { complaintImportPage } from '@semai/store/complaints/complaint-theme.queries'
import { expect, test } from 'vitest'
import { agencies, cast } from './cast.ts'
import { castClaims } from './claims-scene.ts'
import { demoComplaints } from './demo-complaints.ts'
import { demoVoices } from './demo-voices.ts'
import { castAgencies, castPeople, castPlaces } from './people.ts'
import { aClaim, aRegion, now } from './scene.ts'
import { testDb } from './test-db.ts'

const { db, owner } = await testDb()

test('the demonstration has a voice that was answered, one that waits, a reply to a stop, and themes that wait', async () => {
  for (const code of ['35', '35.09', '35.10', '35.78']) await aRegion(owner.db, { code })
  await castAgencies(owner.db)
  await castPlaces(owner.db)
  await castPeople(owner.db)
  await castClaims(owner.db, now)
  const claim = await owner.db.selectFrom('claim').selectAll().executeTakeFirstOrThrow()
  const of = {
    innovation_id: claim.innovation_id,
    source_id: claim.source_id,
    organisation_id: agencies.otherOffice,
    region_code: '35.09',
  }
  await aClaim(owner.db, of)
  await aClaim(owner.db, { ...of, stopped_on: '2026-01-15', stop_reason: 'budget' })
  await demoVoices(owner.db, new Date('2026-06-01T03:00:00Z'))
  const states = await owner.db.selectFrom('voice').select('state').orderBy('state').execute()
  expect(states.map(({ state }) => state)).toEqual(['received', 'shown'])
  expect((await voiceQueue(db, cast.secretariat, now)).length).toBe(1)
  const replies = await owner.db
    .selectFrom('reply_right')
    .select('reply')
    .where('reply', 'is not', null)
    .execute()
  expect(replies.length).toBe(1)
  const { themes } = await complaintImportPage(db, cast.author, {
    id: await demoComplaints(owner.db, now),
    now,
  })
  expect(themes.map(({ state }) => state).toSorted()).toEqual(['kept', 'proposed', 'proposed'])
})
