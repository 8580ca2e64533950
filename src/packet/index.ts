export { swapDwords } from './bytes.ts'
export { decodePacket, encodePacket } from './carried.ts'
export type { Packet } from './carried.ts'
export { decodeTlp, tlps } from './decode.ts'
export { encodeTlp } from './encode.ts'
export type { EncodeTlpOptions } from './encode.ts'
export type {
  HeaderInit, KnownTlp, OtherTlp, Tlp, TlpInit, TlpMessageInits, TlpMessages, TlpMode, TlpOptions, TlpPrefix, TlpPrefixInit, Transaction, WalkedTlp,
} from './types.ts'
