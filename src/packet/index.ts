export { swapDwords } from './bytes.ts'
export { decodePacket, encodePacket } from './carried.ts'
export type { Packet } from './carried.ts'
export { decodeTlp, tlps } from './decode.ts'
export { encodeTlp } from './encode.ts'
export type { EncodeTlpOptions } from './encode.ts'
export type { TlpFields } from './fields.ts'
export { headerLog } from './header-log.ts'
export type {
  HeaderInit, HeaderOptions, KnownTlp, OtherTlp, Tlp, TlpHeader, TlpInit, TlpMessageInits, TlpMessages, TlpMode, TlpOptions, TlpPrefix, TlpPrefixInit, Transaction, WalkedTlp,
} from './types.ts'
