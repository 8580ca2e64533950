import type { AnyMessage } from '../../../../src/index.ts'
import { fromHex } from '../../../support/bytes.ts'
import type { Meaning } from './index.ts'
import { unless } from './tlp.ts'

/** Records packed by the macros and structs of QEMU, Xen, FreeBSD and VirtualBox. */

type Row = Readonly<Record<string, number> & Record<'fmt' | 'bytes' | 'addr' | 'bytes_freebsd' | 'bytes_virtualbox_xen', string>>

const invalidateIotlb = (r: Row): AnyMessage => ({
  deviceId: r['devid']!, maxPending: r['maxpend']!, queueId: r['queueid']!, size: r['s'] === 1, guest: r['gn'] === 1, type: 0, address: BigInt(r.addr), pasid: r['pasid']!,
})

const formats: Readonly<Record<string, (r: Row) => Meaning>> = {
  vtd_prq: (r) => {
    const message = {
      pasidPresent: r['pasid_present'] === 1, rid: r['rid']!, pasid: r['pasid']!, executeRequested: r['exec'] === 1, privilegedModeRequested: r['priv'] === 1,
      read: r['r'] === 1, write: r['w'] === 1, last: r['l'] === 1, prgIndex: r['prgi']!, address: BigInt(r.addr),
    }
    const bytes = fromHex(r.bytes)
    return {
      vectors: [
        { record: 'vtd.page-request', bytes, message },
        { record: 'vtd.page-request-v3', bytes, message: { ...message, privateDataPresent: false, privateData0: 0n, privateData1: 0n } },
      ],
    }
  },

  // Reserved to QEMU are the reserved bits of revision 4.0, of which LPIG is none.
  vtd_pgrsp: (r) => {
    const message = { pasidPresent: r['pasid_present'] === 1, respCode: r['code']!, rid: r['rid']!, pasid: r['pasid']!, prgIndex: r['prgi']! }
    const last = r['lpig_bit66'] === 1
    const bad = r['reserved_ok'] === 0
    const bytes = fromHex(r.bytes)
    const v3 = { ...message, last, privateDataPresent: false, privateData0: 0n, privateData1: 0n }
    return {
      vectors: [
        { record: 'vtd.page-group-response', bytes, ...unless(bad, { ...message, last }) },
        { record: 'vtd.page-group-response-v3', bytes, ...unless(bad, v3) },
      ],
    }
  },

  vtd_pasid_devtlb: (r) => ({
    vectors: [
      {
        record: 'vtd.pasid-device-tlb-invalidate',
        bytes: fromHex(r.bytes),
        message: { sid: r['sid']!, pfsid: 0, queueDepth: r['qdep_bits_8_4']!, size: r['size'] === 1, address: BigInt(r.addr), pasid: r['pasid']!, global: r['global'] === 1 },
      },
    ],
  }),

  // Of the form of 128 bits; that of 256 is the same and a reserved half.
  vtd_devtlb: (r) => {
    const message = { sid: r['sid']!, pfsid: 0, queueDepth: r['qdep']!, size: r['size'] === 1, address: BigInt(r.addr) }
    return {
      vectors: [
        { record: 'vtd.device-tlb-invalidate-128', bytes: fromHex(r.bytes), message },
        { record: 'vtd.device-tlb-invalidate', bytes: fromHex(r.bytes.padEnd(64, '0')), message },
      ],
    }
  },

  amd_complete_ppr: (r) => {
    const tag = r['completion_tag']!
    const message = { deviceId: r['devid']!, pasid: r['pasid']!, guest: r['gn'] === 1, prgIndex: tag & 0x1ff, completionTag11to9: (tag >> 9) & 7, respCode: tag >> 12 }
    // The structs of these two know the tag as a whole; QEMU reserves what is outside it.
    return { vectors: [{ record: 'amd.complete-ppr-request', bytes: fromHex(r.bytes), ...unless(r['qemu_reserved_ok'] === 0, message) }] }
  },

  amd_inv_iotlb: (r) => ({
    vectors: [
      { record: 'amd.invalidate-iotlb-pages', bytes: fromHex(r.bytes_freebsd), message: invalidateIotlb(r) },
      { record: 'amd.invalidate-iotlb-pages-v1', bytes: fromHex(r.bytes_virtualbox_xen), message: invalidateIotlb(r) },
    ],
  }),
}

export function secondSource(row: Row): Meaning {
  const meaning = formats[row.fmt]
  if (!meaning) throw new Error(`no reader for ${row.fmt}`)
  return meaning(row)
}
