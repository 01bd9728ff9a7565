import { expect, test } from 'vitest'
import { houseNames } from './house-names.ts'
import { plantedTree } from './planted-tree.ts'

test('names that say nothing, unknown suffixes and clocks in pure rooms are found', () => {
  using tree = plantedTree({
    'packages/store/src/claims/helpers.ts': '',
    'packages/store/src/claims/claim.dto.ts': '',
    'packages/store/src/claims/claimBook.ts': '',
    'packages/domain/src/claims/age.ts': '// not new Date() here\nexport const age = () => Date.now()\n',
  })
  expect(houseNames(tree.root).sort()).toEqual([
    'packages/domain/src/claims/age.ts:2: pass the clock, randomness and outside data in as arguments.',
    'packages/store/src/claims/claim.dto.ts: ".dto" is not one of the house\'s suffixes.',
    'packages/store/src/claims/claimBook.ts: file names are kebab-case (components PascalCase).',
    'packages/store/src/claims/helpers.ts: name the file after what it does.',
  ])
})

test('good names pass, and tests of pure rooms may look at the clock', () => {
  using tree = plantedTree({
    'packages/store/src/claims/claim.queries.ts': '',
    'packages/domain/src/claims/age.test.ts': 'Date.now()\n',
    'apps/web/src/lib/parts/SearchBox.svelte': '',
    'apps/web/src/routes/+page.server.ts': '',
    'tools/common.ts': '',
  })
  expect(houseNames(tree.root)).toEqual([])
})
