import { budgetLinkForm, fundingForm } from '@semai/domain/action-plans/budget.form'
import { commitmentForm } from '@semai/domain/action-plans/commitment.form'
import { planContent } from '@semai/domain/action-plans/plan.form'
import type { PlanContent } from '@semai/domain/action-plans/plan.form'
import { reportForm } from '@semai/domain/monitoring/quarterly-report.form'
import { endedQuarter } from '@semai/domain/monitoring/reporting-quarter'
import { dayIn } from '@semai/domain/time/clock'
import { saveBudgetLink, saveFunding } from '@semai/store/action-plans/budget.commands'
import { recordCommitment } from '@semai/store/action-plans/commitment.commands'
import { agreePlan, commentPlan, savePlan } from '@semai/store/action-plans/plan.commands'
import { keepReport, takeReportStep } from '@semai/store/monitoring/report.commands'
import type { Db } from '@semai/store/db/transaction'
import { uuidv7 } from '@semai/store/db/uuid'
import { cast } from './cast.ts'
import { castReplication } from './replication-scene.ts'

const { author, mentor } = cast

/**
 * An invented replication of the cast, with its agreed plan, a commitment, the first links of its budget, a partner and a
 * verified report. After `castAgencies` and `castPeople`.
 */
export async function demonstrateReplication(db: Db, now: Date): Promise<void> {
  const innovation = {
    code: 'INV-7002',
    slug: 'jemput-dokumen',
    name: 'Jemput Dokumen',
    localName: 'Berkas Datang',
  }
  const code = await castReplication(db, now, innovation)
  const today = dayIn(now)
  const year = Number(today.slice(0, 4)) + 1
  await savePlan(db, author, { code, revision: 0, content: planFor(year), now })
  await agreePlan(db, author, { code, revision: 1, now })
  const comment = 'Tambahkan nilai awal yang diukur bulan ini, supaya hasilnya kelihatan.'
  await commentPlan(db, mentor, { code, comment, now })
  const promise = { signer: 'Bupati Sukamaju (peragaan)', post: 'Bupati Sukamaju', signedOn: today }
  const amounts = `${year} | 125.000.000\n${year + 1} | 80.000.000`
  const said = commitmentForm.parse({ ...promise, number: '000/1/PERAGAAN', amounts })
  await recordCommitment(db, author, { code, said, now })
  const link = { year, link: 'renja_rkpd', number: '000/2/PERAGAAN', on: today }
  const money = { subActivity: '1.02.02.2.02.0033', amount: '125.000.000' }
  await saveBudgetLink(db, author, { code, said: budgetLinkForm.parse({ ...link, ...money }), now })
  const partner = { year, kind: 'partner', partner: 'Koperasi Nelayan Sukamaju', partnerKind: 'community' }
  await saveFunding(db, author, { code, said: fundingForm.parse({ ...partner, pledged: '10.000.000' }), now })
  await aVerifiedReport(db, { code, today, now })
}

async function aVerifiedReport(db: Db, { code, today, now }: { code: string; today: string; now: Date }) {
  const report = {
    key: uuidv7(),
    replication: code,
    ...endedQuarter(today),
    activities: 'Studi tiru ke Dinas Sosial Tirtasari; SOP disesuaikan dengan dua pulau.',
    realisation: '12.000.000',
    indicators: 'Berkas yang diantar | 40',
    obstacles: 'Perahu tidak berlayar dua pekan karena gelombang.',
    followUp: 'Kesepakatan titip dengan kapal perintis.',
  }
  const { id } = await keepReport(db, author, { said: reportForm.parse(report), now })
  await takeReportStep(db, author, { id, step: 'submit', now })
  await takeReportStep(db, mentor, { id, step: 'verify', now })
}

function planFor(year: number): PlanContent {
  const activity = (name: string, output: string, post: string, quarters: string[]) => ({
    name,
    output,
    post,
    quarters,
  })
  return planContent.parse({
    firstYear: year,
    lastYear: year + 1,
    activities: [
      activity('Penyesuaian SOP dan formulir', 'SOP antar berkas', 'Kepala Dinas Kesehatan', [`${year}-1`]),
      activity('Pelatihan kader di dua pulau', '20 kader terlatih', 'Kepala Puskesmas', [
        `${year}-1`,
        `${year}-2`,
      ]),
      activity(
        'Pengantaran setiap pekan',
        '120 berkas sebulan',
        'Kepala Subbagian Umum',
        [3, 4]
          .map((quarter) => `${year}-${quarter}`)
          .concat([1, 2, 3, 4].map((quarter) => `${year + 1}-${quarter}`)),
      ),
    ],
    indicators: [
      {
        name: 'Berkas yang selesai tanpa menyeberang',
        definition: 'Bagian dari berkas warga pulau',
        unit: 'persen',
        target: '80',
        post: 'Kepala Puskesmas',
      },
    ],
    risks: [{ risk: 'Perahu tidak berlayar', response: 'Titip pada kapal perintis' }],
    regulations: [{ title: 'Peraturan bupati tentang antar berkas', due: `triwulan 2 ${year}` }],
    support: 'Pendampingan hub untuk SOP, dan contoh formulir dari instansi asal.',
  })
}
