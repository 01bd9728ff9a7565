import type { Actor } from '@semai/domain/people/actor'
import { awardForm, presentationForm, roundGroupForm } from '@semai/domain/rounds/round.form'
import { dayIn } from '@semai/domain/time/clock'
import type { Db } from '@semai/store/db/transaction'
import { attachToRecord } from '@semai/store/attachments/attachment.commands'
import type { Files } from '@semai/store/files/open-files'
import { saveAnswers } from '@semai/store/rounds/answer.commands'
import { saveScores, scorePresentation } from '@semai/store/rounds/assess.commands'
import { assignAssessor, planPresentation } from '@semai/store/rounds/assign.commands'
import { acceptProposals, decideAward } from '@semai/store/rounds/award.commands'
import { drawLoci } from '@semai/store/rounds/locus.commands'
import { addGroup } from '@semai/store/rounds/round-setup.commands'
import { takeRoundStep } from '@semai/store/rounds/round.commands'
import { agencies, cast } from './cast.ts'
import { aPdf } from './made-files.ts'
import {
  aLocus,
  anEvaluator,
  answered,
  aRound,
  assessed,
  locusCalled,
  sceneCriteria,
  wholeOfOrganisation,
} from './round-scene.ts'
import { anInnovation } from './scene.ts'

const { secretariat, author, 'author elsewhere': other, evaluator } = cast

/** Invented innovations that were asked: their name, whose they are, what they answer, and the totals of three assessors. */
const asked = [
  ['Loket Pesisir', 'own', 'c2', [88, 82, 85]],
  ['Jemput Akta', 'own', 'c1', [74, 70, 78]],
  ['Rumah Pulih', 'other', 'c1', [80, 77, 83]],
  ['Sawah Terang', 'other', 'c3', [62, 58, 66]],
  ['Posyandu Sore', 'own', 'c4', [40, 44, 47]],
  ['Pasar Jujur', 'other', null, []],
] as const
type Asked = (typeof asked)[number]

const nameOf = ([name]: Asked) => `${name} (peragaan)`
const writerOf = ([, owner]: Asked): Actor => (owner === 'own' ? author : other)

/**
 * Two invented rounds of monitoring: that of last year, from its loci to its published awards, with one locus that never answered; and that of
 * this year, open, with a draft. After `castAgencies` and `castPeople`. Returns the codes of both.
 */
export async function demonstrateRounds(db: Db, now: Date): Promise<{ published: string; open: string }> {
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
  for (const [i, one] of asked.entries()) {
    await anInnovation(db, {
      code: `INV-S95${String(i + 1).padStart(2, '0')}`,
      slug: `${one[0].toLowerCase().replaceAll(' ', '-')}-peragaan`,
      name: nameOf(one),
      summary: 'Inovasi rekaan untuk peragaan.',
      organisation_id: one[1] === 'own' ? agencies.healthOffice : agencies.otherOffice,
    })
  }
  const published = await closedRound(db, ago)
  const year = Number(dayIn(now).slice(0, 4))
  const next = await aRound(db, {
    now: ago(3),
    name: `PKRI ${year} (peragaan)`,
    days: 33,
    assessDays: 21,
    awards: '2',
  })
  for (const one of asked.slice(0, 4)) await aLocus(db, { ...next, record: nameOf(one), now: ago(3) })
  await takeRoundStep(db, secretariat, { code: next.code, step: 'open', now: ago(2) })
  const id = await locusCalled(db, { code: next.code, name: nameOf(asked[0]) })
  const typed = { q1: 'c2', q3: 'Kini melayani dua pulau (rekaan).', q6: 'sekitar 400' }
  await saveAnswers(db, author, { code: next.code, id, revision: 0, typed, now: ago(1) })
  return { published, open: next.code }
}

type Ago = (days: number) => Date

async function closedRound(db: Db, ago: Ago): Promise<string> {
  const year = Number(dayIn(ago(0)).slice(0, 4)) - 1
  const made = await aRound(db, {
    now: ago(320),
    name: `PKRI ${year} (peragaan)`,
    awards: '2',
    presentationPerCent: '40',
    days: 40,
  })
  const { code } = made
  for (const one of asked) await aLocus(db, { ...made, record: nameOf(one), now: ago(320) })
  const group = await addGroup(db, secretariat, { code, said: bestOrganisers(), now: ago(320) })
  await drawLoci(db, secretariat, { code, said: { group, fromYear: 2014, toYear: year }, now: ago(320) })
  await takeRoundStep(db, secretariat, { code, step: 'open', now: ago(318) })
  const ids = new Map<Asked, string>()
  for (const one of asked) ids.set(one, await locusCalled(db, { code, name: nameOf(one) }))
  for (const [one, id] of ids) {
    const [, , q1] = one
    if (q1 !== null) await answered(db, writerOf(one), { code, id, now: ago(300), given: { q1 } })
  }
  const governments: string[] = []
  for (const [name, admin] of [
    ['Pemerintah Kabupaten Sukamaju', cast['local admin']],
    ['Pemerintah Kabupaten Tirtasari', cast['local admin elsewhere']],
  ] as const) {
    const id = await locusCalled(db, { code, name })
    await answered(db, admin, { code, id, now: ago(299), given: { ...wholeOfOrganisation } })
    governments.push(id)
  }
  await takeRoundStep(db, secretariat, { code, step: 'assess', now: ago(275) })
  await judged(db, { code, ids, organisers: governments, ago })
  await acceptProposals(db, secretariat, { code, group, now: ago(245) })
  await acceptProposals(db, secretariat, { code, group: made.group, now: ago(245) })
  const third = awardForm.parse({
    locus: ids.get(asked[1]),
    awarded: 'yes',
    reason: 'Satu-satunya yang menjangkau pulau terluar (rekaan).',
  })
  await decideAward(db, secretariat, { code, said: third, now: ago(245) })
  await takeRoundStep(db, secretariat, { code, step: 'decide', now: ago(244) })
  await takeRoundStep(db, secretariat, { code, step: 'publish', now: ago(240) })
  return code
}

