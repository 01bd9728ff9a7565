import type { SameTexts } from './same-texts.ts'

const id = {
  title: 'Data terbuka',
  description:
    'Unduh seluruh katalog, penyebaran, wilayah dan instansi sebagai CSV, XLSX, GeoJSON atau JSON; skema, API, dan katalog DCAT.',
  lead: 'Semua yang Anda lihat di sini boleh diunduh, dihitung ulang, dan dipakai lagi, tanpa akun.',
  contents: 'Isi halaman',
  changed: (when: string) => `Terakhir berubah ${when}.`,
  unchangedYet: 'Belum ada data.',
  rows: (count: string) => `${count} baris`,
  about: 'kira-kira',
  columns: (count: number) => `Arti ${count} kolom`,
  columnsCaption: (title: string) => `Kolom berkas ${title}`,
  column: 'Kolom',
  meaning: 'Arti',
  sections: {
    unduh: {
      title: 'Unduh',
      text: [
        'Satu berkas untuk satu hal. CSV memakai koma dan UTF-8; bila huruf tampak rusak di program lama, tambahkan **?bom=1** pada alamatnya, atau pakai XLSX. Teks CSV yang akan dijalankan lembar kerja sebagai rumus (diawali = + - @) diberi tanda petik tunggal di depannya; impor kami melepasnya lagi. JSON berisi catatan lengkap: nilai yang berbeda antarsumber tetap berdampingan.',
      ],
    },
    lisensi: {
      title: 'Lisensi dan cara mengutip',
      text: [
        'Himpunan data ini boleh dipakai dengan lisensi [Creative Commons Atribusi 4.0](https://creativecommons.org/licenses/by/4.0/deed.id): sebutkan sumbernya. Kode wilayah berasal dari [idn-area-data](https://github.com/fityannugroho/idn-area-data) (ODbL 1.0: bila Anda membagikan turunan daftar wilayahnya, bagikan dengan lisensi yang sama). Titik daerah dari [GeoNames](https://www.geonames.org/) (CC BY 4.0). Angka daerah dari BPS, Dukcapil, dan BIG; sebutkan pula mereka.',
        'Uraian yang hanya diketahui dari namanya, atau belum dikonfirmasi sumber, tidak ada dalam berkas mana pun. Kolom **narrative_withheld** menyebut alasannya.',
      ],
    },
    skema: {
      title: 'Skema',
      text: [
        'Bentuk catatan inovasi dan klaim diterbitkan sebagai JSON Schema 2020-12, supaya sistem lain dapat menulis dan membaca catatan yang sama. Periksa berkas Anda dengan perintah di bawah; setiap kesalahan disebut tempat dan cara memperbaikinya.',
      ],
    },
    api: {
      title: 'API',
      text: [
        'Baca saja, tanpa kunci, terbuka untuk situs lain. Daftar dilanjutkan dengan **cursor**. Jawaban membawa ETag: kirim kembali dengan **If-None-Match**, dan Anda menerima 304 bila tidak ada yang berubah. Bila terlalu sering, jawabannya 429 dengan **Retry-After**.',
      ],
    },
    katalog: {
      title: 'Untuk portal data',
      text: [
        'Portal data terbuka dapat memanen daftar ini sebagai [katalog DCAT (JSON-LD)](/data/katalog.jsonld). Cara menghitung dan batas-batasnya ada di [Cara membaca data](/metode).',
      ],
    },
    asal: {
      title: 'Berkas asal dan sidik jarinya',
      text: [
        'Berkas yang disertakan bersama perangkat lunak ini, dengan SHA-256 masing-masing. Bila sidik jari berkas Anda sama, isinya sama. Yang dimuat sesudahnya tercatat di bawahnya.',
      ],
    },
  },
  cite: 'Contoh kutipan',
  citation: (operator: string | null, day: string, origin: string) =>
    `${operator ? `${operator}, ` : ''}Semai: data inovasi pelayanan publik, keadaan ${day}, ${origin}/data, CC BY 4.0.`,
  schemaNames: { innovation: 'Skema inovasi', claim: 'Skema klaim' },
  openApi: 'Dokumen OpenAPI 3.1',
  apiCaption: 'Alamat API dengan satu contoh',
  apiColumns: { what: 'Isi', example: 'Contoh' },
  apiSays: {
    innovations: 'Daftar inovasi, dengan saringan dan pencarian katalog',
    innovation: 'Satu inovasi, lengkap dengan sumber',
    innovationClaims: 'Klaim satu inovasi',
    spread: 'Penyebaran menurut tahun, provinsi, dan kekuatan',
    claims: 'Klaim menurut wilayah, inovasi, kekuatan, tanggal',
    replications: 'Replikasi menurut inovasi, dengan tonggaknya',
    results: 'Nilai indikator tiap replikasi, sebelum dan sesudah',
    pulses: 'Kapan replikasi ditanya, dan apa jawabnya',
    spotChecks: 'Uji petik: angka awal, yang ditarik, dan temuannya',
    rounds: 'Putaran pemantauan yang sudah diumumkan',
    roundLoci: 'Siapa yang ditanyai putaran itu, dan siapa yang dihargai',
    regions: 'Semua wilayah',
    region: 'Satu wilayah dengan angkanya',
    agencies: 'Instansi menurut nama',
    agency: 'Satu instansi',
    figures: 'Angka yang pernah diumumkan',
    events: 'Peristiwa program',
    programmes: 'Program peningkatan skala dengan sasarannya',
    demand: 'Yang dicari dan belum ditemukan',
    needs: 'Kebutuhan yang dinyatakan, menurut layanan, daerah dan keadaan',
    demandCounts: 'Kebutuhan yang belum ada jawabannya, menurut layanan dan provinsi',
  },
  originsCaption: 'Berkas yang disertakan',
  importsCaption: 'Berkas yang dimuat sesudahnya',
  originsColumns: { file: 'Berkas', size: 'Ukuran', hash: 'SHA-256' },
  download: 'Unduh',
}

