import type { SameTexts } from './same-texts.ts'

/** Sections on what is followed over time: rounds, lasting, boards, results, who comes next, stopping. */
const id = {
  putaran: {
    title: 'Putaran pemantauan dan penghargaannya',
    text: [
      'Sebuah putaran menanyai lokus terpilih dengan formulir yang sama, sampai jam batas waktunya. **Yang tidak menjawab tidak dihitung berjalan maupun berhenti.** Angka dari catatan tampil di samping pertanyaan dan tidak pernah diisikan.',
      'Tiap lokus dinilai beberapa orang, tidak pernah dari instansinya sendiri: 0 sampai 100 untuk tiap kriteria, dengan alasan dan bobot yang ditetapkan sebelum dibuka. Nilainya rata-rata, atau rata-rata yang dikoreksi menurut ketatnya penilai bila itu dapat dibedakan. Urutan mengusulkan, kementerian memutuskan; keputusan yang berbeda dari urutan, dan setiap seri, diumumkan dengan alasannya.',
    ],
  },
  bertahan: {
    title: 'Berapa lama bertahan',
    text: [
      'Kurva bertahan menunjukkan bagian yang masih berjalan menurut lamanya berjalan (penaksir **Kaplan–Meier**, pita 95 persen menurut skala log-log). Yang dihitung hanya yang diikuti: sejak hari pertama tercatat, sampai berhenti atau sampai hari terakhir seseorang menyatakannya berjalan. **Diam tidak dihitung berjalan.**',
      'Layanan yang baru tercatat setelah lama berjalan ikut dihitung sejak umur itu, tidak sebelumnya: yang sudah berhenti lebih dulu tidak pernah sampai ke catatan, jadi tahun-tahun awalnya bukan bukti. Tanggal yang hanya diketahui bulan atau tahunnya dihitung di tengahnya.',
      'Kurva digambar mulai 20 yang diikuti dan 5 yang berhenti, selama sedikitnya 5 masih diikuti. Beda antar kelompok diuji dengan log-rank; beda bukan sebab. Jumlah per sebab tidak dirinci pada tahun dengan satu atau dua yang berhenti.',
    ],
  },
  papan: {
    title: 'Angka di papan',
    text: [
      'Setiap angka di papan nasional, hub, daerah, dan kementerian sama dengan satu pertanyaan SQL yang tertulis dan terbit bersama perangkat lunaknya; keduanya diadu pada sepuluh tahun rekaan.',
      'Uang: dari beberapa komitmen untuk satu tahun, yang ditandatangani terakhir yang dihitung. "Dilaporkan" hanya dari laporan triwulan yang sudah diverifikasi hub.',
    ],
  },
  hasil: {
    title: 'Hasil replikasi',
    text: [
      'Indikator rancang bangun diukur semua yang menjalankan inovasinya, dengan satuan yang sama. **Sebelum** adalah nilai awal rencana yang disepakati, atau laporan terakhir sebelum berjalan; **sesudah** laporan terverifikasi terbaru sejak berjalan. Dari kurang dari tiga replikasi tidak ditarik kesimpulan; yang diam tetap dihitung. Perubahan bukan sebab.',
      'Bila cukup daerah melapor (20, kecuali situs menetapkan lain, dan 5 yang belum mulai), pengaruhnya diperkirakan dengan **beda dari beda bertahap**: perubahan daerah yang mulai dikurangi perubahan daerah yang saat itu belum mulai, per semester (Callaway dan Sant’Anna). Andaiannya: tanpa mulai, keduanya akan berubah sama. Bila belum cukup, halaman menyebut berapa yang kurang.',
    ],
  },
  berikutnya: {
    title: 'Siapa berikutnya',
    text: [
      'Peluang suatu daerah memulai suatu inovasi dalam 12 bulan dipelajari dari tahun-tahun sebelumnya: berapa tetangganya yang sudah memulai, seberapa sering ia memulai hal baru, penduduk, pendapatan per orang, kemiskinan, pembangunan manusia, dan kemiripannya dengan daerah yang sudah memulai. Rentangnya 95 persen. Yang diperingkat: inovasi yang dimulai paling sedikit 10 pemerintah daerah pada tanggalnya sendiri, bukan yang dibuka bersama-sama. **Wajib atau tidaknya suatu inovasi tidak tercatat di data terbuka.**',
      'Peringkat diuji ulang: untuk lima tahun terakhir ia dipelajari hanya dari yang diketahui waktu itu, lalu dibandingkan dengan yang terjadi. Bila model tidak mengungguli peringkat sederhana dengan rentangnya, dipakai yang sederhana. Siapa pun dapat menghitung ulang dengan `semai analyse spread next_adopters` dan `back_test`.',
    ],
  },
  berhenti: {
    title: 'Yang berhenti, dan sebabnya',
    text: [
      'Berhenti adalah hasil yang perlu dipelajari, bukan aib. Catatannya tetap ada beserta tanggalnya.',
      'Sebabnya dipilih dari daftar tertutup: pemimpin berganti, inovator mutasi, anggaran, aturan, pegawai, prasarana, penyedia, kebutuhannya selesai, digabung, atau lainnya. Umum melihat jumlah per sebab. Sebab satu instansi tertentu tampil hanya bila instansinya setuju.',
      'Angka dari sistem lain, misalnya JIPPNas, ditulis seperti diterbitkan beserta tanggalnya.',
    ],
  },
}

