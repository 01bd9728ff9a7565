import { fileFaultSays } from '@semai/domain/files/file-refusal'
import type { FileFault } from '@semai/domain/files/file-refusal'
import type { FileLimits } from '@semai/domain/files/file-limits'
import { Refusal } from '@semai/domain/refusal'

/** A file that is not taken in; `fault` says why, the sentence what to do. */
export class FileRejected extends Refusal {
  readonly fault: FileFault

  constructor(fault: FileFault, limits: FileLimits) {
    super('invalid', fileFaultSays(fault, limits))
    this.name = 'FileRejected'
    this.fault = fault
  }
}
