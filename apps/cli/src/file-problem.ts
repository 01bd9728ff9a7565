/**
 * What is wrong with a file or folder that was named on the command line, as a sentence; null when the failure is
 * another. `given` is how the person wrote it, for failures that do not say of which file they are.
 */
export function fileProblem(problem: unknown, given?: string): string | null {
  const { code, path, syscall } = problem as NodeJS.ErrnoException
  const file = (path ?? given)?.replace(/\.part$/, '')
  if (file === undefined || syscall === undefined) return null
  if (code === 'EISDIR') return `${file} is a folder; give a file.`
  if (code === 'ENOENT' || code === 'ENOTDIR') return `There is no file ${file}, or no folder for it.`
  if (code === 'EACCES' || code === 'EPERM') return `${file} may not be opened by this account.`
  return code === 'EROFS' ? `${file} is on a disk that can only be read.` : null
}
