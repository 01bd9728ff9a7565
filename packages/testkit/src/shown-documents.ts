import { planContent } from '@semai/domain/action-plans/plan.form'
import type { ReplicationFacts } from '@semai/domain/documents/document-parts'
import { gapSheet, needMinute } from '@semai/domain/documents/need-documents'
import { replicationDocumentKinds } from '@semai/domain/documents/official-document'
import type { OfficialDocument } from '@semai/domain/documents/official-document'
import { planDocument } from '@semai/domain/documents/plan-document'
import { quarterlyReport, visitReport } from '@semai/domain/documents/progress-documents'
import { replicationDocument } from '@semai/domain/documents/replication-documents'
import { needContent } from '@semai/domain/needs/need.form'
import { noScores, shippedWeights } from '@semai/domain/needs/selection'

const parties = {
  adopter: 'Dinas Kesehatan Sukamaju',
  institution: 'Pemerintah Kabupaten Sukamaju',
  origin: 'Dinas Sosial Tirtasari',
  innovation: 'Antar Obat',
  localName: 'Obat Tiba',
}
const replica = { ...parties, code: 'REP-0042' }
const day = '2026-03-02'

const decision = {
  organisation: parties.adopter,
  need: 'Obat terlambat tiba di pulau',
  choice: 'Antar Obat',
  origin: parties.origin,
  heldOn: '2026-02-03',
  present: 'Kepala dinas, kepala bidang pelayanan, kepala apotek, tim pendamping',
  reason: 'Menjawab masalah yang sama, biayanya terjangkau, dan instansi asalnya bersedia membantu.',
  weights: shippedWeights,
  candidates: [
    {
      name: 'Antar Obat',
      scores: { fit: 5, maturity: 4, ease: 3, cost: 4, regulation: 4, capacity: 3, origin: 5, continuity: 4 },
    },
    { name: 'Apotek Terapung', scores: { ...noScores, fit: 4 } },
  ],
}

const facts: ReplicationFacts = {
  ...parties,
  summary: null,
  year: 2027,
  form: 'adaptation',
  region: 'Kabupaten Sukamaju',
  legalBasis: null,
  budgetLine: '1.02.02.2.02',
  procedure: null,
  hub: 'Hub Provinsi Lintang',
  choice: { number: 'BA/1/2026', day: '2026-02-03' },
  interest: { number: null, day: null },
  decision: null,
}

const content = planContent.parse({
  firstYear: 2027,
  lastYear: 2028,
  activities: [
    ['Membentuk tim dan menetapkan SK', 'SK tim', 'Sekretaris dinas', ['2027-1']],
    [
      'Menyusun SOP pengantaran dan penerimaan obat di pulau',
      'SOP disahkan',
      'Kepala bidang pelayanan',
      ['2027-1', '2027-2'],
    ],
    [
      'Melatih kader penerima obat di 12 pulau',
      '60 kader terlatih',
      'Kepala puskesmas',
      ['2027-2', '2027-3'],
    ],
    ['Uji coba di tiga pulau', 'Laporan uji coba', 'Kepala apotek', ['2027-3', '2027-4']],
    [
      'Memperluas ke semua pulau berpenghuni',
      '12 pulau terlayani',
      'Kepala dinas',
      ['2028-1', '2028-2', '2028-3', '2028-4'],
    ],
  ].map(([name, output, post, quarters]) => ({ name, output, post, quarters })),
  indicators: [
    {
      name: 'Lama menunggu obat',
      definition: 'hari sejak resep ditulis',
      unit: 'hari',
      baseline: '21',
      target: '3',
      post: 'Kepala apotek',
    },
    { name: 'Pulau terlayani', unit: 'pulau', baseline: '0', target: '12', post: 'Kepala bidang pelayanan' },
  ],
  risks: [{ risk: 'Gelombang tinggi pada musim barat', response: 'Stok penyangga dua minggu di tiap pulau' }],
  regulations: [{ title: 'Peraturan Bupati tentang pengantaran obat', due: 'Triwulan III 2027' }],
  support: 'Pendampingan penyusunan SOP oleh instansi asal.',
})

/** One document of every kind, about the invented agencies, as tests and the eyes of people look at them. */
export const shownDocuments: readonly OfficialDocument[] = [
  ...replicationDocumentKinds.map((kind) => replicationDocument(kind, facts, day)),
  replicationDocument('decision_minute', { ...facts, decision: { ...decision, number: 'BA/1/2026' } }, day),
  needMinute({ ...decision, institution: parties.institution, number: 'BA/1/2026' }, day),
  gapSheet(
    {
      organisation: parties.adopter,
      institution: parties.institution,
      region: 'Kabupaten Sukamaju',
      statedOn: '2026-01-20',
      content: needContent.parse({
        title: 'Obat terlambat tiba di pulau',
        sector: 'health',
        statement:
          'Warga dua belas pulau menunggu obat rutin sampai tiga minggu.\nPasien hipertensi sering putus obat pada musim barat.',
        indicator: 'Lama menunggu obat',
        unit: 'hari',
        baseline: '21',
        target: '3',
        affected: '4.200',
        causes: 'Jadwal kapal tidak tetap; puskesmas tidak tahu stok pulau.',
        staffLimit: 'Dua apoteker untuk dua belas pulau',
        connectivityLimit: 'Sinyal hanya di dermaga',
        evidence: 'Catatan apotek 2025; aduan SP4N-LAPOR! Januari–Desember 2025',
        urgency: 5,
        impact: 4,
        authority: 5,
        readiness: 3,
      }),
    },
    day,
  ),
  visitReport(
    {
      ...replica,
      state: 'reported',
      day: '2026-02-20',
      isVirtual: false,
      place: 'Aula Dinas Sosial Tirtasari',
      people: 6,
      questions: 'Bagaimana perahu dibiayai?\nSiapa yang menyimpan stok di pulau?',
      process: 'Resep dikirim lewat pesan, obat dikemas per pasien, kader menerima dan mencatat.',
      cost: 'Sekitar Rp2.000.000 tiap perahu tiap bulan, dari APBD.',
      staff: 'Satu apoteker, satu juru mudi, lima kader tiap pulau.',
      regulation: 'Peraturan bupati tentang pengantaran obat.',
      failures:
        'Pengantaran tanpa jadwal tetap membuat kader tidak siap; sejak ada jadwal mingguan hal itu berhenti.',
      documents: 'SOP, contoh SK tim, lembar serah terima obat.',
      link: 'https://contoh.test/dokumen-studi',
    },
    day,
  ),
  planDocument({ ...replica, content, agreed: { version: 2, day: '2026-02-25' } }, day),
  quarterlyReport(
    {
      ...replica,
      year: 2027,
      quarter: 2,
      standing: 'terverifikasi',
      pictures: ['Kader menerima kotak obat di dermaga'],
      content: {
        activities: 'Melatih 60 kader di dua belas pulau.\nMenguji jadwal mingguan di tiga pulau.',
        realisation: 48_500_000,
        indicators: 'Lama menunggu obat | 9 hari\nPulau terlayani | 3 pulau',
        obstacles: 'Gelombang tinggi selama dua minggu.',
        followUp: 'Menyediakan stok penyangga sebelum musim barat.',
        photos: 'https://contoh.test/foto-1.jpg',
      },
    },
    day,
  ),
]