const en: SameTexts<typeof id> = {
  putaran: {
    title: 'Monitoring rounds and their awards',
    text: [
      'A round asks chosen loci with one form, until the hour of its deadline. **Those who do not answer count neither as running nor as stopped.** Figures on record stand beside the questions and are filled in nowhere.',
      'Several people assess each locus, never of its own institution: 0 to 100 for each criterion, with a reason and with weights that were set before it opened. The score is their mean, or the mean corrected for how strict they are where that can be told. The order proposes, the ministry decides; what departs from the order, and every tie, is published with its reason.',
    ],
  },
  bertahan: {
    title: 'How long things last',
    text: [
      'The curve shows the share that still runs by how long it has been running (**Kaplan–Meier** estimate, 95 per cent limits on the log-log scale). Only what was followed counts: from the day it was first on record to its stop, or to the last day somebody said that it runs. **Silence does not count as running.**',
      'A service recorded only after it had run for some time counts from that age on and not before: what had stopped earlier never reached the record, so its first years are no evidence. Where a date is known to a month or a year, its middle is taken.',
      'A curve is drawn from 20 followed and 5 stopped on, for as long as at least 5 are followed. Differences between groups are tested by log-rank; a difference is not a cause. Reasons are not told apart in a year with one or two stops.',
    ],
  },
  papan: {
    title: 'Figures of the boards',
    text: [
      'Every figure on the boards of the country, hubs, regions and ministries equals one SQL query that is written down and published with the software; tests compare them on ten invented years.',
      'Money: of several commitments for one year, the one signed last counts. "Reported" is from quarterly reports that a hub has verified.',
    ],
  },
  hasil: {
    title: 'Results of replicas',
    text: [
      'Indicators of a blueprint are measured by everybody who runs the innovation, in the same unit. **Before** is the baseline of the agreed plan, or the last report before it ran; **after** the newest verified report since it runs. From fewer than three replicas nothing is concluded; the silent ones are counted. A change is not a cause.',
      'Where enough regions report (20 unless the site says otherwise, and 5 that have not begun), the effect is estimated by **staggered difference-in-differences**: the change of regions that began less that of regions that had not by then, by half-years (Callaway and Sant’Anna). It assumes that without beginning both would have changed alike. Where they are too few, the page says how many are missing.',
    ],
  },
  berikutnya: {
    title: 'Who comes next',
    text: [
      'The chance that a region begins an innovation within 12 months is learnt from the years before: how many of its neighbours have begun, how often it begins new things, residents, product per person, poverty, human development, and its likeness to regions that have begun. Limits are of 95 per cent. Ranked are innovations that at least 10 governments began on days of their own, not those opened together. **The open data do not say whether an innovation was made compulsory.**',
      'The ranking is looked back at: for the last five years it is learnt only from what was known then, and compared with what came. Where the model does not lie above simple rankings by its limits, the best of those is used. Anybody can compute it again with `semai analyse spread next_adopters` and `back_test`.',
    ],
  },
  berhenti: {
    title: 'What stopped, and why',
    text: [
      'Stopping is a result to learn from, not a disgrace. The record stays, with its date.',
      'The reason is chosen from a closed list: the leader changed, the innovator was transferred, budget, regulation, staff, infrastructure, supplier, the need ended, merged, or other. The public sees totals by reason. The reason of one named agency appears only with its consent.',
      'Figures from other systems, such as JIPPNas, are given as published, with their date.',
    ],
  },
}

export const methodOverTime = { id, en }