const bestOrganisers = () =>
  roundGroupForm.parse({
    nameId: 'Penyelenggara terbaik',
    nameEn: 'Best organiser',
    objects: 'organisation',
    awards: '1',
    presentationPerCent: '0',
    criteria: sceneCriteria,
  })

type Judged = { code: string; ids: ReadonlyMap<Asked, string>; organisers: readonly string[]; ago: Ago }

/** Three assessors score all that answered; the three best present. */
async function judged(db: Db, { code, ids, organisers, ago }: Judged): Promise<void> {
  const people: Actor[] = []
  for (const name of ['Dr. Ratih Kumala', 'Bambang Wirawan', 'Prof. Nengah Suastika']) {
    people.push(await anEvaluator(db, { now: ago(330), name: `${name} (peragaan)`, isDemonstration: true }))
  }
  const answering = [...ids].filter(([[, , answer]]) => answer !== null)
  const scored = [
    ...answering.map(([[, , , totals], id]) => [totals, id] as const),
    ...organisers.map((id, i) => [[78 - 6 * i, 80 - 6 * i, 75 - 6 * i], id] as const),
  ]
  for (const [totals, id] of scored) {
    for (const [i, actor] of people.entries()) {
      await assignAssessor(db, secretariat, { code, locus: id, person: actor.personId!, now: ago(274) })
      const total = totals[i]!
      await assessed(db, actor, { code, id, scores: [total - 2, total + 3], now: ago(265) })
    }
  }
  const heard = answering.slice(0, 3)
  for (const [i, [, locus]] of heard.entries()) {
    const presentsOn = dayIn(ago(255))
    const said = { locus, presentsOn, presentsAt: `${9 + i}:00`.padStart(5, '0'), place: 'Aula peragaan' }
    await planPresentation(db, secretariat, { code, said: presentationForm.parse(said), now: ago(262) })
  }
  await takeRoundStep(db, secretariat, { code, step: 'present', now: ago(258) })
  for (const [i, [, id]] of heard.entries()) {
    for (const actor of people) {
      const said = { score: 86 - 5 * i, reason: 'Menjawab dengan data (rekaan).' }
      await scorePresentation(db, actor, { code, id, said, now: ago(250) })
    }
  }
}

/**
 * An invented round that is being assessed, after `demonstrateRounds`: four loci of this year's, three of which answered. The
 * evaluator of the cast has sent the scores of one and begun another; one presents next week, and assessing ends the day before.
 * @returns its code.
 */
export async function demonstrateAssessing(db: Db, now: Date): Promise<string> {
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
  const year = dayIn(now).slice(0, 4)
  const made = await aRound(db, {
    now: ago(40),
    name: `Keberlanjutan tengah tahun ${year} (peragaan)`,
    presentationPerCent: '30',
    assessors: '1',
    days: 26,
    assessDays: 20,
  })
  const { code } = made
  const four = asked.slice(0, 4)
  for (const one of four) await aLocus(db, { ...made, record: nameOf(one), now: ago(40) })
  await takeRoundStep(db, secretariat, { code, step: 'open', now: ago(39) })
  const ids: string[] = []
  for (const one of four) ids.push(await locusCalled(db, { code, name: nameOf(one) }))
  const answering = four.slice(0, 3)
  for (const [i, one] of answering.entries()) {
    await answered(db, writerOf(one), { code, id: ids[i]!, now: ago(30), given: { q1: one[2] ?? '' } })
  }
  await takeRoundStep(db, secretariat, { code, step: 'assess', now: ago(13) })
  for (const locus of ids.slice(0, 3)) {
    await assignAssessor(db, secretariat, { code, locus, person: evaluator.personId!, now })
  }
  await assessed(db, evaluator, { code, id: ids[0]!, scores: [84, 79], now })
  const typed = { keberlanjutan: { score: '71', reason: 'Tiga dari lima loket masih buka (rekaan).' } }
  await saveScores(db, evaluator, { code, id: ids[1]!, typed, now })
  const presentsOn = dayIn(ago(-7))
  const said = { locus: ids[0]!, presentsOn, presentsAt: '10:00', place: 'Aula peragaan' }
  await planPresentation(db, secretariat, { code, said: presentationForm.parse(said), now })
  return code
}

/** An invented file as evidence in the draft of the round that is open. */
export async function demonstrateEvidence(
  db: Db,
  files: Files,
  { code, now }: { code: string; now: Date },
): Promise<void> {
  const locus = await locusCalled(db, { code, name: nameOf(asked[0]) })
  const given = { bytes: aPdf(), name: 'Laporan layanan (rekaan).pdf' }
  await attachToRecord(db, author, { holder: 'answer', key: `${locus}.q9`, given, files, now })
}
