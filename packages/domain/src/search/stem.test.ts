import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stemmer } from './stem.ts'

const roots = new Set(
  (
    'ajar aju anak bencana beri catat cek daftar darurat datang digital hadap ikan indah kendali kurus latih ' +
    'layan makan milik olah pemerintah penduduk perintah pindah pilih rekam risiko sah sampai sapu sehat ' +
    'sekolah tanah tanam tulis urus'
  ).split(' '),
)
const stem = stemmer(roots)

test.each([
  ['pelayanan', 'layan'],
  ['melayani', 'layan'],
  ['kesehatan', 'sehat'],
  ['memindahkan', 'pindah'],
  ['pemindahan', 'pindah'],
  ['keindahan', 'indah'],
  ['menanami', 'tanam'],
  ['pertanahan', 'tanah'],
  ['penyekolahan', 'sekolah'],
  ['bersekolah', 'sekolah'],
  ['mengajar', 'ajar'],
  ['pembelajaran', 'ajar'],
  ['pengajuan', 'aju'],
  ['kependudukan', 'penduduk'],
  ['pemerintahan', 'pemerintah'],
  ['diperintahkan', 'perintah'],
  ['memberikan', 'beri'],
  ['perikanan', 'ikan'],
  ['kedaruratan', 'darurat'],
  ['kebencanaannya', 'bencana'],
  ['berisiko', 'risiko'],
  ['kepemilikan', 'milik'],
  ['pengesahan', 'sah'],
  ['menyapu', 'sapu'],
  ['penyampaian', 'sampai'],
  ['digitalisasi', 'digital'],
  ['antarsekolah', 'sekolah'],
  ['perekaman', 'rekam'],
])('the root of %s is %s', (word, root) => expect(stem(word)).toBe(root))

test.each([
  ['ngecek', 'cek'],
  ['ngurus', 'urus'],
  ['nyapu', 'sapu'],
  ['nulis', 'tulis'],
  ['daftarin', 'daftar'],
])('the spoken form %s has the root %s', (word, root) => expect(stem(word)).toBe(root))

test.each(['banyuwangi', 'surakarta', 'pekanbaru', 'simbara', 'jkn', '112', 'larasita'])(
  'the name %s keeps its form',
  (name) => expect(stem(name)).toBe(name),
)

test('a word that is in no list loses only affix pairs and -nya', () => {
  expect(stem('aplikasinya')).toBe('aplikasi')
  expect(stem('kegrosiran')).toBe('grosir')
  expect(stem('mengupgradekan')).toBe('upgrade')
})

test('the root of a known root is itself', () => {
  for (const root of roots) expect(stem(root)).toBe(root)
})

test('a root with any of the usual affixes is found again', () => {
  // `berikan` is ambiguous: give it, or having fish.
  const affixed = fc.constantFrom(
    'di#kan',
    'di#i',
    'ber#',
    'ter#',
    'ke#an',
    'se#',
    '#nya',
    '#lah',
    'di#kannya',
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...[...roots].filter((root) => root.length > 3 && root !== 'ikan')),
      affixed,
      (root, pattern) => {
        expect(stem(pattern.replace('#', root))).toBe(root)
      },
    ),
  )
})

test('stemming answers for any text and never with nothing', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (word) => {
      expect(stem(word).length > 0).toBe(true)
      expect(stem(word)).toBe(stem(word))
    }),
  )
})
