import { describe, expect, it } from 'vitest'
import { linux } from '../../src/index.ts'
import type { DeviceHandle, DeviceInit, LinuxRelease, PageRequest, PageResponseMsg, ResponseStruct } from '../../src/index.ts'
import { benchOf, NO_PASID, refusalOf, requestBytes, RESPONSE } from './support.ts'
import type { Bench } from './support.ts'

/**
 * The rules of `iommu_page_response()` of Linux 5.3 to 6.8, in its order, each for the releases in which it holds.
 * Numbers as in docs/responder.md.
 */

const VTD = 'vtd.page-request'
const OLD: readonly LinuxRelease[] = ['5.3', '5.8']
const NEW: readonly LinuxRelease[] = ['5.9', '5.10', '6.8']
const ALL = [...OLD, ...NEW]

function kernel(release: LinuxRelease, init: DeviceInit = {}, ...requests: Partial<PageRequest>[]): Bench & { handle: DeviceHandle; answer(message: Partial<PageResponseMsg>): string | undefined } {
  const bench = benchOf(VTD, { linux: release })
  const handle = bench.iommu.attach({ rid: 0x300, ...init })
  for (const request of requests) bench.iommu.receive(requestBytes(VTD, request))
  return { ...bench, handle, answer: (message) => refusalOf(() => bench.iommu.respond(handle, { ...RESPONSE, ...message })) }
}

/** PASID-present and PASID of a response record. */
function pasidOf({ events }: Bench): number | null {
  const event = events.at(-1)
  if (event?.type !== 'answer') throw new Error('nothing was answered')
  const { pasidPresent, pasid } = vtdResponse(event.bytes)
  return pasidPresent ? pasid : null
}

function vtdResponse(bytes: Uint8Array): { pasidPresent: boolean; pasid: number } {
  const q0 = BigInt(`0x${Buffer.from(bytes.slice(0, 8)).reverse().toString('hex')}`)
  return { pasidPresent: ((q0 >> 4n) & 1n) === 1n, pasid: Number((q0 >> 32n) & 0xfffffn) }
}

describe.each(ALL)('Linux %s', (release) => {
  it('1: the device has a domain', () => expect(kernel(release, { domain: null }).answer({})).toBe('no-domain ENODEV -19'))

  it('2: the device has fault parameters', () => expect(kernel(release, { pri: { enable: false } }).answer({})).toBe('pri-disabled EINVAL -22'))

  it.each<[ResponseStruct, Partial<{ version: number; flags: number; argsz: number }>, boolean]>([
    ['linux.iommu-page-response-v5.3', {}, true],
    ['linux.iommu-page-response-v5.3', { version: 0 }, false],
    ['linux.iommu-page-response-v5.3', { version: 2 }, false],
    ['linux.iommu-page-response-v5.3', { flags: 3 }, false],
    ['linux.iommu-page-response-v5.3', { flags: 0x80000001 }, false],
    ['linux.iommu-page-response', {}, true],
    ['linux.iommu-page-response', { argsz: 23 }, false],
    ['linux.iommu-page-response', { version: 2 }, false],
    ['linux.iommu-page-response', { flags: 2 }, false],
  ])('3: version 1 and no flag but PASID_VALID: %s with %o', (struct, wrong, accepted) => {
    const { iommu, handle } = kernel(release, {}, {})
    const fields = { argsz: 24, version: 1, flags: 1, pasid: 0x12345, grpid: 0x1ab, code: 0, ...wrong }
    const { argsz: _argsz, ...old } = fields
    const bytes = struct === 'linux.iommu-page-response' ? linux.iommuPageResponse.encode(fields) : linux.iommuPageResponseV5_3.encode(old)
    expect(refusalOf(() => iommu.respondBytes(handle, bytes, struct))).toBe(accepted ? undefined : 'malformed EINVAL -22')
  })

  it('4: something is pending; a partial request is not', () => {
    expect(kernel(release).answer({})).toBe('nothing-pending EINVAL -22')
    expect(kernel(release, {}, { last: false }).answer({})).toBe('nothing-pending EINVAL -22')
  })

  it('5: the group is the same', () => {
    const { answer, handle } = kernel(release, {}, {})
    expect(answer({ pageReqGroupId: 0x1aa })).toBe('no-such-group EINVAL -22')
    expect(handle.outstanding.groups).toBe(1)
    expect(answer({})).toBeUndefined()
  })

  it('6: a request with a PASID is answered with the same', () => {
    const { answer, handle } = kernel(release, {}, {})
    expect(answer({ pasid: 0x12346 })).toBe('wrong-pasid EINVAL -22')
    expect(handle.outstanding.groups).toBe(1)
    expect(answer({})).toBeUndefined()
  })

  it('6: a request without a PASID is answered with any or none', () => {
    expect(kernel(release, {}, NO_PASID).answer({})).toBeUndefined()
    expect(kernel(release, {}, NO_PASID).answer(NO_PASID)).toBeUndefined()
  })

  it('7: a response to a request without a PASID has none', () => {
    const one = kernel(release, {}, NO_PASID)
    one.answer({})
    expect(pasidOf(one)).toBe(null)
  })

  it('8: the entry is dropped with its response', () => {
    const { answer, handle } = kernel(release, {}, {}, { pageReqGroupId: 1 })
    expect(answer({})).toBeUndefined()
    expect(handle.outstanding).toEqual({ groups: 1, requests: 1, partial: 0 })
    expect(answer({})).toBe('no-such-group EINVAL -22')
  })

  it('9: where nothing fits, nothing is answered', () => {
    const { answer, handle, iommu } = kernel(release, {}, {}, { pasid: 9, pageReqGroupId: 1 })
    const before = iommu.snapshot()
    expect(answer({ pasid: 9 })).toBe('wrong-pasid EINVAL -22')
    expect(answer({ pageReqGroupId: 2 })).toBe('no-such-group EINVAL -22')
    expect(iommu.snapshot()).toEqual(before)
    expect(handle.outstanding.groups).toBe(2)
  })

  it('does not look at the code; here a code that the format cannot express is refused', () => {
    expect(kernel(release, {}, {}).answer({ respCode: 2 })).toBe('wrong-code EINVAL -22')
  })
})

