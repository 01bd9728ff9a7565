import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { codeAt, timeStep } from '@semai/store/people/totp'
import { see } from './walker.ts'

/** What the trail says of an invitation that was taken up. */
export const accepted = ['invitation.accept', 'role_grant.give', 'session.start', 'device.new']

/** The bytes of a key as a code app reads it. */
function bytesOf(letters: string): Buffer {
  const bits = [...letters.replaceAll(' ', '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)))
}

/** The code an app shows now, or so many steps away. */
export const codeNow = (secret: Buffer, offset = 0) => codeAt(secret, timeStep(new Date()) + offset)

/** Takes up an invitation by its link, with a password; ends on the page of the account. */
export async function accept(page: Page, link: string, given: Record<string, string>): Promise<void> {
  await page.goto(link)
  for (const [name, value] of Object.entries(given)) await page.fill(`[name=${name}]`, value)
  await page.fill('[name=again]', given['password']!)
  await page.click('main form button')
  await page.waitForURL('**/akun')
}

/** Connects a code app, after one wrong code; its secret and the recovery codes. */
export async function secondFactor(page: Page): Promise<{ secret: Buffer; codes: string[] }> {
  await page.goto('/akun/pengaman')
  const letters = await page.textContent('main .mono')
  const secret = bytesOf(letters!.trim())
  await page.fill('[name=code]', '000000')
  await page.click('main form button')
  await see(page, 'Kode ini tidak cocok')
  await page.fill('[name=code]', codeNow(secret))
  await page.click('main form button')
  await page.waitForSelector('main .codes')
  const codes = await page.locator('main .codes li').allTextContents()
  expect(codes).toHaveLength(10)
  return { secret, codes }
}

type Invited = { name: string; email: string; role: string; organisation?: string }

/** Invites somebody on the page of people; the link. */
export async function invite(page: Page, given: Invited): Promise<string> {
  await page.goto('/kelola/orang')
  await page.fill('[name=name]', given.name)
  await page.fill('[name=email]', given.email)
  await page.selectOption('[name=role]', given.role)
  if (given.organisation) {
    const field = page.locator('[name=organisation]')
    const isList = await field.evaluate((one) => one.tagName === 'SELECT')
    await (isList ? field.selectOption(given.organisation) : field.fill(given.organisation))
  }
  await page.fill('[name=letterNumber]', '800/12/2026')
  await page.click('main form[action="?/invite"] button')
  return page.inputValue('main .box-good [name=link]')
}
