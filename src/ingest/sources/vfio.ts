import { deviceOf, segmentIn } from '../device.ts'
import { isMasked, MASKED, maskedNote } from '../masked.ts'
import { sentence, standsAlone } from '../source.ts'

/** What vfio and iommufd say: of capabilities that a guest does not see, and of mappings that fail. */

const CAPABILITIES: Readonly<Record<string, { readonly name: string; readonly capability: string }>> = {
  f: { name: 'ATS capability hidden', capability: 'ats' },
  '13': { name: 'PRI capability hidden', capability: 'pri' },
  '1b': { name: 'PASID capability hidden', capability: 'pasid' },
}

/** A capability that vfio keeps from the guest. */
export const vfioHidden = sentence({
  id: 'linux.vfio.hidden-capability',
  anchors: ['hiding ecap 0x'],
  read(text, { before }, last) {
    const match = /^hiding ecap 0x([0-9a-f]{1,4})@0x([0-9a-f]{1,3})(?!\w|[:.]\w|: |\.\.)/i.exec(text)
    if (!match) return last || !/^hiding ecap 0x[0-9a-f]{0,4}@?(?:0x)?$/i.test(text.trimEnd()) ? undefined : 'more'
    const found = CAPABILITIES[match[1]!.toLowerCase().replace(/^0+(?=.)/, '')]
    if (!found) return 'nothing'
    const name = /(\S{1,40}): vfio_ecap_init:\s*$|vfio_ecap_init: (\S{1,40})\s*$/.exec(before.slice(-120))?.slice(1).find((one) => one !== undefined)
    const device = deviceOf(name ?? '')
    return {
      name: found.name,
      said: { event: 'capability-hidden', capability: found.capability, offset: Number.parseInt(match[2]!, 16), ...(device && { device: name!, rid: device.rid }), ...segmentIn(device) },
      notes: [],
    }
  },
})

const POINTER = `(?:0x[0-9a-f]{1,16}(?=[,)])|\\(nil\\)|${MASKED})`
const MAPPING = new RegExp(`^vfio_(?:container_)?dma_(map|unmap)\\(\\s?${POINTER}, ?(0x[0-9a-f]{1,16}(?=,)|0(?=,)|${MASKED}), ?(0x[0-9a-f]{1,16}(?=[,)])|${MASKED})(?:, ?${POINTER})?\\) (?:= )?(-?\\d{1,4})(?: \\(([^)\\n]{1,60})\\))?`, 'i')
const BEGIN = /^vfio_(?:container_)?dma_(?:map|unmap)\((?:0x[\w, .()=?*<>-]{0,140})?$/i

/** A mapping that QEMU asked for in vain: where, and how large. */
export const vfioMapping = sentence({
  id: 'qemu.vfio.mapping',
  anchors: ['vfio_container_dma_map(', 'vfio_container_dma_unmap(', 'vfio_dma_map(', 'vfio_dma_unmap('],
  read(text, _passage, last) {
    const match = MAPPING.exec(text)
    if (!match) return last || !BEGIN.test(text) ? undefined : 'more'
    const [, what, iova, size, error, reason] = match as unknown as [string, string, string, string, string, string | undefined]
    if (reason === undefined && !last && /^\s*(?:\([^)]{0,60})?$/.test(text.slice(match[0].length))) return 'more'
    return { name: `DMA ${what.toLowerCase()} failed`, said: { event: 'mapping-failed', ...(reason !== undefined && { reason }), error: Number(error), ...(!isMasked(iova) && { address: BigInt(iova) }), ...(!isMasked(size) && { size: BigInt(size) }) }, notes: maskedNote({ address: isMasked(iova), size: isMasked(size) }) }
  },
})

const FAILED = /^((?:IOMMU_(?:IOAS|HWPT|VIOMMU|VDEVICE|VEVENTQ|FAULT_QUEUE)_[A-Z_]{3,24}|VFIO_(?:MAP|UNMAP)_DMA) failed): ([A-Z][a-z' ]{3,60}?)(?=\s*$|[,;(:-]|\s+-)/

/** A request to the kernel that failed: its name and the reason. */
export const iommufdFailure = sentence({
  id: 'qemu.iommufd.failure',
  anchors: ['IOMMU_IOAS_', 'IOMMU_HWPT_', 'IOMMU_VIOMMU_', 'IOMMU_VDEVICE_', 'IOMMU_VEVENTQ_', 'VFIO_MAP_DMA failed: ', 'VFIO_UNMAP_DMA failed: '],
  read(text, { before }) {
    const [, name, reason] = FAILED.exec(text) ?? []
    if (name === undefined || reason === undefined || !(standsAlone(before, '') || /^qemu\S{0,40}: -device .{0,400}: $/.test(before))) return undefined
    return { name, said: { event: 'mapping-failed', reason: reason.trim() }, notes: [] }
  },
})

const TRACE = /^iommufd_backend_([a-z_]{4,24}) {1,2}((?:[a-z_]{2,12}=(?:0x[0-9a-f]{1,16}|\d{1,20}|\(nil\))(?: |(?=\())){2,12})\((-?\d{1,4})\)/i
const TRACED = ['map_dma', 'map_file_dma', 'unmap_dma', 'alloc_hwpt', 'invalidate_cache', 'alloc_viommu', 'alloc_vdev']

/** A request to iommufd in QEMU's trace: what was asked for, and what came of it. */
export const iommufdTrace = sentence({
  id: 'qemu.iommufd.request',
  anchors: TRACED.map((name) => `iommufd_backend_${name} `),
  read(text, _passage, last) {
    const match = TRACE.exec(text)
    if (!match) return last || !/^iommufd_backend_[a-z_]{4,24} {1,2}[\w= ()-]{0,260}$/i.test(text) ? undefined : 'more'
    const [, name, values, error] = match as unknown as [string, string, string, string]
    const said = Object.fromEntries([...values.matchAll(/([a-z_]+)=(0x[0-9a-f]+|\d+)/gi)].map(([, key, value]) => {
      const number = BigInt(value!)
      return [key === 'iova' ? 'address' : key!, /^(?:iova|size|addr|data_ptr|start|virt_id)$/.test(key!) ? number : Number(number)]
    }))
    return { name: `iommufd ${name}${Number(error) < 0 ? ' failed' : ''}`, said: { event: Number(error) < 0 ? 'mapping-failed' : 'iommufd', ...said, ...(Number(error) !== 0 && { error: Number(error) }) }, notes: [] }
  },
})
