import type { Says } from '../text/says.ts'
import type { DocumentKind } from './official-document.ts'

/** What each document is called, and what it is for. */
export const documentNames: Record<DocumentKind, Says & { purpose: Says }> = {
  interest_letter: {
    id: 'Surat minat',
    en: 'Letter of interest',
    purpose: {
      id: 'Menyampaikan minat kepada instansi asal, dengan tembusan hub dan kementerian.',
      en: 'Tells the origin of the interest, with copies to the hub and the ministry.',
    },
  },
  agreement: {
    id: 'Nota kesepakatan',
    en: 'Memorandum of agreement',
    purpose: {
      id: 'Kesepakatan kedua pihak tentang replikasi dan pembagian tugasnya.',
      en: 'What both sides agree about the replication and who does what.',
    },
  },
  knowledge_transfer: {
    id: 'Kesepakatan alih pengetahuan',
    en: 'Agreement on knowledge transfer',
    purpose: {
      id: 'Dokumen, SOP, kode sumber dan lisensi yang diserahkan, serta kontaknya.',
      en: 'Documents, procedures, source code and licence that are handed over, and the contacts.',
    },
  },
  team_decree: {
    id: 'SK tim',
    en: 'Decree of the team',
    purpose: { id: 'Menetapkan tim pelaksana replikasi.', en: 'Appoints the team that carries it out.' },
  },
  draft_regulation: {
    id: 'Rancangan regulasi',
    en: 'Draft regulation',
    purpose: {
      id: 'Kerangka peraturan atau keputusan kepala daerah yang menjadi dasar hukumnya.',
      en: 'The frame of a regulation or decree that becomes its legal basis.',
    },
  },
  protection_note: {
    id: 'Catatan perlindungan kebijakan',
    en: 'Note on policy protection',
    purpose: {
      id: 'Mengapa menerapkan inovasi yang sudah menjadi kebijakan dilindungi bila sasarannya belum tercapai.',
      en: 'Why carrying out an innovation that became policy is protected when a target is missed.',
    },
  },
  commitment_letter: {
    id: 'Surat komitmen',
    en: 'Letter of commitment',
    purpose: {
      id: 'Komitmen pimpinan, dengan tahun dan anggarannya.',
      en: "The head's commitment, with year and budget.",
    },
  },
  decision_minute: {
    id: 'Berita acara keputusan',
    en: 'Minute of the decision',
    purpose: { id: 'Apa yang dipilih, oleh siapa dan mengapa.', en: 'What was chosen, by whom and why.' },
  },
  gap_sheet: {
    id: 'Lembar kesenjangan',
    en: 'Gap sheet',
    purpose: {
      id: 'Masalah, nilai kini dan target, sebab, bukti dan prioritas sebuah kebutuhan.',
      en: 'The problem of a need, where it stands and should stand, causes, evidence and priority.',
    },
  },
  visit_report: {
    id: 'Laporan studi tiru',
    en: 'Study visit report',
    purpose: { id: 'Yang ditanyakan dan yang dipelajari.', en: 'What was asked and what was learned.' },
  },
  action_plan: {
    id: 'Rencana aksi',
    en: 'Action plan',
    purpose: {
      id: 'Kegiatan per triwulan, indikator, risiko dan regulasi yang disiapkan.',
      en: 'Activities by quarter, indicators, risks and regulations to prepare.',
    },
  },
  quarterly_report: {
    id: 'Laporan triwulan',
    en: 'Quarterly report',
    purpose: {
      id: 'Kegiatan, realisasi, indikator, kendala dan tindak lanjut satu triwulan.',
      en: 'Activities, spending, indicators, obstacles and follow-up of one quarter.',
    },
  },
}
