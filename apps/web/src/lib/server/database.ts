import { connectApp } from '@semai/store/db/connect-app'
import type { Db } from '@semai/store/db/transaction'

let opened: Awaited<ReturnType<typeof connectApp>> | null = null

/** Opens the pool once, before the first request; a database that can not be reached stops the start. */
export async function openPool(): Promise<void> {
  opened = await connectApp(process.env)
  process.once('sveltekit:shutdown', () => opened?.close())
}

/** The application's database, with the application's rights only. */
export function pool(): Db {
  if (!opened) throw new Error('pool: the database has not been opened')
  return opened.db
}
