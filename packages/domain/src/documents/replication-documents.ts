import { dateWords } from '../time/date-words.ts'
import { decreeTemplates } from './decree-documents.ts'
import { decisionBody } from './decision-body.ts'
import { article, called, head, letterheadOf, orDots, paragraph, points } from './document-parts.ts'
import type { ReplicationFacts, Written } from './document-parts.ts'
import { replicationFormNames } from './form-names.ts'
import { dots } from './official-document.ts'
import type { Block, OfficialDocument, ReplicationDocumentKind } from './official-document.ts'

/**
 * A document about a replication, in the words of the office that sends it. `day` is `YYYY-MM-DD`. The words are this
 * project's; no official template could be read (domain facts, section 8).
 */
export function replicationDocument(
  kind: ReplicationDocumentKind,
  facts: ReplicationFacts,
  day: string,
): OfficialDocument {
  const letterhead = letterheadOf(facts.institution, facts.adopter)
  return { kind, letterhead, day, place: null, number: null, ...templates[kind](facts, day) }
}

const templates: Record<ReplicationDocumentKind, (facts: ReplicationFacts, day: string) => Written> = {
  interest_letter: (facts) => ({
    layout: 'letter',
    title: 'Surat minat',
    subject: `Minat mereplikasi inovasi ${facts.innovation}`,
    to: [`Pimpinan ${facts.origin}`, 'di tempat'],
    body: [
      paragraph(
        `Dengan hormat kami sampaikan bahwa ${facts.adopter} berminat mereplikasi ${called(facts)} milik ${facts.origin}, untuk dilaksanakan pada tahun anggaran ${orDots(facts.year)}.`,
      ),
      paragraph('Untuk itu kami mohon kesediaan Saudara untuk:'),
      points(
        'menerima kunjungan studi tiru atau pertemuan daring dengan tim kami;',
        'membagikan rancang bangun, SOP, dan kiat serta kegagalan yang perlu kami hindari;',
        'menunjuk narahubung selama persiapan dan pelaksanaan.',
      ),
      paragraph('Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.'),
    ],
    signatories: [head(facts.adopter)],
    copies: [
      'Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi',
      'Badan Strategi Kebijakan Dalam Negeri, Kementerian Dalam Negeri',
      facts.hub ?? 'Hub JIPP yang membina',
    ],
  }),
  agreement: (facts) => ({
    layout: 'titled',
    title: 'NOTA KESEPAKATAN',
    subject: `replikasi inovasi ${facts.innovation}`,
    to: [],
    body: [
      paragraph(
        `Yang bertanda tangan di bawah ini, ${facts.origin} selanjutnya disebut PIHAK KESATU, dan ${facts.adopter} selanjutnya disebut PIHAK KEDUA, sepakat melaksanakan replikasi ${called(facts)} dengan ketentuan berikut.`,
      ),
      article(1, 'Maksud dan tujuan'),
      paragraph(
        'Nota kesepakatan ini menjadi pegangan kedua pihak agar inovasi PIHAK KESATU dapat dijalankan PIHAK KEDUA sesuai keadaan setempat, dan agar asal-usulnya tetap disebut.',
      ),
      article(2, 'Tugas PIHAK KESATU'),
      points(
        'menyerahkan rancang bangun dan dokumen pendukungnya;',
        'mendampingi sesuai kesepakatan jadwal;',
        'mengonfirmasi replikasi setelah berjalan.',
      ),
      article(3, 'Tugas PIHAK KEDUA'),
      points(
        'menyediakan tim, anggaran dan sarana;',
        'melaporkan pelaksanaan setiap triwulan;',
        'menyebut PIHAK KESATU sebagai asal inovasi.',
      ),
      article(4, 'Pembiayaan'),
      paragraph(
        'Biaya yang timbul ditanggung masing-masing pihak sesuai tugasnya, kecuali disepakati lain secara tertulis.',
      ),
      article(5, 'Jangka waktu'),
      paragraph(`Nota kesepakatan ini berlaku sejak ditandatangani sampai ${dots} dan dapat diperpanjang.`),
    ],
    signatories: [head(facts.origin), head(facts.adopter)],
    copies: [],
  }),
  knowledge_transfer: (facts) => ({
    layout: 'titled',
    title: 'KESEPAKATAN ALIH PENGETAHUAN',
    subject: `inovasi ${facts.innovation}`,
    to: [],
    body: [
      paragraph(
        `${facts.origin} menyerahkan kepada ${facts.adopter} hal-hal berikut untuk keperluan replikasi ${called(facts)}.`,
      ),
      {
        kind: 'table',
        head: ['Yang diserahkan', 'Bentuk atau alamat', 'Lisensi atau syarat', 'Diserahkan pada'],
        rows: [
          ['Rancang bangun', dots, dots, dots],
          ['SOP dan petunjuk teknis', dots, dots, dots],
          ['Kode sumber dan dokumentasinya', dots, dots, dots],
          ['Bahan pelatihan', dots, dots, dots],
        ],
      },
      paragraph('Data pribadi pengguna layanan tidak termasuk yang diserahkan.'),
      {
        kind: 'labelled',
        rows: [
          ['Narahubung asal', dots],
          ['Narahubung penerima', dots],
        ],
      },
    ],
    signatories: [head(facts.origin), head(facts.adopter)],
    copies: [],
  }),
  ...decreeTemplates,
  commitment_letter: (facts) => ({
    layout: 'titled',
    title: 'SURAT KOMITMEN',
    subject: `replikasi inovasi ${facts.innovation}`,
    to: [],
    body: [
      paragraph(
        `Yang bertanda tangan di bawah ini menyatakan komitmen ${facts.institution} untuk melaksanakan replikasi ${called(facts)} mulai tahun anggaran ${orDots(facts.year)}, dengan:`,
      ),
      points(
        `menganggarkan pelaksanaannya pada ${orDots(facts.budgetLine)} sebesar Rp${dots};`,
        'menugaskan tim dan penanggung jawab;',
        'menyiapkan dasar hukum dan SOP sampai inovasi ini dilembagakan;',
        'melaporkan pelaksanaannya setiap triwulan, termasuk bila terhenti.',
      ),
      {
        kind: 'labelled',
        rows: [
          ['Bentuk replikasi', facts.form === null ? dots : replicationFormNames[facts.form]],
          ['Tempat', orDots(facts.region)],
        ],
      },
    ],
    signatories: [head(facts.institution)],
    copies: [facts.hub ?? 'Hub JIPP yang membina', facts.origin],
  }),
  decision_minute: (facts, day) => ({
    layout: 'titled',
    title: 'BERITA ACARA',
    subject: `pemilihan inovasi yang direplikasi ${facts.adopter}`,
    number: facts.decision?.number ?? null,
    to: [],
    body: facts.decision === null ? openMinute(facts, day) : decisionBody(facts.decision),
    signatories: [head(facts.adopter)],
    copies: [],
  }),
}

/** A minute to be filled in, where the choice was not made on the page of a need. */
function openMinute(facts: ReplicationFacts, day: string): Block[] {
  return [
    paragraph(
      `Pada tanggal ${dateWords('id', day)}, ${facts.adopter} memilih ${called(facts)} milik ${facts.origin} untuk direplikasi pada tahun anggaran ${orDots(facts.year)}.`,
    ),
    {
      kind: 'labelled',
      rows: [
        ['Kebutuhan yang dijawab', dots],
        ['Inovasi lain yang dipertimbangkan', dots],
        ['Alasan memilih', dots],
        ['Syarat atau catatan', dots],
      ],
    },
    {
      kind: 'table',
      head: ['Peserta', 'Jabatan', 'Tanda tangan'],
      rows: [
        [dots, dots, ''],
        [dots, dots, ''],
        [dots, dots, ''],
      ],
    },
  ]
}
