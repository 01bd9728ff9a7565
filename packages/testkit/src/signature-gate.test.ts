import { expect, test } from 'vitest'
import { signatureV4 } from './signature-gate.ts'

const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const published = {
  method: 'GET',
  path: '/',
  headers: {
    host: 'examplebucket.s3.amazonaws.com',
    'x-amz-content-sha256': empty,
    'x-amz-date': '20130524T000000Z',
    range: 'bytes=0-9',
  },
  signedHeaders: ['host', 'x-amz-content-sha256', 'x-amz-date'],
  scope: '20130524/us-east-1/s3/aws4_request',
  payload: empty,
  secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
}

test.each([
  [
    'an object from a byte to another',
    {
      ...published,
      path: '/test.txt',
      query: '',
      signedHeaders: ['host', 'range', 'x-amz-content-sha256', 'x-amz-date'],
    },
    'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  ],
  [
    'the life cycle of a bucket',
    { ...published, query: 'lifecycle' },
    'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
  ],
  [
    'a list of objects',
    { ...published, query: 'max-keys=2&prefix=J' },
    '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
  ],
])('signs as the published example does: %s', (_, request, signature) => {
  expect(signatureV4(request)).toBe(signature)
})
