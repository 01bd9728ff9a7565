import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '@semai/store/db/open'
import { makePulseLink } from '@semai/store/pulse/pulse.commands'
import { cast } from '@semai/testkit/cast'
import { castAgencies, castEmail, castPassword, castPeople, castPlaces } from '@semai/testkit/people'
import { aPulse } from '@semai/testkit/pulse-scene'
import { castReplication } from '@semai/testkit/replication-scene'
import { serveSite } from './served-site.ts'
import type { OwnSite } from './served-site.ts'
import { newPage, sql, walkOn } from './walk.ts'

let site: OwnSite
let link: string

beforeAll(async () => {
  site = await serveSite()
  walkOn(site)
  const { db, close } = await openDatabase({ role: 'app', poolSize: 1 }, { SEMAI_DATA: site.data })
  const now = new Date()
  await castAgencies(db)
  await castPlaces(db)
  await castPeople(db, ['author', 'local admin'], { is_demonstration: true })
  const names = [
    ['antar-obat', 'Antar Obat'],
    ['sapa-lansia', 'Sapa Lansia'],
  ] as const
  for (const [i, [slug, name]] of names.entries()) {
    const code = await castReplication(db, now, {
      code: `INV-W${i}`,
      slug,
      name,
      localName: `${name} Sukamaju`,
    })
    const id = await aPulse(db, { code, now })
    if (i === 0) link = (await makePulseLink(db, cast.author, { id, now })).link
  }
  await close()
})

afterAll(() => site.stop())

const answers = () => sql('select answer, way, answers from pulse order by due_on, id')

test('without scripts a link shows the question, keeps what was typed when it is short, and is answered once', async () => {
  const rina = await newPage({ scripts: false, width: 360 })
  await rina.goto(`/denyut/${link}`)
  expect((await answers())[0]).toMatchObject({ answer: null })
  await rina.check('[name=running][value=stopped]')
  await rina.selectOption('[name=q_budget]', 'no')
  await rina.fill('[name=name]', 'Rina')
  await rina.fill('[name=post]', 'Kepala Puskesmas')
  await rina.click('main form button')
  await rina.locator('[id="field-cause"].field-error').waitFor()
  expect(await rina.inputValue('[name=q_budget]')).toBe('no')
  expect(await rina.isChecked('[name=running][value=stopped]')).toBe(true)
  await rina.check('[name=running][value=weakened]')
  await rina.click('main form button')
  await rina.locator('text=jawaban Anda tercatat').first().waitFor()
  expect((await answers())[0]).toEqual({ answer: 'weakened', way: 'link', answers: { budget: 'no' } })
  await rina.goto(`/denyut/${link}`)
  await rina.locator('text=sudah dijawab').waitFor()
  const bad = await rina.goto(`/denyut/${link.slice(0, -1)}`)
  expect(bad!.status()).toBe(404)
})

test('with scripts a local administrator compares a sheet first, then saves all of it', async () => {
  const wayan = await newPage()
  await wayan.goto('/masuk')
  await wayan.fill('[name=email]', castEmail('local admin'))
  await wayan.fill('[name=password]', castPassword)
  await wayan.click('main form button')
  await wayan.waitForURL('**/kerja')
  await wayan.goto('/kelola/denyut')
  const [row] = await sql<{ code: string }>(
    'select r.code from pulse u join replication r on r.id = u.replication_id where u.answer is null',
  )
  const csv = `kode,jawaban,keeper\n${row!.code},berkembang,Sudah orang lain\n`
  const file = { name: 'lembar.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) }
  await wayan.setInputFiles('[name=sheet]', file)
  await wayan.click('form[action="?/compare"] button')
  await wayan.locator('text=1 jawaban siap disimpan').waitFor()
  expect((await answers()).filter((one) => 'answer' in one && one['answer'] === null)).toHaveLength(1)
  await wayan.click('form[action="?/take"] button')
  await wayan.locator('text=1 jawaban tersimpan').waitFor()
  await wayan.goto(`/replikasi/${row!.code}/serah-terima`)
  await wayan.locator('text=kini orang lain yang mengurusnya').waitFor()
})
