import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { CastName } from '@semai/testkit/cast'
import { castEmail, castPassword } from '@semai/testkit/people'
import { at, newPage } from './walk.ts'
import type { Look } from './walk.ts'

/**
 * Signs in with an address and a password; ends on the desk. The form is sent without being drawn: how it looks and
 * behaves is walked in the tests of signing in, and two hundred times more would show nothing new.
 */
export async function signInAs(page: Page, email: string, password: string): Promise<void> {
  const headers = { origin: new URL(at('/')).origin, accept: 'text/html' }
  const form = { email, password }
  const answer = await page.request.post(at('/masuk'), { form, headers, maxRedirects: 0 })
  expect([answer.status(), answer.headers()['location']]).toEqual([303, '/kerja'])
  await page.goto('/kerja')
}

/** Signs this member of the cast in; ends on the desk. */
export const signIn = (page: Page, name: CastName): Promise<void> =>
  signInAs(page, castEmail(name), castPassword)

/** A page on which this member of the cast has signed in. */
export async function signedIn(name: CastName, look: Look = {}): Promise<Page> {
  const page = await newPage(look)
  await signIn(page, name)
  return page
}

/** Waits for a text of the page that is being loaded, written as it is here: a text given as such would match any case. */
export async function see(page: Page, text: string): Promise<void> {
  const literal = new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  await page.locator('main', { hasText: literal }).first().waitFor()
}

/** Clicks what sends a form and waits for the page that answers it: its words may have stood on the page before. */
export async function press(page: Page, button: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.click(button)])
}

/** Waits until the editor of the page says that it is in this state. */
export const state = (page: Page, name: string) =>
  page.waitForSelector(`[data-live=state][data-state=${name}]`)

/** That nothing of the page has to be scrolled to sideways. */
export const isNarrowEnough = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)
