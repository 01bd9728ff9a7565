import type { RequestEvent } from '@sveltejs/kit'
import type { Place } from '@semai/store/people/sign-in.commands'
import { deviceToken } from './session-cookies.ts'

/** From where a request comes, as signing in wants to know it. */
export function placeOf(event: RequestEvent): Place {
  return {
    deviceToken: deviceToken(event),
    address: event.getClientAddress(),
    device: deviceWords(event.request.headers.get('user-agent') ?? ''),
  }
}

const browsers: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/UCBrowser/, 'UC Browser'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** @example deviceWords('Mozilla/5.0 (Linux; Android 9) … Chrome/120 Mobile Safari/537.36') // 'Chrome, Android' */
export function deviceWords(agent: string): string {
  const named = (list: [RegExp, string][]) => list.find(([pattern]) => pattern.test(agent))?.[1]
  return [named(browsers) ?? 'Peramban', named(systems)].filter(Boolean).join(', ')
}
