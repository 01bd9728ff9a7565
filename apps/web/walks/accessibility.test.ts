import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { catalogueTexts } from '../src/lib/texts/catalogue.ts'
import { shellTexts } from '../src/lib/texts/shell.ts'
import { axeFindings } from './axe-findings.ts'
import { newPage } from './walk.ts'

/** All that a scheme can change: nothing but colours differs between light and dark. */
const colours = ['color-contrast', 'link-in-text-block']
const languages = ['', '/en'] as const

/** Every route that is a page, and its states that an address names. */
const paths = [
  '',
  '/katalog',
  '/katalog?q=antrean&provinsi=35&dari=2015',
  '/katalog?tampilan=peta',
  '/katalog?tampilan=tabel',
  '/katalog?q=zzzz',
  '/katalog?dari=abc&lanjut=xx',
  '/inovasi/mal-pelayanan-publik',
  '/inovasi/mal-pelayanan-publik?kekuatan=confirmed',
  '/inovasi/mal-pelayanan-publik/klaim',
  '/inovasi/mooc-pintar', // only its name and award are certain
  '/daerah',
  '/daerah?q=banyu',
  '/daerah?q=zzzz',
  '/daerah/kabupaten-banyuwangi',
  '/daerah/jawa-timur',
  '/daerah/kabupaten-banyuwangi/warga',
  '/inovasi/mal-pelayanan-publik/suara',
  '/instansi',
  '/instansi?q=zzzz',
  '/instansi/pemerintah-kabupaten-banyuwangi',
  '/penyebaran',
  '/penyebaran/jaringan',
  '/penyebaran/kelompok',
  '/penyebaran/riset',
  '/bertahan',
  '/replikasi',
  '/uji-petik',
  '/pantauan',
  '/forum',
  '/penyebaran?inovasi=PRG-MPP',
  '/penyebaran?inovasi=PRG-MPP&banding=PRG-112',
  '/penyebaran/uji-ulang',
  '/inovasi/mal-pelayanan-publik/berikutnya',
  '/program',
  '/program/papan',
  '/program/peristiwa',
  '/program/mal-pelayanan-publik',
  '/program/rumah-belajar',
  '/inovasi/mal-pelayanan-publik/kesiapan',
  '/inovasi/mal-pelayanan-publik/silsilah',
  '/inovasi/mal-pelayanan-publik/hasil',
  '/data',
  '/metode',
  '/tentang',
  '/aksesibilitas',
  '/gaya',
  '/tidak-ada',
]

test.each(paths)('%s has no fault of accessibility, in either language, width or scheme', async (path) => {
  const faults = await Promise.all(languages.map((lang) => faultsOf(`${lang}${path}` || '/')))
  expect(faults.flat()).toEqual([])
})

/** A page for each language that goes from address to address: beginning one anew takes longer than looking at it. */
const pages = new Map<string, Promise<Page>>()
function pageOf(address: string): Promise<Page> {
  const lang = address.startsWith('/en') ? 'en' : 'id'
  const page = pages.get(lang) ?? newPage()
  pages.set(lang, page)
  return page
}

/** What axe finds at two widths in two schemes, and whether the page scrolls sideways from 320 px on. */
async function faultsOf(address: string): Promise<string[]> {
  const page = await pageOf(address)
  await page.goto(address)
  const faults: string[] = []
  // Only the words differ between the languages, and they are tightest on a phone.
  const isWordsOnly = address.startsWith('/en')
  for (const width of isWordsOnly ? [360] : [1280, 360]) {
    await page.setViewportSize({ width, height: 900 })
    for (const scheme of isWordsOnly ? (['light'] as const) : (['light', 'dark'] as const)) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      const found = scheme === 'light' ? await axeFindings(page) : await axeFindings(page, colours)
      faults.push(...found.map((fault) => `${address} at ${width} px, ${scheme}: ${fault}`))
    }
  }
  for (const width of [360, 320]) {
    await page.setViewportSize({ width, height: 900 })
    faults.push(...(await sideways(page)).map((fault) => `${address} at ${width} px: ${fault}`))
  }
  return faults
}

async function sideways(page: Page): Promise<string[]> {
  const pixels = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  return pixels > 0 ? [`scrolls sideways by ${pixels} px`] : []
}

/** States that only an action brings about. */
const actions: Record<string, { path: string; width: number; act: (page: Page) => Promise<unknown> }> = {
  'the menu is open': {
    path: '/',
    width: 360,
    act: (page) => page.locator('header summary').filter({ hasText: shellTexts.id.menu }).click(),
  },
  'the filters are open': {
    path: '/katalog',
    width: 360,
    act: (page) => page.getByRole('link', { name: catalogueTexts.id.filter }).click(),
  },
  'every facet is unfolded': {
    path: '/katalog',
    width: 1280,
    act: async (page) => {
      for (const summary of await page.locator('aside details:not([open]) > summary').all()) {
        if (await summary.isVisible()) await summary.click()
      }
    },
  },
  'the year slider stands at the first year': {
    path: '/inovasi/mal-pelayanan-publik',
    width: 1280,
    act: (page) => page.locator('.years input').first().check({ force: true }),
  },
  'the map is played': {
    path: '/inovasi/mal-pelayanan-publik',
    width: 360,
    act: (page) => page.locator('button[data-play]').click(),
  },
}

test.each(Object.entries(actions))('no fault appears when %s', async (_, { path, width, act }) => {
  for (const scheme of ['light', 'dark'] as const) {
    const page = await newPage({ width, scheme })
    await page.goto(path)
    await act(page)
    expect([...(await axeFindings(page)), ...(await sideways(page))]).toEqual([])
    await page.context().close()
  }
})
