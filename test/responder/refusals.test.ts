import { describe, expect, it } from 'vitest'
import { Iommu, iommuFormats, linux } from '../../src/index.ts'
import type { DeviceHandle, PageResponseMsg, ResponseStruct } from '../../src/index.ts'
import { benchOf, NO_PASID, refusalOf, requestBytes, RESPONSE, stateOf } from './support.ts'
import type { Bench } from './support.ts'
import { toHex } from '../support/bytes.ts'

/** What may not be answered, why, and that nothing changes when it is tried. */

const VTD = 'vtd.page-request'
const BIG = 2n ** 128n

/** Two devices with the same group pending on each. */
function two(format = VTD): Bench & { mine: DeviceHandle; other: DeviceHandle } {
  const bench = benchOf(format)
  const mine = bench.iommu.attach({ rid: 0x300 })
  const other = bench.iommu.attach({ rid: 0x308 })
  for (const rid of [0x300, 0x308]) bench.iommu.receive(requestBytes(format, {}, { rid }))
  return { ...bench, mine, other }
}

/** The refusal of a response, which leaves every state as it was, and every answer that could be given still to be given. */
function refused({ iommu, mine, other }: ReturnType<typeof two>, handle: unknown, message: unknown): string | undefined {
  const before = stateOf(iommu, [mine, other])
  const reason = refusalOf(() => iommu.respond(handle as DeviceHandle, message as PageResponseMsg))
  expect(stateOf(iommu, [mine, other])).toEqual(before)
  return reason
}

describe('a handle', () => {
  const forgeries: [string, (handle: DeviceHandle) => unknown][] = [
    ['nothing', () => undefined],
    ['null', () => null],
    ['its number', (handle) => handle.device],
    ['its text', (handle) => String(handle)],
    ['an object', () => ({})],
    ['a copy of its properties', (handle) => ({ device: handle.device, identity: handle.identity, outstanding: handle.outstanding, attached: true })],
    ['a spread of it', (handle) => ({ ...handle })],
    ['a structured clone', (handle) => structuredClone(handle)],
    ['an object that inherits from it', (handle) => Object.create(handle)],
    ['a proxy', (handle) => new Proxy(handle, {})],
    ['another of its class', (handle) => new (handle.constructor as new (device: unknown) => unknown)(handle)],
    ['one with its prototype', (handle) => Object.setPrototypeOf({ device: 1 }, Object.getPrototypeOf(handle) as object)],
  ]

  it.each(forgeries)('cannot be forged: %s', (_what, forge) => {
    const bench = two()
    const forged = forge(bench.mine)
    expect(refused(bench, forged, RESPONSE)).toBe('foreign-handle EBADF -9')
    expect(refusalOf(() => bench.iommu.respondBytes(forged as DeviceHandle, new Uint8Array(24)))).toBe('foreign-handle EBADF -9')
    expect(refusalOf(() => bench.iommu.detach(forged as DeviceHandle))).toBe('foreign-handle EBADF -9')
  })

  it('is of no use in another IOMMU, though the same device is there', () => {
    const here = two()
    const there = two()
    expect(refused(here, there.mine, RESPONSE)).toBe('foreign-handle EBADF -9')
    expect(refusalOf(() => here.iommu.detach(there.mine))).toBe('foreign-handle EBADF -9')
  })

  it('is of no use after detach, though the device is attached again', () => {
    const bench = two()
    bench.iommu.detach(bench.mine)
    const again = bench.iommu.attach({ rid: 0x300 })
    bench.iommu.receive(requestBytes(VTD))
    expect(refused(bench, bench.mine, RESPONSE)).toBe('detached ENODEV -19')
    expect(bench.mine.attached).toBe(false)
    bench.iommu.respond(again, RESPONSE)
  })

  it('answers for its own device alone', () => {
    const bench = two()
    expect(toHex(bench.iommu.respond(bench.mine, RESPONSE)).slice(4, 8)).toBe('0003')
    expect(refused(bench, bench.mine, RESPONSE)).toBe('nothing-pending EINVAL -22')
    expect(bench.other.outstanding.groups).toBe(1)
  })

  it('shows nothing that can be changed', () => {
    const { mine } = two()
    expect(Object.isFrozen(mine)).toBe(true)
    expect(Object.isFrozen(mine.identity)).toBe(true)
    expect(Object.keys(mine)).toEqual([])
  })
})

