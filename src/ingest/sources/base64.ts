import { whole } from '../hit.ts'
import { sentence } from '../source.ts'

/** Padded, so that the end is known; more than a hash has, or as few as a record of 16 bytes. */
const BASE64 = /^\s{0,16}["']?((?:[A-Za-z0-9+/]{4}){5,2000}(?:[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{2}==))["',]{0,2}\s*$/

export const bytesOfBase64 = (digits: string): Uint8Array => Uint8Array.from(atob(digits), (char) => char.charCodeAt(0))

/** Bytes in base64 on a line of their own. Keys and hashes look like that, too, so it is a record only beyond doubt. */
export const base64 = sentence({
  id: 'base64',
  anchors: [],
  shape: BASE64,
  read(text) {
    const [, digits] = BASE64.exec(text) ?? []
    if (digits === undefined) return undefined
    return { data: whole(bytesOfBase64(digits)), reading: 'base64', said: {}, notes: [], doubtful: 'prose' }
  },
})
