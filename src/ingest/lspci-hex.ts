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

/**
 * Finds the hex dumps in the output of `lspci -x`, `-xxx` or `-xxxx`, with or without its text, from one function or
 * many. Everything else is read over. Quoted lines (`> `) and carriage returns do no harm.
 * @returns the functions that have a dump
 */
export function parseLspci(text: string): LspciDevice[] {
  const devices: { name: string; line: number; bytes: number[]; problem?: string }[] = []
  let title: { name: string; line: number } | undefined
  for (const [i, raw] of text.split('\n').entries()) {
    const line = raw.replace(/^(?:>\s?)+/, '').trimEnd()
    const [, name] = TITLE.exec(line) ?? []
    if (name !== undefined) title = { name, line: i + 1 }
    const [, at, digits] = ROW.exec(line) ?? []
    if (at === undefined || digits === undefined) continue
    const offset = Number.parseInt(at, 16)
    if (title || offset === 0) devices.push({ name: '', line: i + 1, ...title, bytes: [] })
    title = undefined
    const device = devices.at(-1)
    if (device?.problem !== undefined) continue
    if (device === undefined || offset !== device.bytes.length) {
      const problem = `line ${i + 1}: the row at ${at}, where ${(device?.bytes.length ?? 0).toString(16)} comes next: rows are missing or out of order`
      if (device) device.problem = problem
      else devices.push({ name: '', line: i + 1, bytes: [], problem })
      continue
    }
    device.bytes.push(...digits.trim().split(/\s+/).map((byte) => Number.parseInt(byte, 16)))
  }
  return devices.map(({ bytes, ...device }) => ({ ...device, bytes: Uint8Array.from(bytes) }))
}
