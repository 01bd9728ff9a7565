import { expect, test } from 'vitest'
import { datasetNames, datasetOf, datasets } from './datasets.ts'
import { dcatCatalogue } from './dcat.ts'

const site = {
  origin: 'https://semai.contoh.test',
  publisher: { name: 'Dinas Uji', url: null },
  modified: new Date('2026-03-01T00:00:00Z'),
}
type Listed = { 'dcat:distribution': { 'dcat:downloadURL': { '@id': string } }[]; 'dct:license': unknown }

test('the catalogue lists every file of every dataset, and each address is one the site answers', () => {
  const listed = dcatCatalogue(site)['dcat:dataset'] as Listed[]
  const files = listed.flatMap((each) =>
    each['dcat:distribution'].map((file) =>
      file['dcat:downloadURL']['@id'].replace(`${site.origin}/data/`, ''),
    ),
  )
  expect(files.map(datasetOf)).toEqual(
    datasetNames.flatMap((name) => datasets[name].formats.map((format) => ({ name, format }))),
  )
})

test('nobody publishes it until someone is named', () => {
  expect('dct:publisher' in dcatCatalogue(site)).toBe(true)
  expect('dct:publisher' in dcatCatalogue({ ...site, publisher: null })).toBe(false)
})

test('a file that does not exist stands for nothing', () => {
  expect(['klaim.pdf', 'klaim', 'rahasia.csv', 'klaim.csv.gz', 'instansi.geojson'].map(datasetOf)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ])
})
