import { expect, test } from 'vitest'
import { invitationLetter, noticeLetter } from './letter.ts'
import { mailState } from './mail-settings.ts'
import { isNoticeKind, noticeKinds, noticeNames } from './notice-kinds.ts'
import { aDuty, eachNotice as each } from '@semai/testkit/each-notice'
import { noticeWords } from './notice-words.ts'
import { optionalNotices, preferenceFor, usualPreference } from './preference.ts'
import { chosenIn, preferenceForm } from './preference.form.ts'

const at = new Date('2026-03-02T03:04:05Z')

test('every kind says something in both languages, and leads to a page of this site', () => {
  expect(each.map(({ kind }) => kind)).toEqual(noticeNames)
  for (const notice of each) {
    const { subject, sentence, link } = noticeWords(notice)
    for (const text of [subject.id, subject.en, sentence.id, sentence.en]) {
      expect(text).not.toMatch(/undefined|null|\[object|\s\s/)
      expect(text.length).toBeGreaterThan(10)
    }
    expect(subject.id).not.toBe(subject.en)
    expect(link).toMatch(/^\/[a-z]/)
  }
})

test('what protects an account can not be switched off, and is mailed at any hour', () => {
  const kept = noticeNames.filter((kind) => !noticeKinds[kind].maySwitchOff)
  expect(kept).toEqual(noticeNames.filter((kind) => noticeKinds[kind].group === 'security'))
  expect(kept.filter((kind) => noticeKinds[kind].isUrgent)).toEqual(kept)
  const silenced = { isInApp: false, mail: 'off' } as const
  for (const kind of kept) expect(preferenceFor(kind, silenced)).toEqual({ isInApp: true, mail: 'now' })
  expect(preferenceFor('edit_returned', silenced)).toEqual(silenced)
  expect(preferenceFor('edit_published', null)).toEqual(usualPreference('edit_published'))
})

test('the summary of the week is for some roles unless somebody chooses it, and names each thing with its page', () => {
  const off = { isInApp: false, mail: 'off' }
  const weekly = { isInApp: true, mail: 'weekly' }
  expect(preferenceFor('duties_week', null, ['author', 'mentor'])).toEqual(off)
  expect(preferenceFor('duties_week', null, ['hub'])).toEqual(weekly)
  expect(preferenceFor('duties_week', { isInApp: true, mail: 'daily' }, ['author'])).toEqual({
    isInApp: true,
    mail: 'daily',
  })
  expect(preferenceFor('news_due', null, [])).toEqual(usualPreference('news_due'))
  const detail = { today: '2026-03-02', count: 2, late: 1, duties: [aDuty] }
  expect(noticeWords({ kind: 'duties_week', detail }).lines).toEqual([
    {
      says: {
        id: 'Obat Tiba, Dinas Kesehatan: Catat tonggaknya: Rencana aksi (lewat sejak 1 Maret 2026)',
        en: 'Obat Tiba, Dinas Kesehatan: Record the milestone: Action plan (late since 1 March 2026)',
      },
      link: '/replikasi/REP-0001#langkah',
    },
  ])
})

test('what every object inherits is no kind', () => {
  expect([isNoticeKind('device_new'), isNoticeKind('toString'), isNoticeKind('')]).toEqual([
    true,
    false,
    false,
  ])
})

const aLetter = {
  name: 'Sari <b>',
  lang: 'id',
  zone: 'WITA',
  notices: [{ kind: 'edit_returned', detail: { edit: 'e1', title: 'Obat\n& "Pulau"' }, at }],
  stopPath: '/kabar/berhenti/x.y',
  siteUrl: 'https://semai.test',
} as const

test('a letter says the same in plain text and in HTML, which fetches nothing', () => {
  const { subject, text, html, stopUrl } = noticeLetter(aLetter)
  expect(subject).toBe('Dikembalikan: Obat & "Pulau"')
  expect(text).toContain('2 Maret 2026 pukul 11.04 WITA')
  expect(text).toContain('Buka: https://semai.test/naskah/e1')
  expect(text).toContain('Berhenti menerima surel seperti ini: https://semai.test/kabar/berhenti/x.y')
  expect(stopUrl).toBe('https://semai.test/kabar/berhenti/x.y')
  expect(html).toContain('Sari &lt;b&gt;')
  expect(html).not.toMatch(/<(img|script|link|style|iframe)|src=|url\(/)
})

test('a letter in English leads to English pages; one that can not be stopped offers no way to', () => {
  const { text, stopUrl } = noticeLetter({
    ...aLetter,
    lang: 'en',
    notices: [{ kind: 'device_new', detail: { device: 'Chrome, Android' }, at }],
    stopPath: null,
  })
  expect(text).toContain('Open: https://semai.test/en/akun')
  expect(text).not.toContain('Stop e-mail')
  expect(stopUrl).toBeNull()
})

test('a digest counts what it gathers and names each', () => {
  const { subject, text } = noticeLetter({
    ...aLetter,
    notices: each.slice(0, 3).map((notice) => ({ ...notice, at })),
  })
  expect(subject).toBe('3 kabar untuk Anda')
  expect(text.match(/Buka: /g)).toHaveLength(3)
  expect(text).toContain('Menunggu Anda: Antar Obat')
})

test('an invitation names role, institution, letter and the link, and can be left alone', () => {
  const { subject, text, stopUrl } = invitationLetter({
    name: 'Sari',
    lang: 'id',
    zone: 'WIB',
    role: { id: 'Penulis unit (UPP)', en: 'Author of a unit' },
    where: 'Puskesmas Sukamaju',
    letter: '800/12/2026',
    expiresAt: at,
    path: '/undangan/abc',
    siteUrl: 'https://semai.test',
  })
  expect(subject).toBe('Undangan: Penulis unit (UPP), Puskesmas Sukamaju')
  expect(text).toContain('Buat akun: https://semai.test/undangan/abc')
  expect(text).toContain('Dasar: 800/12/2026.')
  expect(stopUrl).toBeNull()
})

const filled = {
  lang: 'id',
  zone: 'Asia/Makassar',
  quiet: 'on',
  from: '21',
  until: '5',
  ...Object.fromEntries(optionalNotices.map((kind) => [`${kind}.mail`, 'weekly'])),
  'edit_returned.app': 'on',
}

test('the form of preferences knows the kinds that leave a choice, and no others', () => {
  const form = preferenceForm.parse({ ...filled, 'device_new.mail': 'off' })
  expect(form).toMatchObject({ from: 21, until: 5 })
  expect(chosenIn(form).map(({ kind }) => kind)).toEqual(optionalNotices)
  expect(chosenIn(form).find(({ kind }) => kind === 'edit_returned')).toEqual({
    kind: 'edit_returned',
    preference: { isInApp: true, mail: 'weekly' },
  })
  expect(preferenceForm.safeParse({ ...filled, until: '21' }).success).toBe(false)
  expect(preferenceForm.safeParse({ ...filled, until: '24' }).success).toBe(false)
  expect(preferenceForm.safeParse({ ...filled, 'edit_returned.mail': 'never' }).success).toBe(false)
})

test.each([
  [{}, 'off'],
  [{ SEMAI_SMTP_URL: 'mail.test', SEMAI_MAIL_FROM: 'a@b.test' }, 'broken'],
  [{ SEMAI_SMTP_URL: 'https://mail.test', SEMAI_MAIL_FROM: 'a@b.test' }, 'broken'],
  [{ SEMAI_SMTP_URL: 'smtp://mail.test' }, 'broken'],
  [{ SEMAI_SMTP_URL: 'smtp://mail.test', SEMAI_MAIL_FROM: 'Semai' }, 'broken'],
  [{ SEMAI_SMTP_URL: 'smtp://mail.test', SEMAI_MAIL_FROM: 'a@b.test', SEMAI_URL: 'semai.test' }, 'broken'],
  [{ SEMAI_SMTP_URL: 'smtps://u:p@mail.test:465', SEMAI_MAIL_FROM: 'Semai <kabar@b.test>' }, 'on'],
] as const)('with the settings %j mail is %s', (env, state) => {
  expect(mailState(env).state).toBe(state)
})

test('the settings name the domain of the sender and the site without a slash at its end', () => {
  const state = mailState({
    SEMAI_SMTP_URL: 'smtp://mail.test',
    SEMAI_MAIL_FROM: 'Semai <kabar@b.test>',
    SEMAI_URL: 'https://semai.test/',
  })
  expect(state).toMatchObject({ settings: { domain: 'b.test', siteUrl: 'https://semai.test' }, advice: null })
})
