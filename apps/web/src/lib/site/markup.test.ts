import { expect, test } from 'vitest'
import { markup } from './markup.ts'

test('texts can not leave their place, neither in an element nor in an attribute', () => {
  const text = '"><script>alert(1)</script>&'
  expect(markup`<a href="${text}">${text}</a>`.html).toBe(
    '<a href="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;</a>',
  )
})

test('pieces go in as they are, nothing leaves nothing', () => {
  const items = [markup`<li>${1}</li>`, markup`<li>${'a & b'}</li>`]
  expect(markup`<ul>${items}${null}${false}${undefined}</ul>`.html).toBe(
    '<ul><li>1</li><li>a &amp; b</li></ul>',
  )
})
