import type { SameTexts } from './same-texts.ts'

const id = {
  title: 'Yang dijanjikan dan kabarnya',
  description: 'Satu halaman bagi pimpinan: komitmen, anggaran, dan keadaan tiap replikasi.',
  lead: 'Semua yang direplikasi instansi Anda, dalam satu halaman. Tidak ada yang perlu diisi.',
  summary: (all: number, late: number) =>
    late === 0
      ? `${all} replikasi, tidak ada yang terlambat.`
      : `${all} replikasi; ${late} perlu perhatian Anda.`,
  promised: 'Dijanjikan',
  noPromise: 'Belum ada komitmen yang tercatat.',
  promise: (number: string, day: string) => `Nomor ${number}, ${day}`,
  chain: (year: number) => `Anggaran ${year}`,
  late: 'Terlambat atau perlu diperiksa',
  reportLate: 'Laporan triwulan terakhir belum diajukan.',
  fine: 'Tidak ada yang terlambat.',
  open: 'Buka rinciannya',
  none: 'Belum ada replikasi',
  noneSays: 'Begitu unit Anda mulai mereplikasi inovasi, kabarnya tampil di sini.',
}

export const headBoardTexts = {
  id,
  en: {
    title: 'What was promised, and where it stands',
    description: 'One page for the head: commitments, budget and the state of each replication.',
    lead: 'All that your institution replicates, on one page. There is nothing to fill in.',
    summary: (all: number, late: number) =>
      late === 0
        ? `${all} ${all === 1 ? 'replication' : 'replications'}, none of them late.`
        : `${all} ${all === 1 ? 'replication' : 'replications'}; ${late} ${late === 1 ? 'needs' : 'need'} your attention.`,
    promised: 'Promised',
    noPromise: 'No commitment is recorded yet.',
    promise: (number: string, day: string) => `Number ${number}, ${day}`,
    chain: (year: number) => `Budget ${year}`,
    late: 'Late, or to be checked',
    reportLate: 'The report of the last quarter was not handed in.',
    fine: 'Nothing is late.',
    open: 'Open the details',
    none: 'There are no replications yet',
    noneSays: 'Once a unit of yours begins to replicate an innovation, its news stands here.',
  } satisfies SameTexts<typeof id>,
}
