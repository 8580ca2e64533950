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

const TITLE = /^((?:[0-9a-f]{4,8}:)?[0-9a-f]{2}:[0-9a-f]{2}\.[0-7])(?=\s|$)/i
const ROW = /^([0-9a-f]{2,3}):((?:\s[0-9a-f]{2})+)\s*$/i

/** Size of configuration space in bytes. */
export const SPACE_SIZE = 4096

/** Longest line that can be a row or a title; longer ones are text. */
const LONGEST = 256

/**
 * Finds the hex dumps in the output of `lspci -x`, `-xxx` or `-xxxx`, with or without its text, from one function or
 * many, line by line. Everything else is read over. Quoted lines (`> `) and carriage returns do no harm.
 */
export class LspciReader {
  private n = 0
  private title: { name: string; line: number } | undefined
  private device: { name: string; line: number; bytes: number[]; problem?: string } | undefined

  /** @returns the function whose dump ended before this line */
  line(raw: string): LspciDevice[] {
    this.n++
    if (raw.length > LONGEST) return []
    const line = raw.replace(/^(?:>\s?)+/, '').trimEnd()
    const [, name] = TITLE.exec(line) ?? []
    if (name !== undefined) this.title = { name, line: this.n }
    const [, at, digits] = ROW.exec(line) ?? []
    return at === undefined || digits === undefined ? [] : this.row(at, digits)
  }

  /** @returns the last function */
  end(): LspciDevice[] {
    const { device } = this
    this.device = undefined
    return device === undefined ? [] : [{ ...device, bytes: Uint8Array.from(device.bytes) }]
  }

  private row(at: string, digits: string): LspciDevice[] {
    const offset = Number.parseInt(at, 16)
    const begins = this.title !== undefined || offset === 0 || this.device === undefined
    const ended = begins ? this.end() : []
    this.device ??= { name: '', line: this.n, ...this.title, bytes: [] }
    this.title = undefined
    const { device } = this
    if (device.problem !== undefined) return ended
    const row = digits.trim().split(/\s+/).map((byte) => Number.parseInt(byte, 16))
    if (offset !== device.bytes.length) {
      device.problem = `line ${this.n}: the row at ${at}, where ${device.bytes.length.toString(16)} comes next: rows are missing or out of order`
    } else if (offset + row.length > SPACE_SIZE) {
      device.problem = `line ${this.n}: the row at ${at} ends beyond configuration space`
    } else {
      for (const byte of row) device.bytes.push(byte)
    }
    return ended
  }
}

/** The functions that have a dump in a text. */
export function parseLspci(text: string): LspciDevice[] {
  const reader = new LspciReader()
  return [...text.split('\n').flatMap((line) => reader.line(line)), ...reader.end()]
}
