// @ts-check
/// <reference lib="webworker" />
// While there is no connection every page of this site is answered with the one where reports are written and those that are
// kept are listed. It is fetched as the public sees it: nothing of a person is kept here.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self))
const kept = 'semai luring 1'
const pages = ['/laporan/luring', '/en/laporan/luring']

/** Each page with what it is drawn with. */
async function keepPages() {
  const cache = await caches.open(kept)
  for (const path of pages) {
    const response = await fetch(path, { credentials: 'omit', cache: 'reload' })
    if (!response.ok) throw new Error(`${path}: ${response.status}`)
    const html = await response.clone().text()
    const parts = [...html.matchAll(/(?:href|src)="([^"]+\.(?:css|js|woff2|svg))"/g)].map(([, part]) => part)
    for (const part of new Set(parts)) {
      const address = new URL(String(part), new URL(path, worker.location.origin))
      if (address.origin === worker.location.origin) await cache.add(address.href)
    }
    await cache.put(path, response)
  }
}

worker.addEventListener('install', (event) => {
  event.waitUntil(keepPages().then(() => worker.skipWaiting()))
})
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('message', (event) => {
  if (event.data === 'refresh') event.waitUntil(keepPages().catch(() => undefined))
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET' || new URL(request.url).origin !== worker.location.origin) return
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => offlinePage(request)))
  else if (/\.(css|js|woff2|svg)$/.test(new URL(request.url).pathname)) {
    event.respondWith(fetch(request).catch(() => fromCache(request)))
  }
})

/** @param {Request} request */
async function offlinePage(request) {
  const isEnglish = /^\/en(\/|$)/.test(new URL(request.url).pathname)
  return (await caches.match(isEnglish ? '/en/laporan/luring' : '/laporan/luring')) ?? Response.error()
}

/** @param {Request} request */
async function fromCache(request) {
  return (await caches.match(request, { ignoreSearch: true })) ?? Response.error()
}
