import { expect, test } from 'vitest'
import { signOnFrom } from './sign-on-settings.ts'

const whole = {
  SEMAI_OIDC_ISSUER: 'https://masuk.contoh.test/realms/asn',
  SEMAI_OIDC_CLIENT_ID: 'semai',
  SEMAI_OIDC_CLIENT_SECRET: 'rahasia',
}

test('sign-on is off when nothing is set, on when all is, and broken between', () => {
  expect(signOnFrom({})).toEqual({ kind: 'off' })
  expect(signOnFrom({ ...whole, SEMAI_OIDC_NAME: 'Akun ASN' })).toEqual({
    kind: 'on',
    settings: {
      issuer: whole.SEMAI_OIDC_ISSUER,
      clientId: 'semai',
      clientSecret: 'rahasia',
      name: 'Akun ASN',
    },
  })
  expect(signOnFrom(whole)).toMatchObject({ settings: { name: 'masuk.contoh.test' } })
  for (const name of Object.keys(whole)) {
    expect(signOnFrom({ ...whole, [name]: undefined })).toMatchObject({ kind: 'broken' })
  }
})

test.each([
  ['http://masuk.contoh.test', 'broken'],
  ['masuk.contoh.test', 'broken'],
  ['ftp://127.0.0.1', 'broken'],
  ['http://127.0.0.1:9000', 'on'],
  ['http://localhost:9000', 'on'],
])('a provider at %s: %s', (issuer, kind) => {
  expect(signOnFrom({ ...whole, SEMAI_OIDC_ISSUER: issuer }).kind).toBe(kind)
})