describe('a message', () => {
  const bad: [string, unknown][] = [
    ['nothing', undefined], ['null', null], ['a text', 'success'], ['a function', () => RESPONSE], ['an empty object', {}],
    ...([
      ['addr', [-1n, 1n << 64n, 0, '0x0', undefined]],
      ['pasid', [-1, 2 ** 32, 0x100000, 1.5, NaN, Infinity, '5', 5n, null, undefined]],
      ['respCode', [-1, 16, 0.5, NaN, '0', 0n, false, undefined]],
      ['pasidPresent', [0, 1, 'true', null, undefined]],
      ['pageReqGroupId', [-1, 2 ** 32, 1.5, NaN, '1', 1n, undefined]],
      ['type', [0, 3, -1, 1.5, '2', 2n, undefined]],
      ['privateData', [-1n, BIG, 0, undefined]],
    ] as [string, unknown[]][]).flatMap(([field, values]) => values.map((value): [string, unknown] => [`${field} ${typeof value} ${String(value)}`, { ...RESPONSE, [field]: value }])),
  ]

  it.each(bad)('that is no response is refused: %s', (_what, message) => {
    const bench = two()
    expect(refused(bench, bench.mine, message)).toBe('malformed EINVAL -22')
  })

  it('is read once: what was checked is what is used', () => {
    const { iommu, mine } = two()
    const reads: string[] = []
    const message = new Proxy(RESPONSE, {
      get(target, name) {
        reads.push(String(name))
        return reads.filter((one) => one === name).length > 1 ? 5 : target[name as keyof PageResponseMsg]
      },
    })
    iommu.respond(mine, message)
    expect(reads.sort()).toEqual(Object.keys(RESPONSE).sort())
  })

  it('may have the greatest PASID, group index, address and private data', () => {
    const { iommu } = benchOf(VTD)
    const handle = iommu.attach({ rid: 0x300 })
    iommu.receive(requestBytes(VTD, { pasid: 0xfffff }))
    const greatest = { ...RESPONSE, pasid: 0xfffff, addr: (1n << 64n) - 1n, privateData: BIG - 1n }
    expect(refusalOf(() => iommu.respond(handle, { ...greatest, pageReqGroupId: 2 ** 32 - 1 }))).toBe('no-such-group EINVAL -22')
    expect(refusalOf(() => iommu.respond(handle, { ...greatest, pasidPresent: false, pasid: 2 ** 32 - 1 }))).toBe('wrong-pasid EINVAL -22')
    expect(toHex(iommu.respond(handle, greatest)).slice(8, 16)).toBe('ffff0f00')
  })

  it.each([0, 1, 0xf])('may have code %d', (respCode) => {
    const { iommu, mine } = two()
    expect(toHex(iommu.respond(mine, { ...RESPONSE, respCode })).slice(2, 4)).toBe(`${respCode.toString(16)}0`)
  })

  it.each(iommuFormats.flatMap((format) => [2, 3, 7, 0xe].map((code) => [format, code] as const)))('may have no code that %s cannot express: %d', (format, respCode) => {
    const bench = two(format)
    expect(refused(bench, bench.mine, { ...RESPONSE, respCode })).toBe('wrong-code EINVAL -22')
  })
})

describe('the order of the checks', () => {
  // Each message is wrong in this way and in every later one; each step mends one of them.
  it('is as documented', () => {
    const { iommu } = benchOf(VTD)
    const other = new Iommu({ format: VTD, clock: () => 0 }).attach({ rid: 0x300 })
    const bad = { ...RESPONSE, respCode: 99, type: 1, pasid: 1, pageReqGroupId: 0 }
    const attempt = (handle: DeviceHandle, message: PageResponseMsg): string | undefined => refusalOf(() => iommu.respond(handle, message))?.split(' ')[0]
    expect(attempt(other, bad)).toBe('foreign-handle')

    const gone = iommu.attach({ rid: 0x300, domain: null, pri: { enable: false } })
    iommu.detach(gone)
    expect(attempt(gone, bad)).toBe('detached')
    const homeless = iommu.attach({ rid: 0x300, domain: null, pri: { enable: false } })
    expect(attempt(homeless, bad)).toBe('no-domain')
    iommu.detach(homeless)
    const disabled = iommu.attach({ rid: 0x300, pri: { enable: false } })
    expect(attempt(disabled, bad)).toBe('pri-disabled')
    iommu.detach(disabled)
    const handle = iommu.attach({ rid: 0x300 })
    expect(attempt(handle, bad)).toBe('malformed')
    expect(attempt(handle, { ...bad, respCode: 5 })).toBe('nothing-pending')
    iommu.receive(requestBytes(VTD))
    expect(attempt(handle, { ...bad, respCode: 5 })).toBe('no-such-group')
    expect(attempt(handle, { ...bad, respCode: 5, pageReqGroupId: 0x1ab })).toBe('wrong-pasid')
    expect(attempt(handle, { ...RESPONSE, respCode: 5, type: 1 })).toBe('wrong-type')
    expect(attempt(handle, { ...RESPONSE, respCode: 5 })).toBe('wrong-code')
    expect(attempt(handle, RESPONSE)).toBeUndefined()
  })
})

