const STATUS = 0x06
const CAPABILITIES_LIST = 0x10
const HEADER_TYPE = 0x0e
const POINTER = 0x34
/** The highest id of a capability that PCI-SIG has given out. */
const LAST_ID = 0x15

/** Whether bytes begin as a configuration space does: with a vendor and a list of capabilities that holds together. */
export function isSpace(bytes: Uint8Array): boolean {
  if (bytes.length < 256 || (bytes[0]! | bytes[1]!) === 0 || (bytes[STATUS]! & CAPABILITIES_LIST) === 0 || (bytes[HEADER_TYPE]! & 0x7f) > 2) return false
  let at = bytes[POINTER]! & 0xfc
  for (let steps = 0; steps < 48; steps++) {
    if (at < 0x40 || bytes[at]! === 0 || bytes[at]! > LAST_ID) return false
    at = bytes[at + 1]! & 0xfc
    if (at === 0) return true
  }
  return false
}
