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
    ['PASID that is neither on nor off', VTD, { rid: 1, pasid: { enable: 1 as never } }, 'pasid.enable'],
    ['a PASID requirement that is none', VTD, { rid: 1, pri: { prgResponsePasidRequired: 'no' as never } }, 'pri.prgResponsePasidRequired'],
    ['a StreamID beside a rid', 'smmuv3.pri-queue-entry', { rid: 1, streamId: 1 }, 'streamId'],
    ['a StreamID beside a segment', 'smmuv3.pri-queue-entry', { segment: 0, streamId: 1 }, 'streamId'],
    ['a segment of 17 bits', 'smmuv3.pri-queue-entry', { rid: 1, segment: 0x10000 }, 'segment'],
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
    expect(() => iommu.attach({ rid: 0x300 })).toThrowError('(0x300)')
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

  it('tells devices apart that differ in their segment alone, or in segment and Requester ID at once', () => {
    const { iommu } = benchOf('smmuv3.stall-event')
    const handles = [{ segment: 0, rid: 2 }, { segment: 1, rid: 1 }, { segment: 2, rid: 0 }, { segment: 2, rid: 2 }].map((identity) => [identity, iommu.attach(identity)] as const)
    for (const [identity, handle] of handles) {
      iommu.receive(requestBytes('smmuv3.stall-event', {}, identity))
      expect(handles.map(([, { outstanding }]) => outstanding.groups)).toEqual(handles.map(([, other]) => Number(other === handle)))
      iommu.respond(handle, RESPONSE)
    }
  })

  it('takes a StreamID, which is segment and Requester ID', () => {
    const { iommu } = benchOf('smmuv3.stall-event')
    const handle = iommu.attach({ streamId: 0x20300 })
    iommu.receive(requestBytes('smmuv3.stall-event', {}, { rid: 0x300, segment: 2 }))
    expect(toHex(iommu.respond(handle, RESPONSE))).toBe('4410000000030200ab01000000000000')
  })
})

describe('options', () => {
  it('may allow one request alone', () => {
    const { iommu, types } = benchOf(VTD, { maxRequests: 1 })
    iommu.attach({ rid: 0x300 })
    types()
    for (const pageReqGroupId of [1, 2]) iommu.receive(requestBytes(VTD, { pageReqGroupId, last: false }))
    expect(iommu.outstanding).toMatchObject({ requests: 1 })
  })

  it.each<[string, object, string]>([
    ['a format that is none', { format: 'vtd.page-requests' }, 'id'],
    ['a response', { format: 'vtd.page-group-response' }, 'format'],
    ['a struct of Linux', { format: 'linux.fault-event' }, 'format'],
    ['no clock', { clock: undefined }, 'clock'],
    ['reserved', { reserved: 'maybe' }, 'reserved'],
    ['a deadline before now', { deadline: -1 }, 'deadline'],
    ['a deadline that is no number', { deadline: NaN }, 'deadline'],
    ['a release without the rule', { linux: '6.9' }, 'linux'],
    ['a release before it', { linux: '5.2' }, 'linux'],
    ['a release that is none', { linux: 'newest' }, 'linux'],
    ['a release that is none of its series', { linux: '5.20' }, 'linux'],
    ['a release that is spelled as another', { linux: '5.03' }, 'linux'],
    ['a release of a number', { linux: 5.1 }, 'linux'],
    ['a Requester ID of 17 bits', { iommuRid: 0x10000 }, 'iommuRid'],
    ['no requests at all', { maxRequests: 0 }, 'maxRequests'],
    ['more requests than can be counted', { maxRequests: 2 ** 32 }, 'maxRequests'],
    ['a listener that is none', { onEvent: 'log' }, 'onEvent'],
    ['a listener of errors that is none', { onError: {} }, 'onError'],
    ['an answer that is none', { auto: 'yes' }, 'auto'],
  ])('refuses %s', (_what, options, field) => {
    expect(() => new Iommu({ format: VTD, clock: () => 0, ...options } as IommuOptions)).toThrowError(expect.objectContaining({ name: 'CodecError', field }))
  })

  it('are told by the event that opens a trace, where they are not the defaults', () => {
    const opened = (options: Partial<IommuOptions>): unknown => benchOf(VTD, options).events[0]
    const open = { at: 0, type: 'open', format: VTD, reserved: 'ignore', maxRequests: 2 ** 20 }
    expect(opened({ deadline: Infinity })).toEqual(open)
    expect(opened({ maxRequests: 2 ** 32 - 1 })).toEqual({ ...open, maxRequests: 2 ** 32 - 1 })
    expect(opened({ linux: '5.10', reserved: 'reject', iommuRid: 0, deadline: 0, maxRequests: 1 })).toEqual({ ...open, linux: '5.10', reserved: 'reject', iommuRid: 0, deadline: 0, maxRequests: 1 })
  })

  it.each(['5.3', '5.19', '6.0', '6.8'] as const)('may be the rule of Linux %s', (linux) => {
    expect(benchOf(VTD, { linux }).events[0]).toMatchObject({ linux })
  })
})
