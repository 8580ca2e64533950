import type { Hit } from './hit.ts'
import { TextReader } from './reader.ts'
import { lspciCapability, lspciFunction } from './sources/lspci.ts'

/** A function in the output of `lspci -x`, and its configuration space as far as the dump goes. */
export interface LspciDevice {
  /** Its address as lspci writes it, such as `6a:01.0`; empty where the text does not say it. */
  readonly name: string
  /** Line on which it begins, counted from 1. */
  readonly line: number
  readonly bytes: Uint8Array
  /** What is wrong with its dump; its bytes then end before that. */
  readonly problem?: string
}

/** Size of configuration space in bytes. */
export const SPACE_SIZE = 4096

/**
 * Finds the hex dumps in the output of `lspci -x`, `-xxx` or `-xxxx`, with or without its text, from one function or
 * many, line by line. Everything else is read over.
 */
export class LspciReader {
  private readonly reader = new TextReader([lspciFunction, lspciCapability])

  /** @returns the function whose dump ended before this line */
  line(raw: string): LspciDevice[] {
    return spacesOf(this.reader.push(`${raw}\n`))
  }

  /** @returns the last function */
  end(): LspciDevice[] {
    return spacesOf(this.reader.end())
  }
}

const spacesOf = (hits: readonly Hit[]): LspciDevice[] =>
  hits.flatMap(({ place, data, said, line, notes: [problem] }) =>
    place === 'configuration-space' && data ? [{ name: String(said.device ?? ''), line, bytes: data.known[0] === 0 ? new Uint8Array() : data.bytes, ...(problem !== undefined && { problem }) }] : [])

/** The functions that have a dump in a text. */
export function parseLspci(text: string): LspciDevice[] {
  const reader = new LspciReader()
  return [...text.split('\n').flatMap((line) => reader.line(line)), ...reader.end()]
}
