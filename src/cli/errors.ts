import { systemWords } from '../export/system-error.ts'

/** The command line is wrong: exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The input is wrong, and cannot be read as bytes at all: exit status 1. */
export class InputError extends Error {
  override readonly name = 'InputError'
}

/** What is wrong with a file. */
export function fileError(path: string, error: unknown): UsageError {
  return new UsageError(`${path}: ${systemWords(error)}`)
}
