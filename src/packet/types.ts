import type * as pcie from '../generated/pcie.ts'
import type * as flit from '../generated/pcie-flit.ts'
import type { TlpKind } from '../spec/tlp.ts'
import type { TlpFields } from './fields.ts'

/** How a link frames its packets. Nothing in a packet tells; the caller does. */
export type TlpMode = 'non-flit' | 'flit'

/** The fields of a header base, and of those OHC words that a packet has. */
export type WithWords<Base, OhcA> = Base & Partial<OhcA & flit.PcieFlitOhcB & flit.PcieFlitOhcC>

/**
 * The messages of ATS and PRI, by the id of the record of their header. In flit mode a message holds the fields of the
 * header base, of the data, and of those OHC words that the packet has; the fields of other words are missing.
 */
export interface TlpMessages {
  'pcie.page-request': pcie.PciePageRequest
  'pcie.stop-marker': pcie.PcieStopMarker
  'pcie.prg-response': pcie.PciePrgResponse
  'pcie.translation-request-32': pcie.PcieTranslationRequest32
  'pcie.translation-request-64': pcie.PcieTranslationRequest64
  'pcie.translation-completion': pcie.PcieTranslationCompletion
  'pcie.invalidate-request': pcie.PcieInvalidateRequest
  'pcie.invalidate-completion': pcie.PcieInvalidateCompletion
  'pcie-flit.page-request': WithWords<flit.PcieFlitPageRequest, flit.PcieFlitOhcA1>
  'pcie-flit.stop-marker': WithWords<flit.PcieFlitStopMarker, flit.PcieFlitOhcA1>
  'pcie-flit.prg-response': WithWords<flit.PcieFlitPrgResponse, flit.PcieFlitOhcA4>
  'pcie-flit.translation-request-32': WithWords<flit.PcieFlitTranslationRequest32, flit.PcieFlitOhcA1>
  'pcie-flit.translation-request-64': WithWords<flit.PcieFlitTranslationRequest64, flit.PcieFlitOhcA1>
  'pcie-flit.translation-completion': WithWords<flit.PcieFlitTranslationCompletion, flit.PcieFlitOhcA5>
  'pcie-flit.invalidate-request': WithWords<flit.PcieFlitInvalidateRequest & flit.PcieFlitInvalidateRequestData, flit.PcieFlitOhcA4>
  'pcie-flit.invalidate-completion': WithWords<flit.PcieFlitInvalidateCompletion, flit.PcieFlitOhcA4>
}

/** What `encodeTlp` takes for them. Size fields may be left out: they follow from the rest of the packet. */
export interface TlpMessageInits {
  'pcie.page-request': pcie.PciePageRequestInit
  'pcie.stop-marker': pcie.PcieStopMarkerInit
  'pcie.prg-response': pcie.PciePrgResponseInit
  'pcie.translation-request-32': pcie.PcieTranslationRequest32Init
  'pcie.translation-request-64': pcie.PcieTranslationRequest64Init
  'pcie.translation-completion': Sized<pcie.PcieTranslationCompletionInit>
  'pcie.invalidate-request': pcie.PcieInvalidateRequestInit
  'pcie.invalidate-completion': pcie.PcieInvalidateCompletionInit
  'pcie-flit.page-request': WithWords<flit.PcieFlitPageRequestInit, flit.PcieFlitOhcA1>
  'pcie-flit.stop-marker': WithWords<flit.PcieFlitStopMarkerInit, flit.PcieFlitOhcA1>
  'pcie-flit.prg-response': WithWords<flit.PcieFlitPrgResponseInit, flit.PcieFlitOhcA4>
  'pcie-flit.translation-request-32': WithWords<flit.PcieFlitTranslationRequest32Init, flit.PcieFlitOhcA1>
  'pcie-flit.translation-request-64': WithWords<flit.PcieFlitTranslationRequest64Init, flit.PcieFlitOhcA1>
  'pcie-flit.translation-completion': WithWords<Sized<flit.PcieFlitTranslationCompletionInit>, flit.PcieFlitOhcA5>
  'pcie-flit.invalidate-request': WithWords<flit.PcieFlitInvalidateRequestInit & flit.PcieFlitInvalidateRequestDataInit, flit.PcieFlitOhcA4>
  'pcie-flit.invalidate-completion': WithWords<flit.PcieFlitInvalidateCompletionInit, flit.PcieFlitOhcA4>
}

/** The fields that say how much data follows. */
export type SizeFields = 'withData' | 'length'
/** A message whose size fields may be left out. */
export type Sized<Init extends Record<SizeFields, unknown>> = Omit<Init, SizeFields> & Partial<Pick<Init, SizeFields>>

/** A prefix: that of PASID decoded, any other as its DW. */
export type TlpPrefix =
  | { readonly name: 'PASID'; readonly id: 'pcie.pasid-prefix'; readonly message: pcie.PciePasidPrefix }
  | { readonly name: string; readonly id?: undefined; readonly word: number }

/** What every packet has. Its arrays are views of the bytes it was decoded from. */
export interface AnyTlp {
  readonly mode: TlpMode
  readonly kind: TlpKind
  /** `Page Request`, `MWr64`, `ERR_COR`, `Message 0x54` … */
  readonly name: string
  /** Where the packet begins: at its first prefix, if any. */
  readonly offset: number
  /** Size of the whole packet. */
  readonly size: number
  readonly prefixes: readonly TlpPrefix[]
  /** The data as they stand in the packet. */
  readonly payload: Uint8Array
  /** The digest (ECRC) of non-flit mode, the trailer of flit mode. */
  readonly trailer: Uint8Array
}

