/** One address a reader can try for each read of the API, by the name of the read. */
export const apiExamples = {
  innovations: '/api/inovasi?q=akta+kelahiran&limit=5',
  innovation: '/api/inovasi/INV-0014',
  innovationClaims: '/api/inovasi/PRG-MPP/klaim?limit=20',
  spread: '/api/inovasi/PRG-MPP/sebaran?sampai=2023',
  claims: '/api/klaim?daerah=35&kekuatan=confirmed',
  replications: '/api/replikasi',
  regions: '/api/daerah?limit=50',
  region: '/api/daerah/35.10',
  agencies: '/api/instansi?q=banyuwangi',
  agency: '/api/instansi/pemerintah-kabupaten-banyuwangi',
  figures: '/api/angka',
  events: '/api/peristiwa',
  programmes: '/api/program',
  demand: '/api/dicari',
  needs: '/api/kebutuhan?keadaan=unmet',
  demandCounts: '/api/kebutuhan/jumlah',
} as const
export type ApiExample = keyof typeof apiExamples
