import { expect, test } from 'vitest'
import { sentForm } from './answer.ts'

const sent = (body: BodyInit | null, type: string) =>
  sentForm(new Request('https://contoh.test/', { method: 'POST', body, headers: { 'content-type': type } }))

test('a form is read', async () => {
  const form = await sent('name=Sari', 'application/x-www-form-urlencoded')
  expect([...form]).toEqual([['name', 'Sari']])
})

test.each([
  ['plain text', 'a', 'text/plain'],
  ['parts without their boundary', 'a', 'multipart/form-data'],
  ['parts that never end', '--x\r\n', 'multipart/form-data; boundary=x'],
])('%s is refused with a sentence, not taken for a fault of ours', async (_, body, type) => {
  await expect(sent(body, type)).rejects.toMatchObject({
    status: 400,
    body: { says: { en: 'What was sent cannot be read. Open the page again and send the form on it.' } },
  })
})
