import type { Environment } from './environment.ts'
import { openDatabase } from './open.ts'
import type { OpenedDatabase } from './open.ts'

/**
 * The web application's database, with the application's rights only. `semai serve` names it in
 * SEMAI_DATABASE; without that (development) it is DATABASE_URL or the embedded one, which must be set up. The
 * processes of one site, SEMAI_WEB_PROCESSES of them, share out the connections.
 * @throws Trouble when it can not be reached.
 */
export function connectApp(env: Environment = process.env): Promise<OpenedDatabase> {
  const processes = Number(env['SEMAI_WEB_PROCESSES'] ?? 1)
  const poolSize = Math.min(16, Math.max(4, Math.ceil(32 / processes)))
  return openDatabase({ role: 'app', applicationName: 'semai web', poolSize, processes }, env)
}
