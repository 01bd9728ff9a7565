import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'

/** Programs from outside npm that some suites need, with the Debian packages that bring them. */
const WANTED = [
  { program: '/usr/bin/chromium', packages: ['chromium', 'fonts-liberation'] },
  { program: '/usr/bin/chromium-headless-shell', packages: ['chromium-headless-shell'] },
  { program: '/usr/lib/postgresql/15/bin/postgres', packages: ['postgresql-15'] },
]

/** As root on Debian, what the suites need is installed afterwards, if the network allows. */
export function installMissing(): void {
  const packages = WANTED.filter(({ program }) => !existsSync(program)).flatMap(({ packages }) => packages)
  if (packages.length === 0 || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.log(`Installing ${packages.join(', ')} for the suites that need them`)
  keepServerOff()
  if (apt('install', ...packages)) return
  apt('update')
  // One that this Debian lacks must not keep the others away.
  if (!apt('install', ...packages)) for (const one of packages) apt('install', one)
}

/** Debian's package would otherwise make and start a server of its own. */
function keepServerOff(): void {
  const folder = '/etc/postgresql-common'
  if (existsSync(folder)) return
  mkdirSync(folder)
  writeFileSync(`${folder}/createcluster.conf`, 'create_main_cluster = false\n')
}

function apt(verb: string, ...packages: string[]): boolean {
  const options = ['-q', '-y', '--no-install-recommends', '-o', 'Dpkg::Options::=--force-confold']
  const { status } = spawnSync('apt-get', [verb, ...options, ...packages], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return status === 0
}
