import { deviceOf } from '../device.ts'
import { cutOff, sentence } from '../source.ts'

const IO_PAGE_FAULT = /^io_page_fault:\s{1,24}IOMMU:(\S{1,40}) (\S{1,40}) iova=(0x[0-9a-f]{1,16}) flags=(0x[0-9a-f]{1,4})(?!\w|[:.]\w|: |\.\.)/i

/** The trace event of a fault, of any IOMMU: device, address and the driver's own flags. */
export const ioPageFault = sentence({
  id: 'linux.trace.io-page-fault',
  anchors: ['io_page_fault: '],
  read(text, _passage, last) {
    const match = IO_PAGE_FAULT.exec(text)
    if (!match) return cutOff(text, last, 140)
    const [, driver, device, iova, flags] = match as unknown as string[]
    const known = deviceOf(device!)
    return {
      name: 'io_page_fault',
      said: { event: 'fault', driver: driver!, device: device!, ...(known && { rid: known.rid }), ...(known?.segment !== undefined && { segment: known.segment }), address: BigInt(iova!), flags: Number(flags) },
      notes: ['the flags are those of the driver, or 0 for read and 1 for write'],
    }
  },
})

const REPORT = /^IOMMU:(\S{1,40}) type=(\d{1,3}) reason=(-?\d{1,3}) addr=(0x[0-9a-f]{1,16})(?: fetch=(0x[0-9a-f]{1,16}))? pasid=(-?\d{1,10})(?: group=(-?\d{1,10}))?(?: last=(\d))?(?: flags=(?:0x)?([0-9a-f]{1,8}))?(?: prot=(\d{1,3}))?/i
const RESPONSE = /^IOMMU:(\S{1,40}) code=(-?\d{1,3}) addr=(0x[0-9a-f]{1,16}) pasid=(-?\d{1,10}) group=(-?\d{1,10})/i

/** The generic trace events of page requests and page responses, as old trees print them. */
export const genericTrace = sentence({
  id: 'linux.trace.page-request',
  anchors: ['IOMMU:'],
  read(text) {
    const response = RESPONSE.exec(text)
    if (response) {
      const [, device, code, addr, pasid, group] = response as unknown as string[]
      return { name: 'page response', said: { event: 'page-response', device: device!, code: Number(code), address: BigInt(addr!), pasid: Number(pasid), group: Number(group) }, notes: ['the code is that of the kernel that printed it'] }
    }
    const match = REPORT.exec(text)
    if (!match) return undefined
    const [, device, type, reason, addr, fetch, pasid, group, last, flags, prot] = match as unknown as (string | undefined)[]
    return {
      name: type === '2' ? 'page request' : 'fault report',
      said: {
        event: type === '2' ? 'page-request' : 'fault', device: device!, reason: Number(reason), address: BigInt(addr!), pasid: Number(pasid),
        ...(fetch !== undefined && { fetch: BigInt(fetch) }),
        ...(group !== undefined && { group: Number(group) }),
        ...(last !== undefined && { last: last === '1' }),
        ...(flags !== undefined && { flags: Number.parseInt(flags, 16) }),
        ...(prot !== undefined && { prot: Number(prot) }),
      },
      notes: [],
    }
  },
})

const VIRTIO = /^(domain|page|unknown) fault from EP (\d{1,10})(?: at (0x[0-9a-f]{1,16}) \[(R?)(W?)(X?)\])?(?=\s*$)/i

/** A fault of virtio-iommu; EP is the number of the endpoint. */
export const virtioFault = sentence({
  id: 'linux.virtio.fault',
  anchors: ['domain fault from EP ', 'page fault from EP ', 'unknown fault from EP '],
  read(text) {
    const match = VIRTIO.exec(text)
    if (!match) return undefined
    const [, reason, endpoint, address, r, w, x] = match as unknown as (string | undefined)[]
    return {
      name: 'virtio-iommu fault',
      said: { event: 'fault', reason: reason!, endpoint: Number(endpoint), ...(address !== undefined && { address: BigInt(address), access: `${r}${w}${x}` || 'none' }) },
      notes: [],
    }
  },
})
