import type { SameTexts } from './same-texts.ts'

const id = {
  ramalan: {
    title: 'Kurva, batas atas, dan perkiraan',
    text: [
      'Halaman penyebaran mencocokkan **kurva Bass** pada jumlah daerah per tahun: sebagian memulai sendiri, sebagian karena yang lain sudah. Batas atasnya kami **tetapkan**: berapa yang bisa mengadopsi. Pada umumnya 509, yaitu 508 kabupaten dan kota yang berpemerintahan sendiri ditambah Jakarta. Bila sebuah provinsi memilikinya, pembandingnya 546 pemerintah daerah.',
      'Yang dicocokkan: tanggal pertama tiap daerah, sampai akhir tahun terakhir yang sudah selesai dan memiliki tanggal. Batas akhir saja tidak dihitung. Pita adalah rentang 95 persen: ketidakpastian kurva ditambah sebaran satu tahun terhadap kurvanya. Jumlah ke depan dimulai dari yang sudah tercatat, tidak pernah turun, dan tidak melewati batas atas.',
      'Perkiraan tidak digambar bila datanya kurang dari lima tahun, bila tanggalnya ada di kurang dari tiga tahun, atau bila galat baku lajunya lebih dari setengah nilainya. Beberapa inovasi tidak pernah dicocokkan bersama.',
      '**Seandainya diramal** memakai hanya data sampai akhir tahun terpilih, lalu menyandingkannya dengan yang datang dan dengan tebakan sederhana "sebanyak tahun lalu". Angkanya sama dengan perintah `semai analyse bass` pada berkas unduhannya.',
    ],
  },
  berdekatan: {
    title: 'Apakah yang berdekatan serupa',
    text: [
      '**Moran’s I** membandingkan bagian tiap provinsi dengan rata-rata empat provinsi yang ibu kotanya terdekat; berbatasan darat saja akan meninggalkan banyak pulau sendirian. Mendekati 1: yang serupa berdekatan. Peluangnya dihitung dari 999 peta yang diacak. Provinsi kecil berubah bagiannya oleh satu daerah saja, jadi bacalah bersama tabelnya.',
    ],
  },
}

const en: SameTexts<typeof id> = {
  ramalan: {
    title: 'Curve, ceiling and forecast',
    text: [
      'The page on spread fits a **Bass curve** to the number of regions by year: some begin by themselves, some because others have. Its ceiling is **set** by us: how many could adopt. As a rule 509, the 508 regencies and cities with a government of their own and Jakarta. Where a province has it, it is compared with all 546 local governments.',
      'What is fitted: the first date of each region, up to the end of the last year that is over and has a date. Mere upper bounds are not counted. The band is a range of 95 per cent: the uncertainty of the curve and how far a single year lies from it. Numbers ahead begin at what is on record, never fall, and do not pass the ceiling.',
      'No forecast is drawn from under five years of data, from dates in fewer than three years, or where the standard error of the pace is above half of it. Several innovations are never fitted together.',
      '**Looking back** uses only the data up to the end of the chosen year, then sets them beside what came and beside the plain guess “as many as last year”. The figures are those of the command `semai analyse bass` on the file offered for download.',
    ],
  },
  berdekatan: {
    title: 'Whether neighbours are alike',
    text: [
      '**Moran’s I** compares the share of each province with the mean of the four provinces whose capitals are nearest; land borders alone would leave many islands on their own. Near 1, like lies by like. Chance is counted from 999 shuffled maps. In a small province one region changes the share, so read it beside its table.',
    ],
  },
}

export const spreadMethodTexts = { id, en }
