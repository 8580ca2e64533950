/** Numbers, bytes and devices, to and from text. */

/** More digits than any value has, in any base. */
const MOST_DIGITS = 200

/** A decimal, `0x` or `0b` number, with `_` at will. */
export function parseNumber(text: string): bigint | undefined {
  if (text.length > MOST_DIGITS) return undefined
  const [, sign, digits] = /^(-?)(0x[0-9a-f][0-9a-f_]*|0b[01][01_]*|[0-9][0-9_]*)$/i.exec(text) ?? []
  if (digits === undefined) return undefined
  const value = BigInt(digits.replaceAll('_', ''))
  return sign === '-' ? -value : value
}

/** The two digits of each byte. */
export const PAIRS: readonly string[] = /* @__PURE__ */ Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Two digits a byte, without anything between. */
export function formatBytes(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => PAIRS[byte]).join('')
}

export interface Requester {
  readonly rid: number
  /** The PCI segment, where one is named that is not 0. */
  readonly segment?: number
}

/** A device, as `0000:3b:00.1`, `3b:00.1`, `[0x3b:0x00.1]`, `0001:0x3b01`, `0x3b01` or a decimal number. */
export function parseRequester(text: string): Requester | undefined {
  const hex = (digits: string): number => Number.parseInt(digits, 16)
  const bdf = /^\[?(?:([0-9a-f]{1,4}):)?(?:0x)?([0-9a-f]{1,2}):(?:0x)?([01]?[0-9a-f])\.([0-7])\]?$/i.exec(text)
  if (bdf) {
    const [, segment = '0', bus, device, fn] = bdf as unknown as [string, string | undefined, string, string, string]
    return { rid: (hex(bus) << 8) | (hex(device) << 3) | Number(fn), ...(hex(segment) !== 0 && { segment: hex(segment) }) }
  }
  const [, segment, number] = /^(?:([0-9a-f]{1,4}):(?=0x))?(.*)$/i.exec(text) ?? []
  const rid = parseNumber(number ?? '')
  if (rid === undefined || rid < 0n || rid > 0xffffn) return undefined
  return { rid: Number(rid), ...(segment !== undefined && hex(segment) !== 0 && { segment: hex(segment) }) }
}

/** Names of functions that were asked for, by Requester ID: a log speaks of a few, over and over. */
let names: (string | undefined)[] | undefined

/** `3b:00.1`, or `0001:3b:00.1` in a segment. */
export function formatRequester({ rid, segment }: Requester): string {
  names ??= new Array<string | undefined>(0x10000)
  const name = (names[rid & 0xffff] ??= `${PAIRS[(rid >> 8) & 0xff]}:${PAIRS[(rid >> 3) & 31]}.${rid & 7}`)
  return segment ? `${segment.toString(16).padStart(4, '0')}:${name}` : name
}
