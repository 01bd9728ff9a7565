import { methodOverTime } from './method-over-time.ts'
import { spreadMethodTexts } from './method-spread.ts'
import type { SameTexts } from './same-texts.ts'

const id = {
  title: 'Cara membaca data',
  description:
    'Seberapa kuat sebuah klaim, apa arti tanggalnya, mengapa ada yang belum bertanggal, penyebut mana yang dipakai, dan apa yang tidak pernah kami tampilkan.',
  lead: 'Setiap angka di sini dapat dibongkar dan dihitung ulang. Halaman ini menjelaskan aturannya.',
  contents: 'Isi halaman',
  sections: {
    klaim: {
      title: 'Satu klaim, satu kalimat',
      text: [
        'Semuanya bertumpu pada kalimat sederhana: **instansi ini menjalankan inovasi itu, di tempat ini, sejak tanggal ini**. Kalimat itu kami sebut klaim, dan setiap klaim menyebut sumbernya.',
        'Ada klaim tentang **peristiwa** (diresmikan, diluncurkan, terpilih) dan ada klaim tentang **keadaan** (sedang berjalan). Peristiwa tetap benar untuk seterusnya. Keadaan perlu diperbarui; bila masa berlakunya lewat tanpa kabar, kami menulis "Belum diperbarui". Itu bukan tuduhan bahwa layanannya berhenti.',
      ],
    },
    kekuatan: {
      title: 'Kekuatan klaim',
      text: [
        'Tidak semua klaim sama kuat. Tandanya sebutir benih yang makin penuh, selalu ditemani kata. Tidak ada yang boleh memverifikasi klaimnya sendiri.',
        'Setiap hitungan dapat dipecah menurut kekuatan. Angka nol tetap ditulis: bila belum ada satu pun yang diverifikasi, Anda melihat 0, bukan baris yang hilang.',
      ],
    },
    tanggal: {
      title: 'Tanggal dan ketelitiannya',
      text: [
        'Tanggal kami tulis seteliti sumbernya: hari, bulan, atau tahun saja. Klaim yang hanya diketahui tahunnya tidak diberi hari karangan. Pada kurva, ia dihitung mulai hari terakhir yang mungkin.',
        'Kadang yang diketahui hanyalah bahwa sebuah layanan **sudah ada pada hari tertentu**. Itu batas atas, bukan tanggal mulai. Daerahnya ikut dihitung sebagai "punya, belum bertanggal", tetapi tidak pernah digambar sebagai titik waktu.',
      ],
    },
    kurva: {
      title: 'Kurva dan peresmian serentak',
      text: [
        'Kurva adalah hitungan kumulatif klaim bertanggal. Ia naik hanya ketika ada tanggal; jumlah yang belum bertanggal ditulis di sampingnya. Bila ada hitungan resmi, keduanya digambar bersama dan selisihnya disebut.',
        'Banyak tanggal Mal Pelayanan Publik adalah hari peresmian oleh kementerian, sampai 42 daerah dalam satu hari. Sebagian sudah melayani warga berbulan-bulan, bahkan bertahun-tahun, sebelumnya.',
        'Karena itu anak tangga yang tinggi pada kurva menunjukkan upacara, bukan lonjakan permintaan. Daerah yang bertanggal sama kami anggap seri; urutannya tidak menyiratkan siapa lebih dulu.',
      ],
    },
    ...spreadMethodTexts.id,
    pembanding: {
      title: 'Dibagi berapa',
      text: [
        'Persentase kami hitung terhadap **pemerintah**, bukan wilayah di peta. Ada 514 kabupaten dan kota, tetapi enam di Jakarta adalah wilayah administrasi tanpa pemerintah daerah sendiri. Jadi 508 kabupaten dan kota otonom ditambah 38 provinsi: 546 pemerintah daerah.',
        'Mal Pelayanan Publik dijalankan kabupaten dan kota, serta Jakarta sebagai satu provinsi. Penyebutnya 508 + 1 = 509.',
        'Pada 2022, 26 kabupaten dan kota di Papua pindah ke provinsi baru. Angka menurut provinsi dapat dibaca dengan **provinsi sekarang** atau **provinsi pada saat itu**. Pada bacaan kedua, tanggal yang hanya diketahui bulan atau tahunnya dihitung pada hari terakhir yang mungkin, dan daerah yang pindah di antara catatan pertama dan terakhir masuk penyebut kedua provinsi. Maka tidak ada provinsi yang melebihi 100 persen.',
        'Bila sasaran sebuah program lain lagi (polres, rumah sakit, balai), penyebutnya mengikuti, dan disebut di bawah gambarnya.',
      ],
    },
    belum: {
      title: 'Yang belum kami ketahui',
      text: [
        'Belum tercatat tidak berarti tidak ada. Daerah tanpa catatan digambar redup dan ditulis "Belum diketahui". Bila jumlah resmi lebih besar daripada yang bertanggal, keduanya tampil bersama selisihnya.',
        'Angka resmi yang tidak saling cocok kami tampilkan seperti diterbitkan. Kami tidak membetulkannya diam-diam.',
      ],
    },
    ...methodOverTime.id,
    sumber: {
      title: 'Asal setiap keterangan',
      text: [
        'Di halaman setiap inovasi ada daftar fakta demi fakta: apa yang tertulis, dibaca di mana, kapan, dan seberapa yakin. Bila dua sumber berbeda, keduanya tampil berdampingan.',
        'Uraian yang **dibaca di sumber** ditandai demikian. Uraian dari **pengetahuan umum** diberi tanda dan tidak ikut dalam data terbuka sampai dikonfirmasi. Bila yang pasti baru namanya, halamannya menulis "uraian menunggu instansi".',
      ],
    },
    tidak: {
      title: 'Yang tidak pernah ditampilkan',
      text: [
        'Uraian yang hanya ditebak dari nama sebuah inovasi.',
        'Alasan berhentinya satu instansi tertentu tanpa persetujuannya. Alasan hanya tampil sebagai jumlah.',
        'Peringkat daerah terbaik dan terburuk.',
        'Siapa yang mencari. Pencarian yang tidak berhasil dihitung sebagai kebutuhan, tanpa data pribadi.',
      ],
    },
    bentuk: {
      title: 'Bentuk replikasi',
      text: [
        'Sebuah replika disebut **adopsi**, **adaptasi**, atau **modifikasi**. Bentuk yang dinyatakan replikator dan dikonfirmasi pendamping atau hub berdampingan dengan bentuk yang terukur dari rancang bangunnya. Keduanya tidak saling menghapus; bila berbeda, alasannya diminta dan ditampilkan.',
        'Setiap komponen rancang bangun ditandai inti, pendukung, atau lokal oleh asalnya. Komponen disebut tersentuh bila diubah, ditambahkan, atau dihapus; urutannya tidak dihitung. Yang dipertahankan adalah bagian dari komponen asal yang tetap sama. Bila asal belum punya rancang bangun, bentuknya belum dapat dihitung.',
        'Bacaan umum menyebut modifikasi bila inti dijaga dan bagian lain dirancang ulang. Aturan di sini berbeda: menyentuh inti itulah yang disebut modifikasi, supaya dua orang yang menilai kasus yang sama sampai pada jawaban yang sama. Tidak ada bentuk yang lebih baik dari yang lain.',
      ],
    },
    cari: {
      title: 'Pencarian',
      text: [
        'Mesin pencari mengenal imbuhan (antre, antrean, mengantre), padanan kata, singkatan dan kepanjangannya, serta salah ketik kecil. Daftar padanannya data terbuka yang dapat Anda periksa dan usulkan perbaikannya.',
      ],
    },
    mirip: {
      title: 'Daerah serupa',
      text: [
        '"Daerah serupa" dihitung dari lima angka: penduduk, luas, tingkat kemiskinan, indeks pembangunan manusia, dan produk regional per orang. Halamannya menyebut angka mana yang paling dekat dan mana yang paling jauh. Kemiripan adalah awal percakapan, bukan penilaian.',
        'Angka daerah berasal dari BPS, Dukcapil, dan BIG, masing-masing dengan tahunnya. Indeks pembangunan manusia yang dipakai adalah seri 2021 sebelum direvisi: cukup untuk mencari kemiripan, tidak untuk dibaca sebagai nilai hari ini.',
      ],
    },
    padanan: {
      title: 'Mencocokkan kebutuhan dengan inovasi',
      text: [
        'Kebutuhan ditulis dengan kata sehari-hari, inovasi dengan kata yang lain. Karena itu yang dibandingkan bukan hanya kata, melainkan juga arti yang sama, jenis kegiatan, masalah yang diceritakan, dan bidang layanannya. Masing-masing memberi nilai 0 sampai 1; skornya rata-rata keempatnya.',
        'Mulai 0,5 kami menyebutnya kecocokan kuat, mulai 0,4 mungkin cocok, di bawahnya lemah. Skor bukan peluang berhasil. Alasan hanya diambil dari teks yang boleh ditampilkan; program nasional tidak ikut dicocokkan.',
        'Pada tabel pemilihan, setiap kriteria dinilai 1 sampai 5. Jumlahnya rata-rata berbobot, dijadikan 0 sampai 100; selama ada kriteria berbobot yang belum dinilai, jumlahnya tidak ditulis.',
      ],
    },
    prioritas: {
      title: 'Prioritas kebutuhan',
      text: [
        'Empat bagian dinilai 1 sampai 5: urgensi (bobot 30), dampak (30), kewenangan (20), dan kesiapan (20). Nilai 1 menambah nol, nilai 5 menambah seluruh bobotnya, di antaranya sebanding. Jumlahnya 0 sampai 100, dan setiap bagiannya ditulis di halaman kebutuhan.',
      ],
    },
    jaringan: {
      title: 'Siapa mengikuti siapa, dan kelompok daerah',
      text: [
        'Jaringan disimpulkan dari tanggal mulai banyak inovasi (**NetInf**, jarak eksponensial). Yang dibuka dalam angkatan tidak dihitung. Banyaknya jalur dipilih menurut seperlima inovasi yang tidak dipakai belajar; yang tampil ditemukan lagi dalam sedikitnya setengah dari 100 pengambilan ulang.',
        'Kelompok dicari di antara enam tetangga terdekat: pola keseluruhan dengan **I Moran**, kelompoknya menurut besarnya dibanding kelompok terbesar dalam 999 pengacakan.',
      ],
    },
    sebaran: {
      title: 'Peta sebaran',
      text: [
        'Satu titik, satu pemerintah daerah, di kota tempat pemerintahnya berkedudukan. Besar titik sama: luas wilayah bukan ukuran pentingnya. Garis pantai disederhanakan dan tidak menggambarkan batas wilayah.',
        'Sebagian kecil titik adalah perkiraan dengan ketelitian beberapa kilometer. Peta ini untuk melihat Indonesia atau satu provinsi, bukan untuk mengukur jarak.',
      ],
    },
    lisensi: {
      title: 'Lisensi dan pemakaian ulang',
      text: [
        'Semua data di [Data terbuka](/data) boleh diunduh tanpa akun dan dipakai lagi di bawah Creative Commons Atribusi 4.0: sebutkan sumbernya.',
        'Karya yang kami pakai tetap pada lisensinya sendiri: kode wilayah dari idn-area-data (ODbL 1.0), titik daerah dari GeoNames (CC BY 4.0), garis pantai dari Natural Earth (domain publik). Angka daerah menyebut kantornya: BPS, Dukcapil, dan BIG.',
        'Setiap berkas disertai sidik jari SHA-256, sehingga Anda tahu bahwa yang Anda hitung sama dengan yang kami tampilkan.',
      ],
    },
  },
}

