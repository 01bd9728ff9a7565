import type { PlainSheet } from '../scaling/coverage-sheet.ts'
import type { SpreadClusters } from './clusters.ts'
import type { SpreadNetwork } from './network.ts'
import type { Seeding } from './seeding.ts'

/** Every edge, also those too unstable to be shown, with the innovations that speak for it. */
export function edgesSheet(network: SpreadNetwork): PlainSheet {
  const edges = network.enough ? network.edges : []
  return [
    ['dari', 'ke', 'gain', 'stabilitas', 'kesempatan', 'peluang', 'bukti', 'inovasi'],
    ...edges.map(({ from, to, gain, stability, exposures, probability, evidence }) => [
      from,
      to,
      ...[gain, stability, exposures, probability, evidence.length].map(String),
      evidence.map(({ innovation }) => innovation).join(' '),
    ]),
  ]
}

/** Each subject and year, with a row for each region of a cluster; a year without a cluster has one row. */
export function clustersSheet({ subjects }: SpreadClusters): PlainSheet {
  return [
    ['inovasi', 'tahun', 'daerah_memulai', 'moran', 'tanpa_pola', 'p', 'kelompok', 'p_kelompok', 'wilayah'],
    ...subjects.flatMap(({ innovation, years }) =>
      years.flatMap(({ year, adopted, moran, expected, p, hot }) => {
        const of = [innovation ?? '', ...[year, adopted, moran, expected, p].map(String)]
        const rows = hot.flatMap((group, i) =>
          group.regions.map((region) => [...of, String(i + 1), String(group.p), region]),
        )
        return rows.length > 0 ? rows : [[...of, '', '', '']]
      }),
    ),
  ]
}

/** First adopters in the order in which they are chosen. `names`: of regions by code. */
export function seedsSheet({ seeds }: Seeding, names: ReadonlyMap<string, string>): PlainSheet {
  return [
    ['urutan', 'kode', 'daerah', 'tercapai'],
    ...seeds.map(({ region, reached }, i) => [
      String(i + 1),
      region,
      names.get(region) ?? '',
      String(reached),
    ]),
  ]
}
