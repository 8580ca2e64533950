export { swapDwords } from './bytes.ts'
export { decodePacket, encodePacket, modeOf, pasidFacts } from './carried.ts'
export type { Packet, PacketOf } from './carried.ts'
export { decodeTlp, tlps } from './decode.ts'
export { encodeTlp } from './encode.ts'
export type { EncodeTlpOptions } from './encode.ts'
export type { FieldsOf, FlitHeaders, MemoryFields, MessageFields, NonFlitHeaders, OhcFields, TlpFields } from './fields.ts'
export { stretchesOf } from './stretches.ts'
export type { Stretch } from './stretches.ts'
export { headerTable } from './header-fields.ts'
export { headerLog } from './header-log.ts'
export { inspectPacket } from './inspect.ts'
export type { PacketInspection } from './inspect.ts'
export type {
  AnyTlp, AnyTlpInit, CompletionId, HeaderAlone, HeaderInit, HeaderOptions, KnownTlp, OhcPlaces, OtherTlp, Sized, SizeFields, Tlp, TlpHeader, TlpInit, TlpMessageInits, TlpMessages, TlpMode, TlpOptions,
  TlpPrefix, TlpPrefixInit, Transaction, WalkedTlp, WithWords,
} from './types.ts'
