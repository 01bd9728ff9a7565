import { createHash } from 'node:crypto'
import { createServer, connect } from 'node:net'
import type { Server, Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDocx, aPdf } from '@semai/testkit/made-files'
import { agencies, cast } from '@semai/testkit/cast'
import { scenes } from '@semai/testkit/drawn-scenes'
import { publishDraft } from '@semai/testkit/file-scene'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { openDatabase } from '@semai/store/db/open'
import { startEdit } from '@semai/store/innovations/innovation-edit.commands'
import { axeFindings } from './axe-findings.ts'
import { serveSite } from './served-site.ts'
import type { OwnSite } from './served-site.ts'
import { at, newPage, sql, walkOn } from './walk.ts'
import { signIn } from './walker.ts'

let site: OwnSite
const photo = { name: 'Perahu obat.png', mimeType: 'image/png', buffer: scenes.boat(1_000, 640) }
const procedure = { name: 'sop.pdf', mimeType: 'application/pdf', buffer: aPdf() }
/** Some seconds of a bad line: eight pieces. */
const large = {
  name: 'laporan.docx',
  mimeType: '',
  buffer: aDocx([{ name: 'word/media/a.bin', content: Buffer.alloc(2_000_000, 7) }]),
}

beforeAll(async () => {
  site = await serveSite()
  walkOn(site)
  await withDb(async (db) => {
    await castAgencies(db)
    await castPeople(db, ['author', 'author elsewhere', 'local admin'], { is_demonstration: true })
  })
})
afterAll(() => site.stop())

async function withDb<Done>(
  work: (db: Awaited<ReturnType<typeof openDatabase>>['db']) => Promise<Done>,
): Promise<Done> {
  const { db, close } = await openDatabase({ role: 'app', poolSize: 1 }, { SEMAI_DATA: site.data })
  return work(db).finally(close)
}

const startText = () =>
  withDb((db) =>
    startEdit(db, cast.author, {
      organisationId: agencies.healthOffice,
      innovationId: null,
      now: new Date(),
    }),
  )

const names = async (editId: string) =>
  (
    await sql<{ name: string }>(
      'select f.name from innovation_file a join file f on f.id = a.file_id where a.edit_id = $1 order by a.position',
      [editId],
    )
  ).map(({ name }) => name)

test('without scripts files are sent, described, ordered, opened to everyone, and shown with the innovation', async () => {
  const editId = await startText()
  const sari = await newPage({ scripts: false, width: 360 })
  await signIn(sari, 'author')
  await sari.goto(`/naskah/${editId}`)
  await sari.click('text=Tambahkan foto, bukti, SOP')
  await sari.setInputFiles('[name=files]', [procedure, photo])
  await sari.click('button:has-text("Unggah")')
  await sari.locator('h2', { hasText: '2 berkas' }).waitFor()
  expect(await names(editId)).toEqual(['sop.pdf', 'Perahu obat.png'])
  await sari.setInputFiles('[name=files]', [
    { name: 'logo.svg', mimeType: '', buffer: Buffer.from('<svg/>') },
  ])
  await sari.click('button:has-text("Unggah")')
  await sari
    .locator('[role=alert]', { hasText: 'logo.svg: Halaman web, SVG, dan XML tidak diterima' })
    .waitFor()

  const card = sari.locator('.file-card', { hasText: 'Perahu obat.png' })
  await card.locator('[name=altId]').fill('Perahu layar di laut tenang')
  await card.locator('[name=isPublic]').check()
  await card.locator('button:has-text("Simpan keterangan")').click()
  await card.locator('[role=alert]', { hasText: 'Sebutkan siapa yang membuat gambar ini.' }).waitFor()
  expect(await card.locator('[name=altId]').inputValue()).toBe('Perahu layar di laut tenang')
  await card.locator('[name=credit]').fill('Dinas Kesehatan Sukamaju')
  await card.locator('[name=licence]').selectOption('agency')
  await card.locator('[name=people][value=nobody]').check()
  await card.locator('button:has-text("Simpan keterangan")').click()
  await card.locator('text=Keterangan tersimpan.').waitFor()
  await card.locator('button:has-text("Naikkan")').click()
  await sari.locator('.file-card:first-child h3', { hasText: 'Perahu obat.png' }).waitFor()
  expect(await sari.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)

  const anyone = await newPage({ scripts: false })
  const [{ id: fileId }] = (await sql<{ id: string }>(`select id from file where kind = 'png'`)) as [
    { id: string },
  ]
  expect((await anyone.goto(`/berkas/${fileId}/320.webp`))?.status()).toBe(404)
  const { slug } = await withDb((db) => publishDraft(db, editId, 'Perahu Obat Walk'))
  await anyone.goto(`/inovasi/${slug}`)
  const picture = anyone.locator('.gallery img')
  expect(await picture.getAttribute('alt')).toBe('Perahu layar di laut tenang')
  expect(
    await picture.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth > 0)),
  ).toBe(true)
  expect(await anyone.locator('text=sop.pdf').count()).toBe(0)
  const kept = (await sari.context().request.get(`/berkas/${fileId}/320.webp`)).headers()['cache-control']
  expect(kept).toBe('public, max-age=31536000, immutable') // also for somebody who is signed in
})

