import { deviceOf, segmentIn } from '../device.ts'
import type { Said } from '../hit.ts'
import { joinedLine } from '../line.ts'
import type { Source } from '../source.ts'

/** The tables of VT-d that lead to an address, as Xen and Linux print them behind a fault. */

const XEN = /^print_vtd_entries: iommu(?: (#\d{1,3})| =? ?[0-9a-f]{8,16}) (?:dev|bdf =) (\S{4,14}) gmfn(?: =)? ([0-9a-f]{1,13})\s*$/i
const LINUX = /^Dump (\S{1,24}) table entries for IOVA (0x[0-9a-f]{1,16})\s*$/i

/** What the first line says. */
function headOf(text: string): Said | undefined {
  const [, unit, name = '', frame] = XEN.exec(text) ?? []
  const device = deviceOf(name.replace(/:([0-7])$/, '.$1'))
  if (device) return { ...(unit !== undefined && { iommu: `iommu ${unit}` }), device: name, rid: device.rid, ...segmentIn(device), address: BigInt(`0x${frame}`) << 12n }
  const [, iommu, address] = LINUX.exec(text) ?? []
  return address === undefined ? undefined : { iommu: iommu!, address: BigInt(address) }
}

/** An entry, or where one is missing; and where a table itself is, which is left out. */
const ROW = /^\s*(?:DMAR: )?((?:(?:scalable mode )?root|context|pasid|pte|page table|legacy|root_entry|ctxt_entry|l[1-6][ _[])[^"]{3,80}?)\s*$/i
const OTHER = /^(?:root_entry|context|l\d) = |_index/
const MOST = 24

const walk = (id: string, anchor: string): Source => ({
  id,
  anchors: [anchor],
  open(first, column) {
    let line = first
    let said = headOf(line.text.slice(column))
    let last = line.number
    const rows: string[] = []
    return {
      patience: 2,
      done: false,
      get mayBeNothing() {
        return said === undefined
      },
      take(next) {
        if (next.text.length > 120 || rows.length === MOST) return false
        const [, row] = ROW.exec(next.text) ?? []
        if (said === undefined) {
          // A mail client may have broken the first line.
          line = joinedLine(line, next, ' ')
          said = line.text.length > 200 ? undefined : headOf(line.text.slice(column))
          if (said === undefined) return false
        } else if (row === undefined) return false
        else if (row.includes('not present')) said = { ...said, reason: row }
        else if (!OTHER.test(row)) rows.push(row)
        last = next.number
        return true
      },
      hits: () => (said === undefined ? [] : [{ source: id, line: first.number, lastLine: last, name: 'walk of the tables', said: { event: 'walk', ...said }, notes: rows.length === 0 ? [] : [rows.join('; ')] }]),
    }
  },
})

export const xenWalk = walk('xen.vtd.walk', 'print_vtd_entries: ')
export const intelWalk = walk('linux.intel.walk', 'Dump dmar')