describe('a C struct', () => {
  const {
    pageResponseMsg, pageResponseMsgBe, iommuPageResponse, iommuPageResponseBe, iommuPageResponseV5_3, iommuPageResponseV5_3Be, iommuPageResponseV6_10, iommuPageResponseV6_10Be,
  } = linux
  const msg = { ...RESPONSE, privateData: 0 }
  const uapi = { version: 1, flags: 1, pasid: 0x12345, grpid: 0x1ab, code: 0 }
  const inKernel = { pasid: 0x12345, grpid: 0x1ab, code: 0 }
  const structs: [ResponseStruct, Uint8Array][] = [
    ['linux.page-response-msg', pageResponseMsg.encode(msg)],
    ['linux.page-response-msg-be', pageResponseMsgBe.encode(msg)],
    ['linux.iommu-page-response-v5.3', iommuPageResponseV5_3.encode(uapi)],
    ['linux.iommu-page-response-v5.3-be', iommuPageResponseV5_3Be.encode(uapi)],
    ['linux.iommu-page-response', iommuPageResponse.encode({ argsz: 24, ...uapi })],
    ['linux.iommu-page-response-be', iommuPageResponseBe.encode({ argsz: 24, ...uapi })],
    ['linux.iommu-page-response-v6.10', iommuPageResponseV6_10.encode(inKernel)],
    ['linux.iommu-page-response-v6.10-be', iommuPageResponseV6_10Be.encode(inKernel)],
  ]

  it.each(structs)('is answered as the message that it is: %s', (struct, bytes) => {
    const byMessage = two()
    const byBytes = two()
    expect(toHex(byBytes.iommu.respondBytes(byBytes.mine, bytes, struct))).toBe(toHex(byMessage.iommu.respond(byMessage.mine, RESPONSE)))
  })

  it.each(structs)('must be of its length: %s', (struct, bytes) => {
    const bench = two()
    for (const wrong of [new Uint8Array(), bytes.slice(1), bytes.slice(0, -1), Uint8Array.of(...bytes, 0)]) {
      expect(refusalOf(() => bench.iommu.respondBytes(bench.mine, wrong, struct))).toBe('malformed EINVAL -22')
    }
    expect(bench.mine.outstanding.groups).toBe(1)
  })

  it.each([undefined, null, 'text', {}, [1], new ArrayBuffer(24)])('must be bytes: %s', (bytes) => {
    const { iommu, mine } = two()
    expect(refusalOf(() => iommu.respondBytes(mine, bytes as never))).toBe('malformed EINVAL -22')
  })

  it('must have its reserved bits clear', () => {
    const bench = two()
    for (let bit = 12 * 8 + 14; bit < 16 * 8; bit++) {
      const bytes = pageResponseMsg.encode(msg)
      bytes[bit >> 3]! |= 1 << (bit & 7)
      expect(refusalOf(() => bench.iommu.respondBytes(bench.mine, bytes))).toBe('malformed EINVAL -22')
    }
    bench.iommu.respondBytes(bench.mine, pageResponseMsg.encode(msg))
  })

  it('may have no code without a meaning, though PCIe reads those as a failure', () => {
    const { iommu, mine } = two()
    for (let respCode = 2; respCode < 0xf; respCode++) {
      expect(refusalOf(() => iommu.respondBytes(mine, pageResponseMsg.encode({ ...msg, respCode })))).toBe('wrong-code EINVAL -22')
    }
    expect(toHex(iommu.respondBytes(mine, pageResponseMsg.encode({ ...msg, respCode: 0xf }))).slice(0, 4)).toBe('19f0')
  })

  it('may have no type without a meaning', () => {
    const { iommu, mine } = two()
    for (const type of [0, 3, 2 ** 32 - 1]) expect(refusalOf(() => iommu.respondBytes(mine, pageResponseMsg.encode({ ...msg, type })))).toBe('malformed EINVAL -22')
  })

  it('may hold anything where a PASID would be, if it says that it has none', () => {
    const { iommu } = benchOf(VTD)
    const handle = iommu.attach({ rid: 0x300 })
    iommu.receive(requestBytes(VTD, NO_PASID))
    iommu.respondBytes(handle, pageResponseMsg.encode({ ...msg, pasidPresent: false, pasid: 0xffffffff }))
    expect(handle.outstanding.groups).toBe(0)
  })

  it('is copied before it is read', () => {
    const { iommu, mine, events } = two()
    const bytes = Buffer.from(pageResponseMsg.encode(msg))
    iommu.respondBytes(mine, bytes)
    bytes.fill(0)
    expect(events.findLast(({ type }) => type === 'respond-bytes')).toMatchObject({ bytes: pageResponseMsg.encode(msg) })
  })

  it('that carries no response is an error of the caller', () => {
    const { iommu, mine } = two()
    expect(() => iommu.respondBytes(mine, new Uint8Array(8), 'linux.iommufd-page-response' as ResponseStruct)).toThrowError(expect.objectContaining({ name: 'CodecError', field: 'struct' }))
  })
})