const en: SameTexts<typeof id> = {
  title: 'Open data',
  description:
    'Download the whole catalogue, the spread, regions and agencies as CSV, XLSX, GeoJSON or JSON; schemas, API, and a DCAT catalogue.',
  lead: 'Everything you see here may be downloaded, recomputed and used again, without an account.',
  contents: 'On this page',
  changed: (when) => `Last changed ${when}.`,
  unchangedYet: 'There is no data yet.',
  rows: (count) => `${count} rows`,
  about: 'about',
  columns: (count) => `What the ${count} columns mean`,
  columnsCaption: (title) => `Columns of the file: ${title}`,
  column: 'Column',
  meaning: 'Meaning',
  sections: {
    unduh: {
      title: 'Download',
      text: [
        'One file for one thing. CSV uses commas and UTF-8; if letters look broken in an old program, add **?bom=1** to the address, or take XLSX. A CSV text that a spreadsheet would run as a formula (beginning with = + - @) gets an apostrophe before it; our import takes it off again. JSON holds whole records: values that differ between sources stay side by side.',
      ],
    },
    lisensi: {
      title: 'Licence, and how to cite',
      text: [
        'This compilation may be used under [Creative Commons Attribution 4.0](https://creativecommons.org/licenses/by/4.0/): name the source. Region codes come from [idn-area-data](https://github.com/fityannugroho/idn-area-data) (ODbL 1.0: if you share a list of regions derived from it, share it under the same licence). Region points come from [GeoNames](https://www.geonames.org/) (CC BY 4.0). Regional figures come from BPS, Dukcapil and BIG; name them too.',
        'Descriptions known only from a name, or not yet confirmed by a source, are in none of the files. The column **narrative_withheld** says why.',
      ],
    },
    skema: {
      title: 'Schemas',
      text: [
        'The shape of an innovation and of a claim is published as JSON Schema 2020-12, so that other systems can write and read the same record. Check your file with the command below; each mistake is named with its place and its remedy.',
      ],
    },
    api: {
      title: 'API',
      text: [
        'Read only, without a key, open to other sites. Lists go on with **cursor**. Answers carry an ETag: send it back with **If-None-Match**, and you get 304 when nothing changed. Asking too often is answered 429 with **Retry-After**.',
      ],
    },
    katalog: {
      title: 'For data portals',
      text: [
        'Open-data portals can harvest this list as a [DCAT catalogue (JSON-LD)](/data/katalog.jsonld). How things are counted, and the limits, are told in [How to read the data](/metode).',
      ],
    },
    asal: {
      title: 'Original files and their fingerprints',
      text: [
        'The files that come with this software, each with its SHA-256. If the fingerprint of your file is the same, so is its content. What was loaded later is listed below them.',
      ],
    },
  },
  cite: 'How to cite',
  citation: (operator, day, origin) =>
    `${operator ? `${operator}, ` : ''}Semai: data on public-service innovation, as of ${day}, ${origin}/data, CC BY 4.0.`,
  schemaNames: { innovation: 'Schema of an innovation', claim: 'Schema of a claim' },
  openApi: 'OpenAPI 3.1 document',
  apiCaption: 'Addresses of the API, one example each',
  apiColumns: { what: 'What', example: 'Example' },
  apiSays: {
    innovations: 'The list of innovations, with the filters and search of the catalogue',
    innovation: 'One innovation, with its sources',
    innovationClaims: 'Claims on one innovation',
    spread: 'Spread by year, province and strength',
    claims: 'Claims by region, innovation, strength, date',
    replications: 'Replications by innovation, with their milestones',
    results: 'Indicators of each replica, before and after',
    pulses: 'When replications were asked, and what they answered',
    spotChecks: 'Spot checks: seed, what was drawn and found',
    rounds: 'Monitoring rounds that were published',
    roundLoci: 'Whom those rounds asked, and whom they honour',
    regions: 'All regions',
    region: 'One region with its figures',
    agencies: 'Agencies by name',
    agency: 'One agency',
    figures: 'Totals as published',
    events: 'Events of the programme',
    programmes: 'Scaling-up programmes with their targets',
    demand: 'What was searched for and not found',
    needs: 'Needs that were stated, by service, region and state',
    demandCounts: 'Needs without an answer, by service and province',
  },
  originsCaption: 'Files that come with the software',
  importsCaption: 'Files loaded later',
  originsColumns: { file: 'File', size: 'Size', hash: 'SHA-256' },
  download: 'Download',
}

export const openDataTexts = { id, en }
