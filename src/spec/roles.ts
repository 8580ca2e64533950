/**
 * What the fields of a record are for: the second table. A layout says where bits stand; its `roles` say which field is
 * the device, the PASID, the code. Plain data, as the layout itself.
 */

/** What a field can be for, in the order in which a reader wants to know it. */
export const ROLES = [
  'device', // Requester ID of the device; a field of more than 16 bits has the segment above it
  'segment',
  'segmentValid',
  'physicalFunction', // Requester ID of the physical function to which the device belongs
  'object', // number by which software knows the device
  'sender', // Requester ID of the side that sends a message to the device
  'receiver', // Requester ID of the side to which the device answers
  'pasid',
  'pasidValid',
  'pasidRequired', // the device takes a PASID on responses
  'group', // Page Request Group Index
  'tag', // names one request until it is completed: ITag, STAG, Tag of a transaction
  'cookie', // names a group in place of its index
  'code',
  'status', // Completion Status
  'type', // whether a stream or a group is answered
  'address',
  'size', // S, or the size of the range as a power of two
  'length',
  'byteCount',
  'read',
  'write',
  'execute',
  'privileged',
  'noWrite',
  'global', // holds for every PASID
  'last', // last request of its group
  'streamRequested', // asks for a stream response; VT-d 2.x
  'batch', // more of a batch follow; VT-d 2.x
  'privateData', // given back in the response
  'privateDataValid',
  'depth', // how many invalidations may be pending
  'enable',
] as const

export type Role = (typeof ROLES)[number]

/**
 * Where a record has what a role stands for:
 * the field, or fixed value, of that name; several fields, the most significant first; one bit of a field, as its mask;
 * a flag that says the opposite; a field that says so where it is not 0; or what goes beside a TLP, in its PASID prefix or OHC (`present`: whether there is one).
 */
export type Place =
  | string
  | readonly string[]
  | { readonly field: string; readonly mask: number }
  | { readonly not: string }
  | { readonly nonzero: string }
  | { readonly beside: 'present' | 'pasid' | 'executeRequested' | 'privilegedModeRequested' }

export type Roles = { readonly [R in Role]?: Place }

/** The PASID of a TLP, which stands beside its header, and the flags that come with it. */
export const PASID_BESIDE = {
  pasid: { beside: 'pasid' },
  pasidValid: { beside: 'present' },
  execute: { beside: 'executeRequested' },
  privileged: { beside: 'privilegedModeRequested' },
} as const satisfies Roles

/** What a field without a role says in a page request or a page response. Neither shape holds it. */
export interface Other {
  /** What is written. Any other value is told of when it is read; left out for a field of which some bits have roles, or are known. */
  readonly is?: number | boolean
  /** Another value makes the record no request or response at all: this was expected. */
  readonly expected?: string
  /** Only a smaller value does. */
  readonly orMore?: true
  /** Bits of which nobody need be told. */
  readonly known?: number
  /** What to say of another value, where there is more to it than that it is not carried. */
  readonly note?: string
}

/** Numbers in which records say whether a group was served. */
export interface Numbering {
  readonly success: number
  readonly invalid: number
  /** Left out where there is none. */
  readonly failure?: number
  /** Every number without a name fails, too. */
  readonly othersFail?: true
}

/** What an IOMMU itself answers to the last request of a group that its full queue cannot take. */
export interface OverflowAnswer {
  readonly respCode: number
  /** For a device that the IOMMU does not know, and whether the PASID of the request goes with that. */
  readonly unknownRespCode: number
  readonly unknownPasid: boolean
}

/** The message that a record carries, and what its roles do not say of it. */
export interface Carries {
  readonly what: 'page request' | 'page response'
  /** What makes the record an exception, which a function of its own carries. */
  readonly unlike?: 'stalled transaction' | 'answer to a stalled transaction' | 'answer by cookie' | 'stop marker'
  /** In which numbers a response has its code. */
  readonly codes?: 'PCIe' | 'Linux' | 'iommufd' | 'CMD_PRI_RESP'
  /** A response answers one stream request, not a group. */
  readonly stream?: true
  /** Execute and privileged go with a PASID only. */
  readonly permissionsWithPasid?: true
  /**
   * Last, without read and without write, is a Stop Marker if there is a PASID. `by shape`: also without one, in the
   * models and drivers of this format. `as a request`: the owner of the format takes one for a request.
   */
  readonly stopMarker?: 'by shape' | 'as a request'
  /** What the fields without a role say. */
  readonly others?: Readonly<Record<string, Other>>
  /** Of a request in the queue of an IOMMU: ids of the records that answer a group and a stream request; and what a full queue answers, where that is known. */
  readonly answer?: { readonly group: string; readonly stream?: string; readonly overflow?: OverflowAnswer }
}
