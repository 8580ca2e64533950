/** What the rules know beside a message. Types only. */

/** A message of any record, by the names of its fields. */
export type Values = Readonly<Record<string, boolean | number | bigint>>

/** The PASID that goes with a TLP: in its prefix, or in its OHC in flit mode. */
export interface PasidFacts {
  readonly pasid: number
  readonly executeRequested: boolean
  readonly privilegedModeRequested: boolean
}

/** The page request that a page response answers; the last of its group, where there are several. `toPageRequest` gives it. */
export interface PageRequestFacts {
  readonly pasid: number
  readonly pasidPresent: boolean
  readonly pageReqGroupId: number
  readonly last: boolean
  readonly read: boolean
  readonly write: boolean
  /** Requester ID of the device; unknown if left out. */
  readonly rid?: number
}

/** The Translation Request that a completion or an entry answers. */
export interface TranslationRequestFacts {
  /** Its Length field. */
  readonly length: number
  /** Its PASID; null for none, unknown if left out. */
  readonly pasidPrefix?: PasidFacts | null
}

/** The ATS capability of a function, by the fields of `config.ats-capability`. */
export interface AtsFacts {
  readonly invalidateQueueDepth: number
  readonly globalInvalidateSupported: boolean
  readonly smallestTranslationUnit: number
  readonly enable: boolean
}

/** The PRI capability of a function, by the fields of `config.pri-capability`. */
export interface PriFacts {
  readonly prgResponsePasidRequired: boolean
}

/** The PASID capability of a function, by the fields of `config.pasid-capability`. */
export interface PasidCapabilityFacts {
  readonly maxPasidWidth: number
}

/** What a record alone cannot tell. What is left out is unknown, and rules that need it are silent. */
export interface CheckContext {
  /** The PASID of the TLP of which the message is the header; null for none. */
  readonly pasidPrefix?: PasidFacts | null
  readonly pageRequest?: PageRequestFacts
  readonly translationRequest?: TranslationRequestFacts
  /** The Invalidate Request that an Invalidate Completion answers. */
  readonly invalidateRequest?: { readonly itag: number }
  /** The capabilities of the function concerned; null for one that it lacks. `capabilities` gives them. */
  readonly capabilities?: {
    readonly ats?: AtsFacts | null
    readonly pri?: PriFacts | null
    readonly pasid?: PasidCapabilityFacts | null
  }
  /** Smallest page size of the IOMMU in bytes, a power of two. Default: the function's Smallest Translation Unit, if its capabilities are known. */
  readonly pageSize?: number
  /** Read Completion Boundary of the root port in bytes. Default: 128, the larger one. */
  readonly readCompletionBoundary?: 64 | 128
  /** Reserved bits that are set, by their place as the source numbers them, such as `q1[2]`. `inspect` fills this in. */
  readonly reserved?: Readonly<Record<string, bigint>>
}
