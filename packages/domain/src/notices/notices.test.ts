import { expect, test } from 'vitest'
import { invitationLetter, noticeLetter } from './letter.ts'
import { mailState } from './mail-settings.ts'
import { isNoticeKind, noticeKinds, noticeNames } from './notice-kinds.ts'
import { aDuty, eachNotice as each } from '@semai/testkit/each-notice'
import { noticeWords } from './notice-words.ts'
import { optionalNotices, preferenceFor, usualPreference } from './preference.ts'
import { chosenIn, preferenceForm } from './preference.form.ts'

const at = new Date('2026-03-02T03:04:05Z')

const aDuty = {
  kind: 'milestone',
  on: '2026-03-01',
  detail: { code: 'REP-0001', adopter: 'Dinas Kesehatan', innovation: 'Obat Tiba', milestone: 'plan' },
} as const

/** One of each kind, as it is kept. */
const each: AnyNotice[] = [
  { kind: 'edit_submitted', detail: { edit: 'e1', title: 'Antar Obat', unit: 'Puskesmas Sukamaju' } },
  { kind: 'edit_returned', detail: { edit: 'e1', title: 'Antar Obat' } },
  { kind: 'edit_published', detail: { slug: 'antar-obat', title: 'Antar Obat' } },
  { kind: 'handover_offered', detail: { slug: 'antar-obat', title: 'Antar Obat' } },
  { kind: 'handover_answered', detail: { slug: 'antar-obat', title: 'Antar Obat', isAccepted: false } },
  { kind: 'correction_received', detail: { correction: 'k1', title: 'Antar Obat', isReply: true } },
  { kind: 'correction_answered', detail: { correction: 'k1', title: 'Antar Obat', isChanged: true } },
  {
    kind: 'reply_asked',
    detail: { id: 'x1', title: 'Antar Obat', region: 'Kabupaten Sukamaju', until: '2026-04-01' },
  },
  { kind: 'voice_received', detail: { title: 'Antar Obat', region: 'Kabupaten Sukamaju' } },
  { kind: 'news_due', detail: { count: 3, title: 'Antar Obat' } },
  {
    kind: 'replication_interest',
    detail: { code: 'REP-0001', adopter: 'Dinas Kesehatan Sukamaju', innovation: 'Antar Obat' },
  },
  {
    kind: 'replication_for_you',
    detail: { code: 'REP-0001', adopter: 'Dinas Kesehatan Sukamaju', innovation: 'Antar Obat' },
  },
  {
    kind: 'replication_moved',
    detail: { code: 'REP-0001', adopter: 'Dinas Kesehatan Sukamaju', innovation: 'Obat Tiba', step: 'run' },
  },
  { kind: 'origin_updated', detail: { innovation: 'Antar Obat', slug: 'antar-obat' } },
  {
    kind: 'replica_blueprint',
    detail: { code: 'REP-0001', adopter: 'Dinas Kesehatan Sukamaju', innovation: 'Antar Obat' },
  },
  { kind: 'form_confirmed', detail: { code: 'REP-0001', innovation: 'Antar Obat' } },
  { kind: 'origin_draft_submitted', detail: { edit: 'e1', innovation: 'Antar Obat', adopter: 'Dinas' } },
  { kind: 'origin_draft_returned', detail: { edit: 'e1', innovation: 'Antar Obat', adopter: 'Dinas' } },
  {
    kind: 'origin_draft_endorsed',
    detail: { edit: 'e1', innovation: 'Antar Obat', adopter: 'Dinas', slug: 'antar-obat' },
  },
  {
    kind: 'budget_window',
    detail: {
      code: 'REP-0001',
      adopter: 'Dinas Kesehatan Sukamaju',
      innovation: 'Obat Tiba',
      link: 'kua_ppas',
      year: 2027,
      days: 23,
      isMissed: false,
    },
  },
  {
    kind: 'report_submitted',
    detail: {
      code: 'REP-0001',
      adopter: 'Dinas Kesehatan Sukamaju',
      innovation: 'Obat Tiba',
      report: 'r1',
      year: 2026,
      quarter: 1,
    },
  },
  {
    kind: 'report_checked',
    detail: {
      code: 'REP-0001',
      adopter: 'Dinas Kesehatan Sukamaju',
      innovation: 'Obat Tiba',
      report: 'r1',
      year: 2026,
      quarter: 1,
      step: 'verify',
    },
  },
  {
    kind: 'study_visit_asked',
    detail: { id: 'v1', adopter: 'Dinas Kesehatan Sukamaju', innovation: 'Antar Obat' },
  },
  {
    kind: 'study_visit_moved',
    detail: { id: 'v1', adopter: 'Dinas Kesehatan Sukamaju', innovation: 'Antar Obat', step: 'accept' },
  },
  { kind: 'deadline_near', detail: { duty: aDuty } },
  { kind: 'deadline_passed', detail: { duty: aDuty } },
  { kind: 'duties_week', detail: { today: '2026-03-02', count: 2, late: 1, duties: [aDuty] } },
  {
    kind: 'need_moved',
    detail: { need: 'n1', title: 'Obat tidak sampai', organisation: 'Dinas Kesehatan', step: 'demand' },
  },
  {
    kind: 'need_idea',
    detail: { need: 'n1', title: 'Obat tidak sampai', organisation: 'Dinas Kesehatan', edit: 'e1' },
  },
  {
    kind: 'need_matched',
    detail: {
      need: 'n1',
      title: 'Obat tidak sampai',
      organisation: 'Dinas Kesehatan',
      innovation: 'Antar Obat',
    },
  },
  { kind: 'engagement_begun', detail: { id: 'p1', team: 'Tim Lintang', organisation: 'Dinas Sukamaju' } },
  {
    kind: 'engagement_moved',
    detail: { id: 'p1', team: 'Tim Lintang', organisation: 'Dinas Sukamaju', move: 'stage' },
  },
  {
    kind: 'hub_maturity_moved',
    detail: { hub: 'Provinsi Lintang', slug: 'provinsi-lintang', year: 2026, step: 'review' },
  },
  { kind: 'finding_moved', detail: { id: 'f1', slug: 'ot', programme: 'OT', unit: 'Dinas', step: 'close' } },
  {
    kind: 'grant_given',
    detail: { role: 'author', organisation: 'Puskesmas Sukamaju', until: '2027-01-31' },
  },
  { kind: 'grant_revoked', detail: { role: 'auditor', organisation: null } },
  { kind: 'grant_expiring', detail: { role: 'hub', organisation: 'Provinsi Lintang', until: '2026-04-01' } },
  {
    kind: 'grant_lapsing',
    detail: { role: 'hub', organisation: 'Provinsi Lintang', until: '2026-04-01' },
  },
  { kind: 'device_new', detail: { device: 'Firefox, Linux' } },
  { kind: 'recovery_link', detail: {} },
  { kind: 'password_changed', detail: {} },
  { kind: 'authenticator_set', detail: { isReplaced: true } },
  { kind: 'recovery_code_used', detail: { left: 9 } },
  { kind: 'passkey_added', detail: {} },
  { kind: 'passkey_removed', detail: {} },
  { kind: 'factor_reset', detail: {} },
]

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
