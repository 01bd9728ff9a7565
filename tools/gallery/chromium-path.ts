import { existsSync } from 'node:fs'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The browser installed on this machine: $CHROMIUM, or where the usual packages put it. */
export function chromiumPath(): string {
  const named = process.env['CHROMIUM']
  if (named) return named
  const found = places.find((place) => existsSync(place))
  if (!found)
    throw new Error('No Chromium found. Install it (apt-get install -y chromium) or name it in $CHROMIUM.')
  return found
}
