import { findMethod, methods, methodsText } from './analyse/methods.ts'
import type { ExitCode } from './commands.ts'

/** Runs one method of the analytics library on plain files; no database is opened. */
export async function run([name, ...argv]: string[]): Promise<ExitCode> {
  const method = findMethod(name)
  if (method) return (await method.load()).run(argv)
  const names = methods.map(({ name }) => name).join(', ')
  console.error(
    name === undefined
      ? `Name a method: semai analyse METHOD.\n\n${methodsText()}`
      : `semai analyse has no method "${name}". It has: ${names}.`,
  )
  return 2
}
