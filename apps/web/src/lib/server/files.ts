import { openFiles } from '@semai/store/files/open-files'
import type { Files } from '@semai/store/files/open-files'

let opened: Files | null = null

/** Where this site keeps files, and what it takes in; settings were checked when the site was started. */
export function files(): Files {
  return (opened ??= openFiles(process.env))
}