describe.each(OLD)('Linux %s, before RESPONSE_NEEDS_PASID', (release) => {
  it('6: compares the number, though the response does not mark it as present', () => {
    expect(kernel(release, {}, {}).answer({ pasidPresent: false })).toBeUndefined()
    expect(kernel(release, {}, {}).answer(NO_PASID)).toBe('wrong-pasid EINVAL -22')
  })

  it('6: does so for the bytes of a struct, too', () => {
    const { iommu, handle } = kernel(release, {}, {})
    iommu.respondBytes(handle, linux.pageResponseMsg.encode({ ...RESPONSE, pasidPresent: false, privateData: 0 }))
    expect(handle.outstanding.groups).toBe(0)
  })

  it('6: compares it also where the device takes none', () => {
    const { answer } = kernel(release, { pri: { prgResponsePasidRequired: false } }, {})
    expect(answer(NO_PASID)).toBe('wrong-pasid EINVAL -22')
    expect(answer({})).toBeUndefined()
  })

  it('7: the response has a PASID because the request had one', () => {
    const one = kernel(release, {}, {})
    one.answer({ pasidPresent: false })
    expect(pasidOf(one)).toBe(0x12345)
  })

  it('8: takes the first that fits', () => {
    const { answer, iommu } = kernel(release, {}, NO_PASID, {})
    answer({})
    expect(iommu.snapshot().pending).toMatchObject([{ pasid: 0x12345 }])
    const other = kernel(release, {}, {}, NO_PASID)
    other.answer({})
    expect(other.iommu.snapshot().pending).toMatchObject([{ pasid: null }])
  })
})

describe.each(NEW)('Linux %s, with RESPONSE_NEEDS_PASID', (release) => {
  const takesNone = { pri: { prgResponsePasidRequired: false } }

  it('6: asks for the PASID and its mark where the device needs it', () => {
    expect(kernel(release, {}, {}).answer({ pasidPresent: false })).toBe('wrong-pasid EINVAL -22')
    expect(kernel(release, {}, {}).answer(NO_PASID)).toBe('wrong-pasid EINVAL -22')
  })

  it('6: asks for nothing where the device does not', () => {
    expect(kernel(release, takesNone, {}).answer(NO_PASID)).toBeUndefined()
    expect(kernel(release, takesNone, {}).answer({ pasid: 9 })).toBeUndefined()
  })

  it('7: clears a PASID that is given and not needed', () => {
    const one = kernel(release, takesNone, {})
    one.answer({ pasid: 9 })
    expect(pasidOf(one)).toBe(null)
  })

  it('8: takes the first that fits, whatever its PASID, where the device needs none', () => {
    const { answer, iommu } = kernel(release, takesNone, { pasid: 3 }, { pasid: 1 }, { pasid: 2 })
    const left = (): unknown[] => iommu.snapshot().pending.map(({ pasid }) => pasid)
    answer({ pasid: 2 })
    expect(left()).toEqual([1, 2])
    answer(NO_PASID)
    expect(left()).toEqual([2])
    answer(NO_PASID)
    expect(left()).toEqual([])
  })

  it('8: takes the first that fits, with this PASID or without any, where the device needs one', () => {
    const { answer, iommu } = kernel(release, {}, NO_PASID, {}, { pasid: 9 })
    answer({})
    expect(iommu.snapshot().pending.map(({ pasid }) => pasid)).toEqual([0x12345, 9])
  })
})

describe("the service's own rule", () => {
  const own = (init: DeviceInit, ...requests: Partial<PageRequest>[]) => {
    const { iommu } = benchOf(VTD)
    const handle = iommu.attach({ rid: 0x300, ...init })
    for (const request of requests) iommu.receive(requestBytes(VTD, request))
    return { iommu, answer: (message: Partial<PageResponseMsg>) => refusalOf(() => iommu.respond(handle, { ...RESPONSE, ...message })) }
  }

  it.each([true, false])('asks for the PASID that the request had, whether the device takes it or not: %s', (prgResponsePasidRequired) => {
    const { answer } = own({ pri: { prgResponsePasidRequired } }, {})
    expect(answer(NO_PASID)).toBe('wrong-pasid EINVAL -22')
    expect(answer({ pasidPresent: false })).toBe('wrong-pasid EINVAL -22')
    expect(answer({ pasid: 9 })).toBe('wrong-pasid EINVAL -22')
    expect(answer({})).toBeUndefined()
  })

  it('takes the group of the PASID, and else the one without any', () => {
    const { iommu, answer } = own({}, NO_PASID, {})
    answer({})
    expect(iommu.snapshot().pending).toMatchObject([{ pasid: null }])
    expect(answer({})).toBeUndefined()
    expect(iommu.outstanding.groups).toBe(0)
  })
})
