import { getSystemErrorMap } from 'node:util'

/** What is wrong, in the words of the system, without the name of the call. */
export function systemWords(error: unknown): string {
  const { errno, message } = error as NodeJS.ErrnoException
  return (errno !== undefined && getSystemErrorMap().get(errno)?.[1]) || message
}