const en: SameTexts<typeof id> = {
  title: 'How to read the data',
  description:
    'How strong a claim is, what its date means, why some are undated, which denominators are used, and what is never shown.',
  lead: 'Every number here can be taken apart and recomputed. These are the rules.',
  contents: 'On this page',
  sections: {
    klaim: {
      title: 'One claim, one sentence',
      text: [
        'Everything rests on a plain sentence: **this agency runs that innovation, in this place, since this date**. We call it a claim, and every claim names its source.',
        'Some claims are about **events** (inaugurated, launched, selected), others about a **state** (running). An event stays true for good. A state has to be renewed; when its validity passes without news, we write "Not updated". That does not accuse anyone of having stopped.',
      ],
    },
    kekuatan: {
      title: 'The strength of a claim',
      text: [
        'Claims are not equally strong. The mark is a seed that fills, always with its word beside it. Nobody may verify a claim of their own.',
        'Every count can be split by strength. A zero is written out: when nothing has been verified yet, you see 0 and not a missing line.',
      ],
    },
    tanggal: {
      title: 'Dates and how exact they are',
      text: [
        'A date is as exact as its source: a day, a month, or only a year. A claim known to the year is given no invented day. On curves it counts from the last day it could be.',
        'Sometimes all that is known is that a service **already existed on a certain day**. That is an upper bound, not a start. The region counts as "has one, undated", but is never drawn as a point in time.',
      ],
    },
    kurva: {
      title: 'Curves, and regions that opened together',
      text: [
        'A curve is the running count of dated claims. It rises only where there is a date; the number still undated is written beside it. Where an official count exists, both are drawn and their difference is named.',
        'Many dates of the Public Service Malls are the day of a ministry ceremony, with up to 42 regions on one day. Some had been serving citizens for months, even years.',
        'A tall step on the curve therefore shows a ceremony, not a rush of demand. Regions with the same date are tied; their order says nothing about who was first.',
      ],
    },
    ...spreadMethodTexts.en,
    pembanding: {
      title: 'Out of how many',
      text: [
        'Shares are taken over **governments**, not over areas on a map. There are 514 regencies and cities, but six of them, in Jakarta, are administrative areas without a government of their own. So 508 autonomous regencies and cities and 38 provinces: 546 regional governments.',
        'Public Service Malls are run by regencies and cities, and by Jakarta as one province. Their denominator is 508 + 1 = 509.',
        'In 2022, 26 regencies and cities in Papua moved to new provinces. Figures by province can be read with **provinces of today** or **provinces at the time**. In the second reading a date known only by month or year counts on its last possible day, and regions that moved between the first and the last record are in the denominator of both provinces. So no province exceeds 100 per cent.',
        'Where a programme is meant for others (police stations, hospitals, centres), the denominator follows and is named under the picture.',
      ],
    },
    belum: {
      title: 'What we do not know',
      text: [
        'Not recorded does not mean not there. Regions without a record are drawn faint and called "Unknown". Where an official count exceeds the dated ones, both are shown with the difference.',
        'Official figures that do not reconcile are shown as published. We do not quietly mend them.',
      ],
    },
    ...methodOverTime.en,
    sumber: {
      title: 'Where each fact comes from',
      text: [
        'The page of an innovation lists fact by fact what is written, where it was read, when, and how sure we are. Where two sources differ, both stand side by side.',
        'A description **read at its source** is marked as such. One from **general knowledge** is marked too and stays out of the open data until confirmed. Where only the name is certain, the page says that the description awaits the agency.',
      ],
    },
    tidak: {
      title: 'What is never shown',
      text: [
        'Descriptions merely guessed from the name of an innovation.',
        'The reason why one named agency stopped, unless it agrees. Reasons appear as totals only.',
        'Rankings of the best and worst regions.',
        'Who searched. Searches that found nothing are counted as needs, without personal data.',
      ],
    },
    bentuk: {
      title: 'The form of a replication',
      text: [
        'A replica is an **adoption**, an **adaptation** or a **modification**. The form that the adopter declares, confirmed by a mentor or the hub, stands beside the one measured from its blueprint. Neither overrides the other; where they differ, the reason is asked for and shown.',
        'The origin marks each component of a blueprint as core, supporting or local. A component is touched when it is changed, added or removed; order does not count. What is kept is the share of the components of the origin that stayed as they were. Where the origin has no blueprint, the form cannot be measured yet.',
        'The usual reading says that a modification keeps the core and redesigns other parts. The rule here differs: touching the core is what makes a modification, so that two people who judge the same case come to the same answer. No form is better than another.',
      ],
    },
    cari: {
      title: 'Search',
      text: [
        'The search knows Indonesian affixes (antre, antrean, mengantre), synonyms, abbreviations and what they stand for, and small slips of the keyboard. Its word lists are open data that you can check and improve.',
      ],
    },
    mirip: {
      title: 'Regions like this one',
      text: [
        '"Regions like this one" compares five figures: population, area, poverty rate, human development index, and regional product per person. The page names the figure that is closest and the one that differs most. Likeness begins a conversation; it does not judge.',
        'Regional figures come from BPS, Dukcapil and BIG, each with its year. The human development index is the 2021 series before its revision: good enough for likeness, not to be read as a value of today.',
      ],
    },
    padanan: {
      title: 'Matching needs with innovations',
      text: [
        'A need is told in everyday words, an innovation in others. So not words alone are compared but also what means the same, the kind of doing, the problem that is told of, and the field of service. Each gives a number from 0 to 1; the score is the mean of the four.',
        'From 0.5 on we call it a strong fit, from 0.4 a possible one, below that weak. A score is no chance of success. Reasons are taken only from text that may be shown; national programmes are not matched.',
        'In the selection table each criterion is scored from 1 to 5. The total is the weighted mean on a scale from 0 to 100; while a criterion with weight is not scored, no total is written.',
      ],
    },
    prioritas: {
      title: 'Priority of a need',
      text: [
        'Four parts are judged from 1 to 5: urgency (weight 30), impact (30), authority (20) and readiness (20). A 1 adds nothing, a 5 the whole weight, in between in proportion. The total lies between 0 and 100, and every part of it stands on the page of the need.',
      ],
    },
    jaringan: {
      title: 'Who follows whom, and clusters of regions',
      text: [
        'The network is inferred from the starting dates of many innovations (**NetInf**, exponential delays). What was opened in batches is left out. The number of ways is chosen by a fifth of the innovations kept from learning; those shown were found again in at least half of 100 resamples.',
        "Clusters are looked for among the six nearest neighbours: the pattern as a whole by **Moran's I**, a cluster by its size against the largest in each of 999 shuffles.",
      ],
    },
    sebaran: {
      title: 'Maps of spread',
      text: [
        'One dot is one regional government, at the town where it sits. All dots have the same size: area is not importance. The coastline is simplified and shows no boundaries.',
        'A small part of the points is estimated to within some kilometres. The maps are for seeing Indonesia or one province, not for measuring distances.',
      ],
    },
    lisensi: {
      title: 'Licences and reuse',
      text: [
        'Everything under [Open data](/data) can be downloaded without an account and used again under Creative Commons Attribution 4.0: name the source.',
        'The works we draw on keep their own terms: region codes from idn-area-data (ODbL 1.0), region points from GeoNames (CC BY 4.0), the coastline from Natural Earth (public domain). Regional figures name their office: BPS, Dukcapil and BIG.',
        'Every file comes with its SHA-256 fingerprint, so you know that what you compute is what we show.',
      ],
    },
  },
}

export const methodTexts = { id, en }
