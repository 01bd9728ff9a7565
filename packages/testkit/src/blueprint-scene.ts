import { newComponent } from '@semai/domain/blueprints/blueprint'
import type { BlueprintContent, Component, ComponentKind } from '@semai/domain/blueprints/blueprint'

type Given = Partial<Omit<Component, 'key' | 'kind'>> & Readonly<Record<string, string | null>>

/** A component of a kind under a key of its own; what is not given is empty. */
export function aComponent(kind: ComponentKind, key: string, given: Given = {}): Component {
  return { ...newComponent(kind, key), ...given } as Component
}

const application =
  'Aplikasi kecil yang mencatat jadwal perahu, daftar obat setiap pasien, dan tanda terima. Petugas mengisinya tanpa ' +
  'sinyal di pulau; catatan terkirim begitu perahu kembali ke dermaga.'

/** The blueprint of the demonstration: medicine that fishing boats bring to small islands. All of it is invented. */
export const islandMedicine: BlueprintContent = {
  note: 'Versi pertama, dari praktik dua tahun di tiga pulau.',
  components: [
    aComponent('problem', 'obat-terputus', {
      title: 'Obat rutin terputus di pulau kecil',
      description:
        'Pasien penyakit menahun harus menyeberang sehari penuh untuk mengambil obat, sehingga banyak yang berhenti berobat.',
      affected: 'Pasien darah tinggi, kencing manis, dan TBC di pulau tanpa apotek',
      evidence: 'Sebelum ada layanan ini, 41 dari 100 pasien tidak mengambil obat bulan berikutnya.',
    }),
    aComponent('legal_basis', 'sk-dinas', {
      standing: 'supporting',
      title: 'Surat keputusan kepala dinas tentang layanan antar obat',
      number: 'SK 440/12/2023',
    }),
    aComponent('process_step', 'daftar', {
      title: 'Mendaftar pasien rutin',
      description: 'Perawat desa mendata pasien yang obatnya tetap setiap bulan.',
      actor: 'Perawat desa',
      duration: '15',
      duration_unit: 'minute',
      output: 'Daftar pasien dan obatnya',
    }),
    aComponent('process_step', 'siapkan', {
      title: 'Menyiapkan paket obat',
      description: 'Apoteker menyiapkan obat sebulan dalam paket bernama.',
      actor: 'Apoteker puskesmas',
      duration: '1',
      duration_unit: 'working_day',
      output: 'Paket obat per pasien',
    }),
    aComponent('process_step', 'antar', {
      title: 'Mengantar dengan perahu nelayan',
      description:
        'Paket ikut perahu yang memang berlayar ke pulau itu; nelayan mendapat pengganti bahan bakar.',
      actor: 'Nelayan mitra',
      duration: '3',
      duration_unit: 'hour',
      output: 'Paket tiba di pos pulau',
    }),
    aComponent('process_step', 'serahkan', {
      title: 'Menyerahkan dan memantau',
      description: 'Kader menyerahkan obat, mengukur tekanan darah, dan menelepon perawat bila ada keluhan.',
      actor: 'Kader kesehatan',
      duration: '20',
      duration_unit: 'minute',
      output: 'Tanda terima dan catatan tekanan darah',
    }),
    aComponent('staff', 'perawat', {
      title: 'Perawat desa',
      description: 'Mendata pasien dan menjawab kader.',
      people: '3',
      qualification: 'Perawat yang mengenal pasiennya',
    }),
    aComponent('staff', 'kader', {
      standing: 'local',
      title: 'Kader kesehatan di pulau',
      description: 'Menyerahkan obat dan mengukur tekanan darah.',
      people: '6',
      qualification: 'Dilatih dua hari',
    }),
    aComponent('equipment', 'kotak', {
      standing: 'supporting',
      title: 'Kotak obat kedap air',
      pieces: '12',
      specification: 'Mengapung, berkunci, 10 liter',
    }),
    aComponent('digital_part', 'aplikasi', {
      standing: 'supporting',
      title: 'Catatan Antar Obat',
      description: application,
      address: 'https://contoh.test/antar-obat/aplikasi',
      licence: 'EUPL-1.2',
      status: 'stable',
      software: 'mobile',
      platforms: 'android, web',
      languages: 'id',
      features: 'Mencatat tanpa sinyal; Tanda terima; Pengingat jadwal perahu',
      maintenance: 'internal',
      maintainer: 'Dinas Kesehatan Sukamaju',
    }),
    aComponent('cost', 'bahan-bakar', {
      title: 'Pengganti bahan bakar perahu',
      amount_rupiah: '36.000.000',
      timing: 'yearly',
      funding: 'APBD, dana operasional puskesmas',
    }),
    aComponent('indicator', 'obat-diambil', {
      title: 'Pasien yang menerima obat tepat waktu',
      description: 'Pasien terdaftar yang obatnya tiba paling lambat tiga hari setelah obat lama habis.',
      unit: 'persen pasien terdaftar',
      formula: 'Pasien yang menerima tepat waktu dibagi pasien terdaftar, kali seratus',
      source: 'Tanda terima dalam aplikasi',
      frequency: 'monthly',
      baseline: '59',
      target: '95',
      direction: 'higher',
      reached: '92',
    }),
    aComponent('risk', 'cuaca', {
      title: 'Gelombang tinggi',
      description: 'Pada musim barat perahu tidak berlayar sampai dua minggu.',
      mitigation: 'Obat dua bulan disiapkan sebelum musim barat.',
    }),
    aComponent('inclusion', 'lansia', {
      title: 'Lansia yang tinggal sendiri',
      description: 'Kader mengunjungi rumah, bukan sebaliknya.',
      barrier: 'Tidak dapat berjalan ke pos',
    }),
    aComponent('lesson', 'kiat-nelayan', {
      standing: 'supporting',
      title: 'Pilih nelayan yang rutenya tetap',
      description: 'Jadwal yang tetap lebih berharga daripada perahu yang cepat.',
      type: 'tip',
    }),
    aComponent('lesson', 'gagal-kurir', {
      standing: 'supporting',
      title: 'Kurir khusus terlalu mahal',
      description:
        'Percobaan pertama memakai kurir sendiri dan berhenti setelah empat bulan karena biayanya.',
      type: 'failure',
    }),
    aComponent('lesson', 'alasan-kader', {
      standing: 'supporting',
      title: 'Mengapa kader yang menyerahkan',
      description: 'Pasien lebih jujur tentang obat yang tidak diminum kepada orang yang dikenalnya.',
      type: 'reason',
    }),
  ],
}

/** The version after it: a step changed, one added, one lesson moved, the box gone. */
export const islandMedicineLater: BlueprintContent = {
  note: 'Perahu pengganti bila cuaca buruk; kotak obat diganti kantong yang lebih murah.',
  components: islandMedicine.components
    .filter(({ key }) => key !== 'kotak')
    .flatMap((component): Component[] => {
      if (component.key === 'kiat-nelayan') return []
      if (component.key === 'alasan-kader') {
        return [component, islandMedicine.components.find(({ key }) => key === 'kiat-nelayan')!]
      }
      if (component.key === 'antar') {
        const description =
          'Paket ikut perahu yang memang berlayar ke pulau itu, atau perahu puskesmas bila cuaca buruk; nelayan mendapat pengganti bahan bakar.'
        return [
          { ...component, description },
          aComponent('process_step', 'kabar', {
            standing: 'supporting',
            title: 'Mengabari pasien',
            description: 'Kader mengirim pesan sehari sebelum perahu tiba.',
            actor: 'Kader kesehatan',
            duration: '10',
            duration_unit: 'minute',
          }),
        ]
      }
      return [component]
    }),
}
