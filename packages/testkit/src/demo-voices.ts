import { takeCorrectionStep } from '@semai/store/corrections/correction.commands'
import type { Db } from '@semai/store/db/transaction'
import { askForReplies } from '@semai/store/replies/ask-for-replies.commands'
import { sayReply } from '@semai/store/replies/reply.commands'
import { sayAbsent, sayUseful, takeVoiceStep } from '@semai/store/voices/voice.commands'
import { cast } from './cast.ts'

const dayMs = 86_400_000

/**
 * What invented citizens say: an innovation is of use; twice something does not run, one of them shown and answered, one
 * waiting for the hub. Stops of the invented agencies were told of forty days ago, one with a reply. After the claims.
 */
export async function demoVoices(db: Db, now: Date): Promise<void> {
  await voices(db, now)
  await askForReplies(db, { days: 30, now: new Date(now.getTime() - 40 * dayMs) })
  const right = await db
    .selectFrom('reply_right as x')
    .innerJoin('organisation_above as a', 'a.organisation_id', 'x.organisation_id')
    .innerJoin('role_grant as g', 'g.organisation_id', 'a.above_id')
    .select(['x.id', 'g.person_id as personId'])
    .where('g.role', '=', 'local_admin')
    .where('g.person_id', 'in', [cast['local admin'].personId!, cast['local admin elsewhere'].personId!])
    .orderBy('x.id')
    .executeTakeFirst()
  if (!right) return
  const reply =
    'Layanannya dipindahkan ke gedung pelayanan bersama; loket lamanya memang kami tutup (jawaban rekaan).'
  await sayReply(db, adminCalled(right.personId), { id: right.id, reply, now })
}

function adminCalled(personId: string) {
  return personId === cast['local admin'].personId ? cast['local admin'] : cast['local admin elsewhere']
}

async function voices(db: Db, now: Date): Promise<void> {
  const claims = await db
    .selectFrom('claim as c')
    .innerJoin('innovation as i', 'i.id', 'c.innovation_id')
    .innerJoin('organisation_above as a', 'a.organisation_id', 'c.organisation_id')
    .innerJoin('role_grant as g', 'g.organisation_id', 'a.above_id')
    .select(['c.id', 'i.slug', 'g.person_id as personId'])
    .distinctOn('g.person_id')
    .where('g.person_id', 'in', [cast['local admin'].personId!, cast['local admin elsewhere'].personId!])
    .where('c.withdrawn_at', 'is', null)
    .where('c.stopped_on', 'is', null)
    .orderBy('g.person_id', 'desc')
    .orderBy('c.id')
    .limit(2)
    .execute()
  for (const [i, { id, slug }] of claims.entries()) {
    for (let n = 0; n < 7 - i * 3; n++) await sayUseful(db, { slug, device: `rekaan ${n}`, now })
    const words =
      i === 0 ? 'Loketnya tutup setiap kali saya datang sejak Januari.' : 'Petugasnya tidak pernah ada.'
    await sayAbsent(db, { claim: id, words, device: 'rekaan', now })
  }
  const first = await db
    .selectFrom('voice')
    .select('id')
    .where('claim_id', '=', claims[0]?.id ?? null)
    .executeTakeFirst()
  if (!first) return
  await takeVoiceStep(db, cast.secretariat, { voice: first.id, step: 'show', now })
  const { correction_id: question } = await db
    .selectFrom('voice')
    .select('correction_id')
    .where('id', '=', first.id)
    .executeTakeFirstOrThrow()
  await takeCorrectionStep(db, adminCalled(claims[0]!.personId), {
    key: { id: question! },
    step: 'decline',
    reason: 'Loket buka Senin sampai Kamis; jadwalnya kini tertempel di pintu (jawaban rekaan).',
    change: null,
    isPublic: true,
    now,
  })
}
