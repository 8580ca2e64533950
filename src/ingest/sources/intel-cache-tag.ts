import { deviceOf } from '../device.ts'
import { cutOff, sentence } from '../source.ts'

/** The trace events `cache_tag_flush_range` and `cache_tag_flush_range_np` of VT-d: what is to be invalidated, before it is a descriptor. */

const FLUSH = /^cache_tag_flush_range(?:_np)?: (\S{1,40}) (\S{1,40})\[(-?\d{1,10})\] type (\w{5,16}) did (\d{1,5}) \[0x([0-9a-f]{1,16})-0x([0-9a-f]{1,16})\] addr 0x([0-9a-f]{1,16})(?: pages 0x[0-9a-f]{1,16})? mask 0x([0-9a-f]{1,16})(?!\w|[:.]\w|: |\.\.)/i

/** Pages of the whole address space, as a power of two: what is wider is everything. */
const EVERYTHING = 52

export const intelCacheTag = sentence({
  id: 'linux.intel.cache-tag-flush',
  anchors: ['cache_tag_flush_range: ', 'cache_tag_flush_range_np: '],
  read(text, _passage, last) {
    const match = FLUSH.exec(text)
    if (!match) return cutOff(text, last, 240)
    const [, iommu, device, pasid, type, domain, , , address, mask] = match as unknown as string[]
    const known = deviceOf(device!)
    const isDevice = type!.endsWith('devtlb')
    const order = Number.parseInt(mask!, 16)
    const pages = 2n ** BigInt(Math.min(order, EVERYTHING))
    const range = order >= EVERYTHING ? 'everything' : `${pages} page${pages === 1n ? '' : 's'} at 0x${address!.replace(/^0+(?=.)/, '')}`
    const whose = isDevice ? `device TLB of ${device!}` : `IOTLB, domain 0x${Number(domain).toString(16)}`
    return {
      name: `to be invalidated: ${whose}, ${range}`,
      said: {
        event: 'cache-flush', type: type!, iommu: iommu!, domain: Number(domain), ...(pasid !== '0' && { pasid: Number(pasid) }), ...(isDevice && known && { rid: known.rid }),
        ...(isDevice && known?.segment !== undefined && { segment: known.segment }), begin: BigInt(`0x${address!}`), ...(order < EVERYTHING && { pages }),
      },
      notes: [],
    }
  },
})
