import { getSystemErrorMap } from 'node:util'

/** The command line is wrong: exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The input is wrong, and cannot be read as bytes at all: exit status 1. */
export class InputError extends Error {
  override readonly name = 'InputError'
}

/** What is wrong with a file, in the words of the system, without the name of the call. */
export function fileError(path: string, error: unknown): UsageError {
  const { errno, message } = error as NodeJS.ErrnoException
  return new UsageError(`${path}: ${(errno !== undefined && getSystemErrorMap().get(errno)?.[1]) || message}`)
}
