import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { connectionString } from '@semai/store/db/connections'
import { ensureReady } from '@semai/store/db/ready'

/** `npm run dev`: the site with changes shown at once, on the prepared database. */
const root = resolve(import.meta.dirname, '..')
const ready = await ensureReady((line) => console.error(line))
const vite = spawn(
  process.execPath,
  [join(root, 'node_modules/vite/bin/vite.js'), 'dev', ...process.argv.slice(2)],
  {
    cwd: join(root, 'apps/web'),
    stdio: 'inherit',
    env:
      ready.kind === 'embedded'
        ? { ...process.env, SEMAI_DATABASE: connectionString(ready.as('app')) }
        : process.env,
  },
)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => vite.kill(signal))
process.once('disconnect', () => vite.kill('SIGTERM'))
process.channel?.unref()
const code = await new Promise<number | null>((done) => vite.once('exit', done))
await ready.release()
process.exitCode = code ?? 0
