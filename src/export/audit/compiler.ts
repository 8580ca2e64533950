import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { systemWords } from '../system-error.ts'
import { SHIMS, TYPES } from './program.ts'

/** The headers cannot be compiled: the message is the compiler's. */
export class AuditError extends Error {
  override readonly name = 'AuditError'
}

export const run = promisify(execFile)

/** @throws {AuditError} with what the compiler says */
export async function compile(cc: string, argv: readonly string[]): Promise<string> {
  try {
    return (await run(cc, argv, { maxBuffer: 1e8 })).stdout
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string }
    throw new AuditError(`${cc}: ${(stderr || message).trim()}`)
  }
}

export function includesOf(headers: readonly string[]): string {
  return headers.map((file) => `#include ${JSON.stringify(resolve(file))}`).join('\n')
}

/**
 * The macros that headers define, as definitions, without what they include.
 * @throws {AuditError} for a header that cannot be read or preprocessed
 */
export async function macrosOf(cc: string, flags: readonly string[], headers: readonly string[], folder: string): Promise<string> {
  const texts = await Promise.all(headers.map((file) => readFile(file, 'utf8').catch((error: Error) => { throw new AuditError(`${file}: ${systemWords(error)}`) })))
  const alone = join(folder, 'alone.h')
  const defined = async (text: string): Promise<string[]> => {
    await writeFile(alone, SHIMS + text)
    return (await compile(cc, [...flags, '-E', '-dM', alone])).split('\n')
  }
  const before = new Set(await defined(''))
  const own = await defined(texts.map((text) => text.replace(/^[ \t]*#[ \t]*include\b.*$/gm, '')).join('\n'))
  return TYPES + own.filter((line) => !before.has(line)).join('\n')
}
