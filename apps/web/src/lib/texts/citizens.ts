import type { SameTexts } from './same-texts.ts'

const id = {
  button: 'Untuk warga: dijanjikan, dianggarkan, berjalan, berhenti',
  title: (region: string) => `Untuk warga ${region}`,
  description: (region: string) =>
    `Layanan apa yang dijanjikan, dianggarkan, berjalan, dan berhenti di ${region}, dengan tanggal dan sumbernya.`,
  lead: 'Apa yang dijanjikan pemerintah, mana yang sudah ada uangnya, mana yang berjalan, mana yang berhenti. Setiap baris ada tanggal dan sumbernya.',
  summary: (promised: string, running: string, stopped: string) =>
    `Janji tercatat: ${promised} · berjalan: ${running} · berhenti: ${stopped}`,
  here: 'Kembali ke halaman daerah',
  promised: {
    title: 'Dijanjikan',
    says: 'Ditandatangani pimpinan. Janji belum berarti berjalan.',
    none: 'Belum ada janji yang tercatat di sini. Mungkin memang belum ada, mungkin belum dicatat.',
    signed: (post: string, day: string) => `Ditandatangani ${post}, ${day}`,
    amount: (sum: string, year: string) => `${sum} untuk tahun ${year}`,
    noAmount: 'Tanpa jumlah uang.',
    source: (number: string) => `Surat komitmen nomor ${number}`,
  },
  budget: {
    title: 'Dianggarkan',
    says: 'Uang yang sudah masuk dokumen anggaran, dan yang sudah dipakai.',
    none: 'Belum ada anggaran yang tercatat di sini.',
    granted: (sum: string, year: string) => `${sum} dianggarkan untuk tahun ${year}`,
    spent: (sum: string, year: string) => `${sum} sudah dipakai dari tahun ${year}`,
    source: (document: string, number: string | null, day: string | null) =>
      [document, number && `nomor ${number}`, day].filter(Boolean).join(', '),
  },
  running: {
    title: 'Berjalan',
    says: 'Menurut catatan. "Diperiksa" berarti ada yang memeriksanya; "dilaporkan" baru terbaca di sebuah sumber.',
    none: 'Belum ada yang tercatat berjalan di sini.',
    rest: (n: string) => `${n} lainnya`,
    by: (organisation: string) => `oleh ${organisation}`,
  },
  stopped: {
    title: 'Berhenti',
    says: 'Berhenti bukan aib; sebabnya pelajaran bagi daerah lain. Instansi diberi tahu lebih dulu, dan jawabannya berdiri di sini.',
    none: 'Tidak ada yang dapat ditampilkan sebagai berhenti.',
    waiting: 'Ada yang belum tampil: instansinya masih punya waktu menjawab, atau belum dapat diberi tahu.',
    on: (day: string) => `Berhenti ${day}`,
    reason: (reason: string) => `Sebab: ${reason}`,
    noReason: 'Sebabnya tidak dibuka instansi.',
    reply: (organisation: string) => `Jawaban ${organisation}`,
    noReply: (organisation: string) => `${organisation} sudah diberi tahu dan tidak menjawab.`,
  },
  voices: 'Yang disampaikan warga',
  absent: 'Tidak berjalan?',
  source: 'Sumber',
  method: 'Cara membaca catatan ini',
  reply: {
    title: 'Hak jawab',
    lead: (organisation: string) => `Warga akan membaca yang berikut tentang ${organisation}.`,
    shown: (innovation: string, region: string, day: string) =>
      `"${innovation}" di ${region} berhenti ${day}.`,
    until: (day: string) =>
      `Jawab sebelum ${day}. Dengan jawaban Anda keduanya langsung tampil berdampingan; tanpa jawaban tampil mulai hari itu, dengan keterangan bahwa instansi tidak menjawab.`,
    wrong: 'Bila ini keliru, perbaiki dulu klaimnya:',
    claim: 'buka klaim',
    field: 'Jawaban instansi',
    hint: '10 sampai 600 huruf. Dibaca semua orang; jangan menyebut data orang.',
    send: 'Kirim jawaban',
    said: 'Jawaban Anda sudah tampil. Anda dapat menggantinya.',
  },
}

const en: SameTexts<typeof id> = {
  button: 'For citizens: promised, budgeted, running, stopped',
  title: (region) => `For citizens of ${region}`,
  description: (region) =>
    `Which services are promised, budgeted, running and stopped in ${region}, with dates and sources.`,
  lead: 'What government promised, what has money, what runs and what stopped. Each line has its date and source.',
  summary: (promised, running, stopped) =>
    `Promises recorded: ${promised} · running: ${running} · stopped: ${stopped}`,
  here: 'Back to the page of the region',
  promised: {
    title: 'Promised',
    says: 'Signed by a head. A promise does not yet run.',
    none: 'No promise is recorded here. Perhaps there is none, perhaps it was not recorded.',
    signed: (post, day) => `Signed by the ${post}, ${day}`,
    amount: (sum, year) => `${sum} for the year ${year}`,
    noAmount: 'No sum of money.',
    source: (number) => `Commitment number ${number}`,
  },
  budget: {
    title: 'Budgeted',
    says: 'Money that stands in a document of the budget, and what was spent.',
    none: 'No budget is recorded here yet.',
    granted: (sum, year) => `${sum} budgeted for the year ${year}`,
    spent: (sum, year) => `${sum} spent of the year ${year}`,
    source: (document, number, day) =>
      [document, number && `number ${number}`, day].filter(Boolean).join(', '),
  },
  running: {
    title: 'Running',
    says: 'As recorded. "Verified" means that somebody checked it; "reported" was only read in a source.',
    none: 'Nothing is recorded as running here yet.',
    rest: (n) => `${n} more`,
    by: (organisation) => `by ${organisation}`,
  },
  stopped: {
    title: 'Stopped',
    says: 'To stop is no disgrace; why is a lesson for others. The agency is told first, and its reply stands here.',
    none: 'There is nothing to show as stopped.',
    waiting: 'Something is not shown yet: its agency still has time to reply, or could not be told.',
    on: (day) => `Stopped ${day}`,
    reason: (reason) => `Reason: ${reason}`,
    noReason: 'The agency does not disclose why.',
    reply: (organisation) => `Reply of ${organisation}`,
    noReply: (organisation) => `${organisation} was told and did not reply.`,
  },
  voices: 'What citizens said',
  absent: 'Not running?',
  source: 'Source',
  method: 'How to read this record',
  reply: {
    title: 'Right of reply',
    lead: (organisation) => `Citizens will read this of ${organisation}.`,
    shown: (innovation, region, day) => `"${innovation}" in ${region} stopped ${day}.`,
    until: (day) =>
      `Reply before ${day}. With your reply both are shown side by side at once; without it this is shown from that day on, saying that the agency did not reply.`,
    wrong: 'If it is wrong, mend the claim first:',
    claim: 'open the claim',
    field: 'Reply of the agency',
    hint: '10 to 600 letters. Everyone reads it; name no data of people.',
    send: 'Send the reply',
    said: 'Your reply is shown. You can replace it.',
  },
}

/** Texts of the page of a region for citizens, and of the right of reply. */
export const citizenTexts = { id, en }
