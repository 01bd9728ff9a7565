import {
  engagementForm,
  memberForm,
  mentoringVisitForm,
  teamForm,
} from '@semai/domain/mentoring/mentoring.form'
import { dayIn } from '@semai/domain/time/clock'
import type { Db } from '@semai/store/db/transaction'
import {
  finishStage,
  pauseEngagement,
  recordMentoringVisit,
  resumeEngagement,
} from '@semai/store/mentoring/engagement.commands'
import { startEngagement } from '@semai/store/mentoring/engagement-start.commands'
import { addMember, formTeam } from '@semai/store/mentoring/team.commands'
import { cast } from './cast.ts'
import { aHub, castHub } from './mentored-hub.ts'
import { castEmail } from './people.ts'

const day = (now: Date, ago: number) => dayIn(new Date(now.getTime() - ago * 86_400_000))

/**
 * The invented province is a hub, with two teams that accompany its members: one within its promise after a pause, one over
 * it, one that has just begun. After `castAgencies` and `castPeople`.
 */
export async function castMentoring(db: Db, now: Date): Promise<void> {
  await aHub(db)
  const first = await team(db, now, {
    name: 'Tim Pendamping Lintang (peragaan)',
    university: 'Universitas Lintang (rekaan)',
  })
  const second = await team(db, now, {
    name: 'Tim Klinik Inovasi (peragaan)',
    university: 'Politeknik Samudra (rekaan)',
  })
  const mentor = cast.mentor.personId!
  const since = day(now, 200)
  for (const [team, member, part] of [
    [first, 'mentor', 'lead'],
    [second, 'hub', 'facilitator'],
  ] as const) {
    const said = memberForm.parse({ team, email: castEmail(member), part, since })
    await addMember(db, cast.hub, { said, now })
  }
  await withPause(db, now, { team: first, mentor })
  await begun(db, now, {
    team: first,
    mentor,
    organisation: 'pemerintah-kabupaten-tirtasari',
    purpose: 'Memetakan kesenjangan layanan kependudukan (rekaan).',
    stage: 'gap_mapping',
    ago: 70,
  })
  await begun(db, now, {
    team: second,
    organisation: 'puskesmas-sukamaju',
    purpose: 'Mendampingi penyusunan rencana aksi Puskesmas Terbuka (rekaan).',
    stage: 'plan',
    ago: 3,
  })
}

const team = (db: Db, now: Date, given: { name: string; university: string }) =>
  formTeam(db, cast.hub, { slug: castHub, said: teamForm.parse({ ...given, decree: '188/PERAGAAN' }), now })

type Begun = {
  team: string
  organisation: string
  purpose: string
  stage: string
  ago: number
  mentor?: string
}

function begun(db: Db, now: Date, { ago, ...given }: Begun): Promise<string> {
  const said = engagementForm.parse({ ...given, startedOn: day(now, ago) })
  return startEngagement(db, cast.hub, { said, now })
}

async function withPause(db: Db, now: Date, given: { team: string; mentor: string }): Promise<void> {
  const id = await begun(db, now, {
    ...given,
    organisation: 'dinas-kesehatan-sukamaju',
    purpose: 'Menyiapkan replikasi antar berkas di dua pulau (rekaan).',
    stage: 'study',
    ago: 60,
  })
  const visits = [
    {
      heldOn: day(now, 58),
      mode: 'on_site',
      notes: 'Dinas belum punya perahu; kader siap membantu (rekaan).',
    },
    {
      heldOn: day(now, 20),
      mode: 'online',
      notes: 'Daftar pertanyaan studi tiru disepakati (rekaan).',
      agreed: 'SOP dibahas pekan depan.',
    },
  ]
  for (const said of visits) {
    await recordMentoringVisit(db, cast.mentor, { id, said: mentoringVisitForm.parse(said), now })
  }
  const said = { from: day(now, 50), reason: 'Gelombang tinggi; kunjungan tidak mungkin (rekaan).' }
  await pauseEngagement(db, cast.mentor, { id, said, now })
  await resumeEngagement(db, cast.mentor, { id, until: day(now, 30), now })
  await finishStage(db, cast.mentor, { id, position: 1, day: day(now, 15), now })
}
