import { expect, test } from 'vitest'
import { scalingProgrammeForm } from '@semai/domain/scaling/scaling-programme.form'
import type { ScalingProgramme } from '@semai/store/scaling/programme.queries'
import { programmeFields } from './programme-fields.ts'

test('what a form shows of a programme, sent back, says the same', () => {
  const programme: ScalingProgramme = {
    id: 'p',
    slug: 'obat',
    name: 'Obat Tiba Nasional',
    namedOn: '2024-05',
    revision: 3,
    updatedAt: new Date(0),
    protectionId: 'Dilindungi (rekaan)',
    protectionEn: null,
    ownerId: 'o',
    owner: 'Kementerian Contoh',
    ownerSlug: 'kementerian-contoh',
    source: null,
    sourceUrl: null,
    ownerPath: [],
    provinceCode: null,
    innovations: [{ id: 'i', code: 'INV-7001', slug: 'obat-tiba', name: 'Obat Tiba' }],
    targets: [{ year: 2026, regions: 4, source: 'Renstra (rekaan)' }],
    regions: [
      { code: '35.10', byYear: 2026, name: 'Kabupaten Banyuwangi', slug: 'kabupaten-banyuwangi' },
      { code: '33.72', byYear: null, name: 'Kota Surakarta', slug: 'kota-surakarta' },
    ],
    bases: [
      { title: 'Permen 1 (rekaan)', link: 'https://contoh.test/permen' },
      { title: 'Pedoman (rekaan)', link: null },
    ],
    mayWrite: true,
  }
  expect(scalingProgrammeForm.parse(programmeFields(programme))).toEqual({
    revision: 3,
    name: programme.name,
    owner: 'kementerian-contoh',
    innovations: ['INV-7001'],
    namedOn: '2024-05',
    protection: 'Dilindungi (rekaan)',
    source: null,
    sourceLink: null,
    bases: programme.bases,
    targets: programme.targets,
    regions: [
      { name: 'kabupaten-banyuwangi', byYear: 2026 },
      { name: 'kota-surakarta', byYear: null },
    ],
  })
})
