import {
  factsForm,
  forumForm,
  milestoneForm,
  recommendForm,
  startForm,
} from '@semai/domain/replications/replication.form'
import { dayIn } from '@semai/domain/time/clock'
import type { Db } from '@semai/store/db/transaction'
import { recordForum } from '@semai/store/replications/forum.commands'
import { saveMilestone } from '@semai/store/replications/milestone.commands'
import { recommend } from '@semai/store/replications/recommend.commands'
import { saveFacts } from '@semai/store/replications/replication-facts.commands'
import { startReplication } from '@semai/store/replications/replication-start.commands'
import { takeReplicationStep } from '@semai/store/replications/take-replication-step'
import { agencies, cast } from './cast.ts'
import { anInnovation } from './scene.ts'

const day = (now: Date, days: number) => dayIn(new Date(now.getTime() - days * 86_400_000))

/** Invented innovations of the other regency and the ministry that the cast takes over. */
const origins = [
  {
    code: 'INV-S9101',
    slug: 'kapal-akta-peragaan',
    name: 'Kapal Akta (peragaan)',
    organisation_id: agencies.otherOffice,
  },
  {
    code: 'INV-S9102',
    slug: 'sahabat-lansia-peragaan',
    name: 'Sahabat Lansia (peragaan)',
    organisation_id: agencies.otherRegency,
  },
  {
    code: 'INV-S9103',
    slug: 'balai-terbuka-peragaan',
    name: 'Balai Terbuka (peragaan)',
    organisation_id: agencies.centre,
  },
] as const

/**
 * Replications of the cast in the ways they can stand: under way with milestones, running, stopped, decided by a forum,
 * recommended. All invented. After `castAgencies` and `castPeople`, where regions are.
 */
export async function castReplications(db: Db, now: Date): Promise<void> {
  const ids: string[] = []
  for (const origin of origins) {
    const summary = 'Inovasi rekaan untuk peragaan.'
    ids.push((await anInnovation(db, { ...origin, summary })).id)
  }
  await underWay(db, ids[0]!, now)
  await stopped(db, ids[1]!, now)
  await decidedByForum(db, now)
  const said = recommendForm.parse({
    innovation: 'balai-terbuka-peragaan',
    organisations: 'dinas-kesehatan-sukamaju',
    why: 'Antrean pengaduan menumpuk tiga triwulan (rekaan)',
    answerBy: dayIn(new Date(now.getTime() + 30 * 86_400_000)),
    year: '2027',
  })
  await recommend(db, cast.hub, { said, now })
}

/** From a letter to the work itself, with its milestones. */
async function underWay(db: Db, innovationId: string, now: Date): Promise<void> {
  const said = startForm.parse({
    organisation: 'dinas-kesehatan-sukamaju',
    route: 'letter',
    localName: 'Perahu Akta Sukamaju',
    year: '2027',
    form: 'adaptation',
    region: '35.10',
    letterNumber: '474/112/2026',
    letterOn: day(now, 120),
  })
  const code = await startReplication(db, cast.author, { innovationId, said, now, updateMonth: 3 })
  const marks = [
    { kind: 'need', reachedOn: day(now, 150), number: 'ND 7/2026' },
    { kind: 'choice', reachedOn: day(now, 130), number: 'BA 3/2026' },
    { kind: 'study_visit', reachedOn: day(now, 95), note: 'Dua hari, enam petugas (rekaan)' },
    { kind: 'agreement', reachedOn: day(now, 80), number: 'PKS 12/2026' },
    { kind: 'plan', plannedOn: day(now, 20) },
    { kind: 'commitment', plannedOn: day(now, -30) },
  ]
  for (const mark of marks) {
    await saveMilestone(db, cast.author, { code, said: milestoneForm.parse(mark), now })
  }
  await takeReplicationStep(db, cast.author, { code, step: 'begin', day: day(now, 10), now, updateMonth: 3 })
}

/** One that ran and stopped, with its reason. */
async function stopped(db: Db, innovationId: string, now: Date): Promise<void> {
  const said = startForm.parse({
    organisation: 'puskesmas-sukamaju',
    route: 'running',
    start: '2024-02',
    form: 'adoption',
    region: '35.10',
  })
  const common = { now, updateMonth: 3 }
  const code = await startReplication(db, cast.author, { innovationId, said, ...common })
  const facts = factsForm.parse({
    revision: '0',
    localName: 'Kawan Lansia',
    legalBasis: 'Kep. Kepala Puskesmas 4/2024',
  })
  await saveFacts(db, cast.author, { code, said: facts, now })
  await takeReplicationStep(db, cast.author, {
    code,
    step: 'stop',
    cause: 'staff',
    day: day(now, 60),
    ...common,
  })
}

/** A forum of the hub that decided for two at once. */
async function decidedByForum(db: Db, now: Date): Promise<void> {
  const said = forumForm.parse({
    hub: 'pemerintah-provinsi-lintang',
    title: 'Forum JIPP Provinsi Lintang (peragaan)',
    heldOn: day(now, 45),
    place: 'Aula Bappeda (rekaan)',
    minuteNumber: 'BA/045/2026',
    minute: 'Peserta menyepakati dua replikasi untuk tahun anggaran berikutnya (rekaan).',
    year: '2027',
    decisions:
      'puskesmas-sukamaju | balai-terbuka-peragaan | Puskesmas Terbuka\npemerintah-kabupaten-sukamaju | sahabat-lansia-peragaan',
  })
  await recordForum(db, cast.hub, { said, now })
}
