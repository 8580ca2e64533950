/**
 * A device asks for two pages, and the guest that holds it answers in the C struct of the kernel: what each IOMMU sends.
 * Then the guest tries to answer for its neighbour's device.
 *
 *   npx tsx examples/page-response-service.ts
 */
// Outside this repository: from 'pci-ats-pri'.
import { encodePacket, fromPageRequest, Iommu, IOMMU_PAGE_RESP_2017, iommuFormats, linux, PAGE_RESPONSE_TYPE, RefusedError } from '../src/index.ts'

const GUEST = { rid: 0x0300 } // 03:00.0
const NEIGHBOUR = { rid: 0x0308 } // 03:01.0

/** What the hardware puts into the queue of an IOMMU. */
function pageRequest(format: string, identity: { rid: number }, addr: bigint, last: boolean): Uint8Array {
  const who = { pasid: 0x12345, pasidPresent: true, pageReqGroupId: 0x1ab }
  const request = { ...who, addr, last, read: true, write: false, execute: false, privileged: false, privateData: 0n }
  return encodePacket(format, fromPageRequest(format, request, identity).packet)
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** `struct page_response_msg`, 24 bytes. Nothing in them says whose answer it is. */
const struct = linux.pageResponseMsg.encode({
  addr: 0n, pasid: 0x12345, respCode: IOMMU_PAGE_RESP_2017.IOMMU_PAGE_RESP_SUCCESS, pasidPresent: true,
  pageReqGroupId: 0x1ab, type: PAGE_RESPONSE_TYPE.IOMMU_PAGE_GROUP_RESP, privateData: 0,
})
console.log(`${'the guest hands over'.padEnd(24)}${hex(struct)}`)

for (const format of iommuFormats) {
  const iommu = new Iommu({ format, clock: Date.now })
  const guest = iommu.attach(GUEST)
  const neighbour = iommu.attach(NEIGHBOUR)

  // A stalled transaction is a group by itself; in the other formats, the last request completes the group.
  if (format !== 'smmuv3.stall-event') iommu.receive(pageRequest(format, GUEST, 0x7f0123456000n, false))
  iommu.receive(pageRequest(format, GUEST, 0x7f0123457000n, true))
  iommu.receive(pageRequest(format, NEIGHBOUR, 0x7f0123456000n, true))
  console.log(`${format.padEnd(24)}${hex(iommu.respondBytes(guest, struct))}`)

  // The neighbour's group has the same name, and the guest has no handle but its own.
  try {
    iommu.respondBytes(guest, struct)
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    console.log(`${'  for the neighbour'.padEnd(24)}refused: ${error.message}`)
  }
  console.log(`${'  still outstanding'.padEnd(24)}${guest.outstanding.groups} of the guest, ${neighbour.outstanding.groups} of the neighbour`)
}
