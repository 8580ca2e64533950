export { swapDwords } from './bytes.ts'
export { decodeTlp, tlps } from './decode.ts'
export { encodeTlp } from './encode.ts'
export type { KnownTlp, OtherTlp, Tlp, TlpInit, TlpMessageInits, TlpMessages, TlpMode, TlpOptions, TlpPrefix, TlpPrefixInit } from './types.ts'
