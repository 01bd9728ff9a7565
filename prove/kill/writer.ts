// The process that writes until it is killed or the database is. Each line it prints is a write that was committed.
import { openDatabase } from '@semai/store/db/open'
import { LANES, readWritten, writeChange, writeImport } from './writes.ts'

const [folder = '', round = ''] = process.argv.slice(2)
const database = await openDatabase({ role: 'app', applicationName: 'kill writer', poolSize: 2 * LANES })
const { changes } = await readWritten(database)
try {
  await Promise.all([importOn(), ...changes.map((n, lane) => changeOn(lane, n))])
} catch (problem) {
  console.error(String(problem)) // the database was killed under us
  process.exit(1)
}

async function changeOn(lane: number, from: number): Promise<never> {
  for (let n = from + 1; ; n++) {
    await writeChange(database, lane, n)
    console.log(`change ${lane} ${n}`)
  }
}

async function importOn(): Promise<never> {
  for (let n = 1; ; n++) {
    const name = `kill-${round}-${n}`
    await writeImport(database, folder, name)
    console.log(`import ${name}`)
  }
}
