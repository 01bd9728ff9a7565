import type { Environment } from './environment.ts'
import { openDatabase } from './open.ts'
import type { OpenedDatabase } from './open.ts'

/**
 * The web application's database, with the application's rights only. `semai serve` names it in
 * SEMAI_DATABASE; without that (development) it is DATABASE_URL or the embedded one, which must be set up.
 * @throws Trouble when it can not be reached.
 */
export function connectApp(env: Environment = process.env): Promise<OpenedDatabase> {
  return openDatabase({ role: 'app', applicationName: 'semai web', poolSize: 16 }, env)
}
