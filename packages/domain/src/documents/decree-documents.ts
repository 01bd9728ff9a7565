import { article, called, dated, head, orDots, paragraph } from './document-parts.ts'
import type { ReplicationFacts, Written } from './document-parts.ts'
import { dots } from './official-document.ts'

/** What an office decrees or notes for itself about a replication. */
export const decreeTemplates = {
  team_decree: (facts) => ({
    layout: 'titled',
    title: `KEPUTUSAN PIMPINAN ${facts.adopter.toUpperCase()}`,
    subject: `tim pelaksana replikasi inovasi ${facts.innovation}`,
    to: [],
    body: [
      {
        kind: 'labelled',
        rows: [
          ['Menimbang', `bahwa untuk melaksanakan replikasi ${called(facts)} perlu dibentuk tim pelaksana.`],
          ['Mengingat', `${orDots(facts.legalBasis)}`],
          ['Memperhatikan', `berita acara pemilihan ${dated(facts.choice)}.`],
        ],
      },
      { kind: 'heading', text: 'MEMUTUSKAN:', isCentred: true },
      {
        kind: 'labelled',
        rows: [
          ['Menetapkan', `Keputusan tentang tim pelaksana replikasi inovasi ${facts.innovation}.`],
          ['KESATU', 'Membentuk tim pelaksana replikasi dengan susunan sebagaimana tabel di bawah.'],
          ['KEDUA', 'Tim bertugas menyusun rencana aksi, melaksanakan, memantau dan melaporkan replikasi.'],
          ['KETIGA', `Biaya dibebankan pada ${orDots(facts.budgetLine)}.`],
          ['KEEMPAT', 'Keputusan ini berlaku sejak tanggal ditetapkan.'],
        ],
      },
      {
        kind: 'table',
        head: ['Kedudukan', 'Jabatan', 'Nama'],
        rows: [
          ['Penanggung jawab', dots, dots],
          ['Ketua', dots, dots],
          ['Anggota', dots, dots],
        ],
      },
    ],
    signatories: [head(facts.adopter)],
    isDecreed: true,
    copies: [],
  }),
  draft_regulation: (facts) => ({
    layout: 'titled',
    title: `RANCANGAN PERATURAN PIMPINAN ${facts.institution.toUpperCase()}`,
    subject: `penyelenggaraan ${facts.localName ?? facts.innovation}`,
    to: [],
    body: [
      {
        kind: 'labelled',
        rows: [
          [
            'Menimbang',
            `bahwa ${facts.localName ?? facts.innovation} perlu dijamin keberlanjutannya dengan dasar hukum, anggaran dan SOP.`,
          ],
          ['Mengingat', dots],
        ],
      },
      { kind: 'heading', text: 'MEMUTUSKAN:', isCentred: true },
      {
        kind: 'labelled',
        rows: [['Menetapkan', `Peraturan tentang penyelenggaraan ${facts.localName ?? facts.innovation}.`]],
      },
      article(1, 'Ketentuan umum'),
      paragraph(
        `Yang dimaksud dengan ${facts.localName ?? facts.innovation} adalah layanan yang mereplikasi inovasi ${facts.innovation} milik ${facts.origin}.`,
      ),
      article(2, 'Penyelenggara'),
      paragraph(`Layanan diselenggarakan oleh ${facts.adopter}.`),
      article(3, 'Tata cara'),
      paragraph(`Layanan dilaksanakan menurut SOP ${orDots(facts.procedure)}.`),
      article(4, 'Pembiayaan'),
      paragraph(`Pembiayaan dibebankan pada ${orDots(facts.budgetLine)}.`),
      article(5, 'Pemantauan'),
      paragraph('Pelaksanaan dipantau setiap triwulan dan dievaluasi sekurang-kurangnya setahun sekali.'),
    ],
    signatories: [head(facts.institution)],
    isDecreed: true,
    copies: [],
  }),
  protection_note: (facts) => ({
    layout: 'titled',
    title: 'CATATAN PERLINDUNGAN KEBIJAKAN',
    subject: `replikasi inovasi ${facts.innovation}`,
    to: [],
    body: [
      paragraph(
        `Replikasi ${called(facts)} dilaksanakan ${facts.adopter} sebagai inovasi daerah atau instansi yang ditetapkan menjadi kebijakan.`,
      ),
      paragraph(
        'Pasal 389 Undang-Undang Nomor 23 Tahun 2014 menyatakan bahwa bila inovasi yang telah menjadi kebijakan pemerintah daerah tidak mencapai sasaran yang ditetapkan, aparatur sipil negara tidak dapat dipidana karenanya. Bagi penyelenggara di luar pemerintah daerah, mintalah pendapat bagian hukumnya.',
      ),
      {
        kind: 'labelled',
        rows: [
          ['Dasar hukum', orDots(facts.legalBasis)],
          ['Anggaran', orDots(facts.budgetLine)],
          ['Prosedur', orDots(facts.procedure)],
        ],
      },
      paragraph('Catatan ini keterangan, bukan pendapat hukum.'),
    ],
    signatories: [head(facts.adopter)],
    copies: ['Inspektorat'],
  }),
} satisfies Record<string, (facts: ReplicationFacts) => Written>
