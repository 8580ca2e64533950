/** The two shapes that stand between the formats. */

/**
 * A page request, whatever format it came in. Who asks stands beside it, in an `Identity`.
 * Names of the 2017 kernel series and of Linux.
 */
export interface PageRequest {
  /** Byte address of the page; a stall event gives the address itself. */
  addr: bigint
  /** Process address space ID; 0 unless `pasidPresent`. */
  pasid: number
  pasidPresent: boolean
  /** Page request group index; 9 bits in PCIe, 16 for a stall tag of SMMUv3, 32 in Linux. */
  pageReqGroupId: number
  /** Last request of its group. */
  last: boolean
  read: boolean
  write: boolean
  /** Execute access requested. */
  execute: boolean
  /** Privileged mode requested. */
  privileged: boolean
  /** Private data to be given back in the response, as one number of up to 128 bits; 0n for none. */
  privateData: bigint
}

/**
 * A page response: the generic `struct page_response_msg` of the 2017 kernel series.
 * It has no requester ID. Whose response it is comes from the device that it is sent through.
 */
export interface PageResponseMsg {
  /** Byte address of the page that was served; 0n where the answer is for a group. */
  addr: bigint
  /** Process address space ID; 0 unless `pasidPresent`. */
  pasid: number
  /** 0 success, 1 invalid request, 0xF response failure: the numbers of a PRG Response. */
  respCode: number
  pasidPresent: boolean
  /** Page request group index; 9 bits in PCIe, 16 for a stall tag of SMMUv3, 32 in Linux. */
  pageReqGroupId: number
  /** 1 answer to a stream request, 2 answer to a group: `PAGE_RESPONSE_TYPE`. */
  type: number
  /** Private data of the request, as one number of up to 128 bits; 0n for none. */
  privateData: bigint
}

/** Whose request or response it is, and what else a format keeps beside the generic shape. */
export interface Identity {
  /** Requester ID of the device, 16 bits: bus, device, function. */
  rid?: number
  /** PCI segment of the device: DSEG of RISC-V (8 bits), the high half of a StreamID (16 bits). */
  segment?: number
  /** The device's "PRG Response PASID Required": whether a PASID goes with its responses. Unknown if left out. */
  pasidRequired?: boolean
  /** Requester ID under which the root complex or IOMMU sends a PRG Response; 0 if left out. */
  iommuRid?: number
  /** iommufd object ID of the device. */
  devId?: number
  /** iommufd cookie of the group. */
  cookie?: number
  /** VT-d 2.x: the request asks for a stream response. */
  streamResponseRequested?: boolean
  /** VT-d 2.x: more requests of the batch follow. */
  batchOfFaults?: boolean
}

/** Something that the target has no place for, left out because the caller allowed it. */
export interface Dropped {
  /** The field of the generic shape or of the identity. */
  readonly field: string
  readonly value: unknown
  readonly reason: string
}
