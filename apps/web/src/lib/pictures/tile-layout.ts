/** One province in the equal-area tile grid. `short` fits a tile; the full name is the caller's. */
export type Tile = { code: string; column: number; row: number; short: string; shorter?: string }

/** Columns of the two panels of narrow screens: the western seven, then the eastern seven. */
export const TILE_COLUMNS = 14
export const TILE_ROWS = 6
export const TILE_SPLIT = 7

/** The 38 provinces as equal squares, arranged by us so that neighbours stay neighbours where they can. */
export const TILES: readonly Tile[] = [
  { code: '11', column: 0, row: 0, short: 'Aceh' },
  { code: '12', column: 1, row: 1, short: 'Sumut' },
  { code: '13', column: 1, row: 2, short: 'Sumbar' },
  { code: '14', column: 2, row: 1, short: 'Riau' },
  { code: '15', column: 2, row: 2, short: 'Jambi' },
  { code: '16', column: 2, row: 3, short: 'Sumsel' },
  { code: '17', column: 1, row: 3, short: 'Bengkulu', shorter: 'Bengk.' },
  { code: '18', column: 2, row: 4, short: 'Lampung', shorter: 'Lamp.' },
  { code: '19', column: 3, row: 2, short: 'Babel' },
  { code: '21', column: 3, row: 1, short: 'Kepri' },
  { code: '31', column: 4, row: 4, short: 'Jakarta' },
  { code: '32', column: 4, row: 5, short: 'Jabar' },
  { code: '33', column: 5, row: 4, short: 'Jateng' },
  { code: '34', column: 5, row: 5, short: 'DIY' },
  { code: '35', column: 6, row: 5, short: 'Jatim' },
  { code: '36', column: 3, row: 4, short: 'Banten' },
  { code: '51', column: 7, row: 5, short: 'Bali' },
  { code: '52', column: 8, row: 5, short: 'NTB' },
  { code: '53', column: 9, row: 5, short: 'NTT' },
  { code: '61', column: 5, row: 1, short: 'Kalbar' },
  { code: '62', column: 5, row: 2, short: 'Kalteng' },
  { code: '63', column: 6, row: 2, short: 'Kalsel' },
  { code: '64', column: 6, row: 1, short: 'Kaltim' },
  { code: '65', column: 6, row: 0, short: 'Kaltara' },
  { code: '71', column: 9, row: 0, short: 'Sulut' },
  { code: '72', column: 8, row: 1, short: 'Sulteng' },
  { code: '73', column: 8, row: 3, short: 'Sulsel' },
  { code: '74', column: 9, row: 3, short: 'Sultra' },
  { code: '75', column: 8, row: 0, short: 'Gorontalo', shorter: 'Goron.' },
  { code: '76', column: 8, row: 2, short: 'Sulbar' },
  { code: '81', column: 10, row: 3, short: 'Maluku' },
  { code: '82', column: 10, row: 1, short: 'Malut' },
  { code: '91', column: 13, row: 1, short: 'Papua' },
  { code: '92', column: 11, row: 2, short: 'P. Barat' },
  { code: '93', column: 13, row: 3, short: 'P. Selatan', shorter: 'P. Sel.' },
  { code: '94', column: 12, row: 2, short: 'P. Tengah', shorter: 'P. Teng.' },
  { code: '95', column: 13, row: 2, short: 'P. Pegun.', shorter: 'P. Peg.' },
  { code: '96', column: 11, row: 1, short: 'P. Brt Daya', shorter: 'P. BD' },
]
