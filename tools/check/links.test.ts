import { expect, test } from 'vitest'
import { brokenLinks } from './links.ts'
import { plantedTree } from './planted-tree.ts'

test('links that lead nowhere are found, links in code are not', () => {
  using tree = plantedTree({
    'docs/a.md': '# One thing\n\n[ok](b.md#two-things) [gone](c.md) [no](b.md#three) `[x](y.md)`\n',
    'docs/b.md': '## Two things\n\n[web](https://example.org) [up](../README.md) [self](#two-things)\n',
    'README.md': '# Title\n',
  })
  expect(brokenLinks(tree.root)).toEqual([
    'docs/a.md: the link to c.md leads nowhere.',
    'docs/a.md: docs/b.md has no heading for #three.',
  ])
})
