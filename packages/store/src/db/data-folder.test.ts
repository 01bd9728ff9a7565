import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeDataFolder } from './data-folder.ts'
import { Trouble } from './trouble.ts'

test('a data folder is made with the folders above it, and found again', () => {
  const above = mkdtempSync(join(tmpdir(), 'semai-folder-'))
  try {
    const folder = join(above, 'a', 'b')
    const made = [makeDataFolder({ SEMAI_DATA: folder }), makeDataFolder({ SEMAI_DATA: folder })]
    expect([made, statSync(folder).isDirectory()]).toEqual([[folder, folder], true])
  } finally {
    rmSync(above, { recursive: true })
  }
})

// On Linux, making /proc/… with Node's own `recursive` never comes back.
test('where nobody may make folders the answer is a sentence, at once', () => {
  expect(() => makeDataFolder({ SEMAI_DATA: '/proc/semai/data' })).toThrow(
    new Trouble(
      'The data folder /proc/semai/data can not be written to. ' +
        'Change its permissions, or name another folder with SEMAI_DATA.',
    ),
  )
})
