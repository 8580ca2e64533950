import { describe, expect, it } from 'vitest'
import { config, Iommu } from '../../src/index.ts'
import type { DeviceInit, IommuOptions } from '../../src/index.ts'
import { benchOf, one, refusalOf, requestBytes, RESPONSE, VTD } from './support.ts'
import { fromHex, toHex } from '../support/bytes.ts'

/** What a service and a device may be. */

describe('attach', () => {
  it.each<[string, string, DeviceInit, string]>([
    ['no rid', VTD, {}, 'rid'],
    ['a rid of 17 bits', VTD, { rid: 0x10000 }, 'rid'],
    ['a fractional rid', VTD, { rid: 1.5 }, 'rid'],
    ['a segment where there is no place for one', VTD, { rid: 1, segment: 1 }, 'segment'],
    ['a segment of 9 bits for RISC-V', 'riscv.page-request', { rid: 1, segment: 256 }, 'segment'],
    ['a StreamID of 33 bits', 'smmuv3.pri-queue-entry', { streamId: 2 ** 32 }, 'streamId'],
    ['an allocation above the capacity', VTD, { rid: 1, pri: { pageRequestCapacity: 16, pageRequestAllocation: 17 } }, 'pri.pageRequestAllocation'],
    ['a negative capacity', VTD, { rid: 1, pri: { pageRequestCapacity: -1 } }, 'pri.pageRequestCapacity'],
    ['a PASID of 21 bits', VTD, { rid: 1, pasid: { maxPasidWidth: 21 } }, 'pasid.maxPasidWidth'],
    ['a flag that is none', VTD, { rid: 1, pri: { enable: 1 as never } }, 'pri.enable'],
    ['a domain that is none', VTD, { rid: 1, domain: -1 }, 'domain'],
  ])('refuses %s', (_what, format, init, field) => {
    const { iommu, types } = benchOf(format)
    types()
    expect(() => iommu.attach(init)).toThrowError(expect.objectContaining({ name: 'CodecError', field }))
    expect(iommu.snapshot().devices).toEqual([])
    expect(types()).toEqual([])
  })

  it('refuses a second device with the identity of one that is attached', () => {
    const { iommu, handle } = one()
    expect(refusalOf(() => iommu.attach({ rid: 0x300 }))).toBe('already-attached EBUSY -16')
    iommu.detach(handle)
    expect(iommu.attach({ rid: 0x300 }).device).toBe(2)
  })

  it('takes decoded capability registers', () => {
    const pri = config.priCapability.decode(fromHex('1300010000000080 20000000 08000000'))
    const pasid = config.pasidCapability.decode(fromHex('1b000100 00100100'))
    const { iommu } = benchOf(VTD)
    iommu.attach({ rid: 0x300, pri: { ...pri, enable: true }, pasid })
    expect(iommu.snapshot().devices[0]?.init).toEqual({
      rid: 0x300,
      domain: 0,
      pri: { enable: true, prgResponsePasidRequired: true, pageRequestCapacity: 32, pageRequestAllocation: 8 },
      pasid: { enable: true, maxPasidWidth: 16 },
    })
  })

  it('takes a StreamID, which is segment and Requester ID', () => {
    const { iommu } = benchOf('smmuv3.stall-event')
    const handle = iommu.attach({ streamId: 0x20300 })
    iommu.receive(requestBytes('smmuv3.stall-event', {}, { rid: 0x300, segment: 2 }))
    expect(toHex(iommu.respond(handle, RESPONSE))).toBe('4410000000030200ab01000000000000')
  })
})

describe('options', () => {
  it.each<[string, object, string]>([
    ['a format that is none', { format: 'vtd.page-requests' }, 'format'],
    ['a response', { format: 'vtd.page-group-response' }, 'format'],
    ['a struct of Linux', { format: 'linux.fault-event' }, 'format'],
    ['no clock', { clock: undefined }, 'clock'],
    ['reserved', { reserved: 'maybe' }, 'reserved'],
    ['a deadline before now', { deadline: -1 }, 'deadline'],
    ['a deadline that is no number', { deadline: NaN }, 'deadline'],
    ['a release without the rule', { linux: '6.9' }, 'linux'],
    ['a release before it', { linux: '5.2' }, 'linux'],
    ['a release that is none', { linux: 'newest' }, 'linux'],
    ['an answer that is none', { auto: 'yes' }, 'auto'],
  ])('refuses %s', (_what, options, field) => {
    expect(() => new Iommu({ format: VTD, clock: () => 0, ...options } as IommuOptions)).toThrowError(expect.objectContaining({ name: 'CodecError', field }))
  })
})
