import { accessSync, constants, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Environment } from './environment.ts'
import { makeFolder } from './make-folder.ts'
import { Trouble } from './trouble.ts'
import { productFolder } from './product-folder.ts'

const CHECKOUT = productFolder()

/** Absolute path of the data folder: SEMAI_DATA, or `.semai` in the checkout. The folder may not exist yet. */
export function dataFolder(env: Environment): string {
  const named = env['SEMAI_DATA']
  return named ? resolve(named) : join(CHECKOUT, '.semai')
}

/** Where uploaded files are kept; absent until there is one. */
export function filesFolder(env: Environment): string {
  return join(dataFolder(env), 'files')
}

/** Where pieces of unfinished uploads wait; no part of a backup. */
export function uploadsFolder(env: Environment): string {
  return join(dataFolder(env), 'uploads')
}

/**
 * The data folder exists afterwards and this process can write to it.
 * @throws Trouble when it can not.
 */
export function makeDataFolder(env: Environment): string {
  const folder = dataFolder(env)
  try {
    makeFolder(folder)
    if (!statSync(folder).isDirectory()) throw new Error('not a folder')
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOSPC') throw problem
    throw new Trouble(
      `The data folder ${folder} can not be written to. ` +
        'Change its permissions, or name another folder with SEMAI_DATA.',
      problem,
    )
  }
  return folder
}