/** The records whose payload is translation entries. */
export type CompletionId = 'pcie.translation-completion' | 'pcie-flit.translation-completion'

/** A message of ATS or PRI. */
export type KnownTlp = {
  [Id in keyof TlpMessages]: AnyTlp & {
    readonly id: Id
    readonly message: TlpMessages[Id]
    /** OHC-E, which is not taken apart; flit mode only. */
    readonly ohcE?: Uint8Array
    readonly header?: undefined
  } & (Id extends CompletionId ? { readonly entries: readonly pcie.PcieTranslationEntry[] } : { readonly entries?: undefined })
}[keyof TlpMessages]

/** Any other packet, by its kind. */
export type OtherTlp = {
  [Kind in TlpKind]: AnyTlp & {
    readonly kind: Kind
    readonly id?: undefined
    readonly message?: undefined
    readonly entries?: undefined
    /** The header; in flit mode the header base and all OHC words. */
    readonly header: Uint8Array
    /** Flit mode: which record each word of OHC-A to OHC-C is, and where in `header` it lies. */
    readonly ohc?: OhcPlaces
    /** What the header says; read from it when it is first asked for. A copy of the packet (`{ ...tlp }`) does not have it. */
    readonly fields: TlpFields[Kind]
  }
}[TlpKind]

/** OHC words, in their order. */
export type OhcPlaces = readonly { readonly id: string; readonly offset: number }[]

/** A header without its data, as a header log holds it. */
export interface HeaderAlone extends Omit<AnyTlp, 'payload' | 'trailer'> {
  /** The header; in flit mode the header base and all OHC words. */
  readonly header: Uint8Array
  readonly ohc?: OhcPlaces
  /** How many bytes of data and of trailer the header announces. They are not read, even if more bytes follow. */
  readonly absent: { readonly payload: number; readonly trailer: number }
  /** How many bytes follow the header. A log does not say what they are: zeros, data, or leftovers. */
  readonly beyond: number
}

/** A header of any packet. Its `size` counts its prefixes and the header. */
export type TlpHeader =
  | { [Kind in TlpKind]: HeaderAlone & { readonly kind: Kind; readonly id?: undefined; readonly message?: undefined; readonly fields: TlpFields[Kind] } }[TlpKind]
  | {
    [Id in keyof TlpMessages]: HeaderAlone & {
      readonly id: Id
      /** What the header says of the message. */
      readonly fields: Readonly<Partial<TlpMessages[Id]>>
      /** The message, where all of it stands in the header; missing where a part of it is in the data. */
      readonly message?: TlpMessages[Id]
    }
  }[keyof TlpMessages]

export type Tlp = KnownTlp | OtherTlp

/** A transaction: whose it is, and its whole tag, of 10 bits in non-flit mode and of 14 in flit mode. */
export interface Transaction {
  readonly requesterId: number
  readonly tag: number
}

/** A packet of a walk. */
export type WalkedTlp = Tlp & {
  /** The oldest Translation Request that the walk remembered, where this one made it forget it: see `tlps`. */
  readonly forgotten?: Transaction
}

export type TlpPrefixInit = { readonly id: 'pcie.pasid-prefix'; readonly message: pcie.PciePasidPrefixInit } | { readonly id?: undefined; readonly word: number }

/** What `encodeTlp` takes for every packet. */
export interface AnyTlpInit {
  readonly mode: TlpMode
  readonly prefixes?: readonly TlpPrefixInit[]
  readonly trailer?: Uint8Array
}

/** What `encodeTlp` takes. Every `Tlp` fits. */
export type TlpInit =
  | {
    [Id in keyof TlpMessageInits]: AnyTlpInit & {
      readonly id: Id
      readonly message: TlpMessageInits[Id]
      readonly ohcE?: Uint8Array
    } & (Id extends CompletionId ? { readonly entries?: readonly pcie.PcieTranslationEntryInit[] } : unknown)
  }[keyof TlpMessageInits]
  | HeaderInit

/** A packet as bytes. */
export interface HeaderInit extends AnyTlpInit {
  readonly id?: undefined
  readonly header: Uint8Array
  readonly payload?: Uint8Array
}

/** Options for reading a header without the rest of its packet. */
export interface HeaderOptions extends Omit<TlpOptions, 'headerOnly'> {
  readonly headerOnly: true
}

export interface TlpOptions {
  readonly mode: TlpMode
  /** Where the first packet begins. Default 0. */
  readonly offset?: number
  /** The bytes of each DW, counted from `offset`, are in reverse order, as little-endian captures have them. Default false. */
  readonly swap?: boolean
  /**
   * Completions answer Translation Requests, so that their data are translation entries. A completion does not tell.
   * Default: false for `decodeTlp`; `tlps` goes by the requests that it has passed.
   */
  readonly translation?: boolean
  /** As for `decode`: what to do about reserved bits that are set in the messages of ATS and PRI. Default `reject`. */
  readonly reserved?: 'reject' | 'ignore'
  /** The bytes hold a header and no more, as header logs do: see `decodeTlp`. Default false. */
  readonly headerOnly?: boolean
}