test('a file is served inert, in parts, for a year where it is public', async () => {
  const [{ id }] = (await sql<{ id: string }>(`select id from file where kind = 'png'`)) as [{ id: string }]
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(at(`/berkas/${id}/${path}`), { headers })
  const whole = await get('unduh')
  const bytes = Buffer.from(await whole.arrayBuffer())
  const held = Object.fromEntries(
    [
      'content-type',
      'content-disposition',
      'content-security-policy',
      'x-content-type-options',
      'cache-control',
    ].map((name) => [name, whole.headers.get(name)]),
  )
  expect(held).toEqual({
    'content-type': 'image/png',
    'content-disposition': `attachment; filename="Perahu obat.png"; filename*=UTF-8''Perahu%20obat.png`,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=31536000, immutable',
  })
  const part = await get('unduh', { range: 'bytes=10-19' })
  expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 10-19/${bytes.length}`])
  expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(10, 20))
  const etag = whole.headers.get('etag')!
  expect((await get('unduh', { 'if-none-match': etag })).status).toBe(304)
  expect((await get('unduh', { range: 'bytes=10-19', 'if-range': '"lain"' })).status).toBe(200)
  expect((await get('unduh', { range: 'bytes=99999999-' })).status).toBe(416)
  const head = await fetch(at(`/berkas/${id}/320.webp`), { method: 'HEAD' })
  expect([head.status, head.headers.get('content-type')]).toEqual([200, 'image/webp'])
  for (const path of ['321.webp', '320.gif', 'unduh2', '..%2F..%2Fetc'])
    expect((await get(path)).status, path).toBe(404)
  expect((await fetch(at('/berkas/bukan-id/unduh'))).status).toBe(404)
})

/** A line between browser and site that can be cut in the middle of what it carries, and mended. */
async function badLine(): Promise<{
  url: string
  carried(): number
  cut(): void
  mend(): void
  close(): void
}> {
  const ends = new Set<Socket>()
  const { port, hostname } = new URL(site.url)
  let isCut = false
  let sent = 0
  const server: Server = createServer((near) => {
    const far = connect(Number(port), hostname)
    for (const end of [near, far]) {
      ends.add(end)
      end.on('error', () => undefined).on('close', () => (near.destroy(), far.destroy(), ends.delete(end)))
    }
    if (isCut) return near.destroy()
    near.on('data', (chunk) => ((sent += chunk.length), far.write(chunk)))
    far.pipe(near)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    carried: () => sent,
    cut: () => {
      isCut = true
      for (const end of ends) end.destroy()
    },
    mend: () => (isCut = false),
    close: () => (ends.forEach((end) => end.destroy()), server.close()),
  }
}

const received = async (editId: string) =>
  (await sql<{ received: number }>('select received from file_upload where edit_id = $1', [editId]))[0]
    ?.received ?? 0

/** Waits until the site has so much of the one upload of a text. */
async function untilReceived(editId: string, bytes: number): Promise<number> {
  for (let tries = 0; tries < 400; tries++) {
    const there = await received(editId)
    if (there >= bytes) return there
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(`Only ${await received(editId)} of ${bytes} bytes arrived in twenty seconds.`)
}

test('a line that is cut midway, and a page that is loaded again: the upload goes on and nothing is sent twice', async () => {
  const editId = await startText()
  const line = await badLine()
  const sari = await newPage()
  await signIn(sari, 'author')
  const cookies = await sari.context().cookies()
  await sari
    .context()
    .addCookies(cookies.map(({ domain: _, path: __, ...cookie }) => ({ ...cookie, url: line.url })))
  await sari.goto(`${line.url}/naskah/${editId}/berkas`)
  expect(await axeFindings(sari)).toEqual([])
  const slow = await sari.context().newCDPSession(sari)
  const speed = { offline: false, latency: 60, downloadThroughput: 400_000, uploadThroughput: 400_000 }
  await slow.send('Network.emulateNetworkConditions', speed)

  await sari.setInputFiles('[name=files]', [large])
  await sari.click('button:has-text("Unggah")')
  await untilReceived(editId, 500_000)
  line.cut()
  await sari.locator('.sending [data-state=offline]', { hasText: 'Dilanjutkan sendiri' }).waitFor()
  const kept = await received(editId)
  line.mend()
  await untilReceived(editId, kept + 250_000)

  await sari.reload()
  await sari.locator('h2', { hasText: '1 berkas' }).waitFor({ timeout: 60_000 })
  expect(await names(editId)).toEqual(['laporan.docx'])
  expect(line.carried()).toBeLessThan(large.buffer.length * 1.5)
  const stored = await sql<{ content_sha256: string }>(
    'select f.content_sha256 from innovation_file a join file f on f.id = a.file_id where a.edit_id = $1',
    [editId],
  )
  const sum = createHash('sha256').update(large.buffer).digest('hex')
  expect(stored).toEqual([{ content_sha256: sum }])
  line.close()
})

test('with scripts a file that is not taken in is a sentence, and what was sent to the end is gone', async () => {
  const editId = await startText()
  const sari = await newPage()
  await signIn(sari, 'author')
  await sari.goto(`/en/naskah/${editId}/berkas`)
  const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'.padEnd(500, '\0'), 'latin1')
  await sari.setInputFiles('[name=files]', [{ name: 'IMG_0001.HEIC', mimeType: '', buffer: heic }])
  await sari.click('button:has-text("Upload")')
  await sari.locator('.sending [data-state=refused]', { hasText: 'Most Compatible' }).waitFor()
  expect(await names(editId)).toEqual([])
  expect(await sql('select 1 from file_upload where edit_id = $1', [editId])).toEqual([])
  await sari.setInputFiles('[name=files]', [{ name: 'kosong.pdf', mimeType: '', buffer: Buffer.alloc(0) }])
  await sari.click('button:has-text("Upload")')
  await sari.locator('.sending [data-state=refused]', { hasText: 'This file is empty.' }).waitFor()
})

test('nobody of another institution sees or sends files; too much at once is refused by its length', async () => {
  const editId = await startText()
  const yusuf = await newPage()
  await signIn(yusuf, 'author elsewhere')
  expect((await yusuf.goto(`/naskah/${editId}/berkas`))?.status()).toBe(404)
  const asked = await yusuf.evaluate(async (editId) => {
    const start = await fetch(`/naskah/${editId}/berkas/kiriman`, {
      method: 'POST',
      body: JSON.stringify({ name: 'a.pdf', bytes: 9, sha256: null }),
    })
    const huge = await fetch('/naskah/baru', { method: 'POST', body: new Blob([new Uint8Array(600_000)]) })
    return [start.status, huge.status]
  }, editId)
  expect(asked).toEqual([404, 413])
  const anyone = await newPage()
  await anyone.goto(`/naskah/${editId}/berkas`)
  expect(new URL(anyone.url()).pathname).toBe('/masuk')
})
