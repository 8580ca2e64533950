import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseLspci } from '../../src/ingest/lspci-spaces.ts'
import { capabilities, check, CodecError, config, vtd } from '../../src/index.ts'
import type { Capabilities } from '../../src/index.ts'

/** Configuration space, all 0 but for the capabilities given by their offset, as hex. */
function space(parts: Readonly<Record<number, string>>, length = 4096): Uint8Array {
  const bytes = new Uint8Array(8192)
  for (const [offset, hex] of Object.entries(parts)) bytes.set(Buffer.from(hex.replaceAll(' ', ''), 'hex'), Number(offset))
  return bytes.slice(0, length)
}

/** Header of an extended capability. */
const header = (id: number, next: number, version = 1): string => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(((next << 20) | (version << 16) | id) >>> 0)
  return bytes.toString('hex')
}

const idsOf = ({ findings }: Capabilities): string[] => findings.map(({ id }) => id)
const offsetsOf = ({ list }: Capabilities): number[] => list.map(({ offset }) => offset)

const ats = (next: number): string => `${header(0xf, next)} 25000080` // depth 5, page aligned, enabled
const pri = (next: number): string => `${header(0x13, next)} 01000000 20000000 10000000` // enabled, capacity 32, allocation 16
const pasid = (next: number): string => `${header(0x1b, next)} 06140100` // execute, privileged, width 20, enabled

describe('the walk', () => {
  it('follows the list and decodes ATS, PRI and PASID', () => {
    const found = capabilities(space({ 0x100: header(1, 0x148, 2), 0x148: pasid(0x200), 0x200: pri(0x300), 0x300: ats(0) }))
    expect(found.list).toEqual([
      { offset: 0x100, id: 1, name: 'Advanced Error Reporting', version: 2, next: 0x148 },
      { offset: 0x148, id: 0x1b, name: 'Process Address Space ID', version: 1, next: 0x200 },
      { offset: 0x200, id: 0x13, name: 'Page Request Interface', version: 1, next: 0x300 },
      { offset: 0x300, id: 0xf, name: 'Address Translation Service', version: 1, next: 0 },
    ])
    expect(found.ats).toMatchObject({ invalidateQueueDepth: 5, pageAlignedRequest: true, globalInvalidateSupported: false, relaxedOrderingSupported: false, smallestTranslationUnit: 0, enable: true })
    expect(found.queueDepth).toBe(5)
    expect(found.pri).toMatchObject({ enable: true, pageRequestCapacity: 32, pageRequestAllocation: 16, prgResponsePasidRequired: false })
    expect(found.pasid).toMatchObject({ maxPasidWidth: 20, executePermissionSupported: true, privilegedModeSupported: true, enable: true })
    expect(found.findings).toEqual([])
  })

  it('names every ID that it knows, and shows the others', () => {
    const { list } = capabilities(space({ 0x100: header(0x7fff, 0x104, 15), 0x104: header(0x31, 0) }))
    expect(list.map(({ id, name, version }) => [id, name, version])).toEqual([[0x7fff, '', 15], [0x31, 'Physical Layer 64.0 GT/s', 1]])
  })

  it('takes an empty space for one without capabilities, and a null capability for one', () => {
    expect(capabilities(space({}))).toEqual({ list: [], ats: null, queueDepth: null, pri: null, pasid: null, findings: [] })
    expect(offsetsOf(capabilities(space({ 0x100: header(0, 0x200, 0), 0x200: header(1, 0) })))).toEqual([0x100, 0x200])
  })

  it('goes to the last place where a header fits', () => {
    expect(offsetsOf(capabilities(space({ 0x100: header(1, 0) }, 0x104)))).toEqual([0x100])
    expect(offsetsOf(capabilities(space({ 0x100: header(1, 0xffc), 0xffc: header(2, 0) })))).toEqual([0x100, 0xffc])
  })

  const broken: readonly [what: string, parts: Record<number, string>, ids: string[], offsets: number[], length?: number][] = [
    ['a loop', { 0x100: header(1, 0x200), 0x200: header(2, 0x300), 0x300: header(3, 0x200) }, ['capability-loop'], [0x100, 0x200, 0x300]],
    ['a capability that points to itself', { 0x100: header(1, 0x100) }, ['capability-loop'], [0x100]],
    ['a pointer below 0x100', { 0x100: header(1, 0xfc) }, ['pointer-below-0x100'], [0x100]],
    ['a pointer of 4', { 0x100: header(1, 4) }, ['pointer-below-0x100'], [0x100]],
    ['a pointer that is no multiple of 4', { 0x100: header(1, 0x202), 0x200: header(2, 0) }, ['pointer-unaligned'], [0x100, 0x200]],
    ['a pointer of 3, which leaves 0', { 0x100: header(1, 3) }, ['pointer-unaligned'], [0x100]],
    ['a pointer past a shorter space', { 0x100: header(1, 0x1fe) }, ['pointer-unaligned', 'pointer-out-of-range'], [0x100], 0x1fe],
    ['a pointer to the end of a shorter space', { 0x100: header(1, 0x200) }, ['pointer-out-of-range'], [0x100], 0x203],
    ['a pointer to nothing', { 0x100: header(1, 0x200) }, ['pointer-to-nothing'], [0x100]],
    ['a function that does not answer', { 0x100: 'ffffffff' }, ['no-answer'], []],
    ['a function that stops answering', { 0x100: header(1, 0x200), 0x200: 'ffffffff' }, ['no-answer'], [0x100]],
    ['a capability inside another', { 0x100: `${header(0x13, 0x108)} 00000001 ${header(2, 0)}` }, ['capabilities-overlap'], [0x100, 0x108]],
    ['a capability inside one that comes later', { 0x100: header(1, 0x204), 0x200: `${header(0xf, 0)} ${header(1, 0x200)}` }, ['capabilities-overlap'], [0x100, 0x204, 0x200]],
    ['a capability that comes twice', { 0x100: ats(0x200), 0x200: `${header(0xf, 0)} 03000000` }, ['capability-twice'], [0x100, 0x200]],
    ['a capability that is cut short', { 0x100: pri(0) }, ['truncated'], [0x100], 0x10f],
    ['reserved bits', { 0x100: `${header(0x1b, 0)} 01140000` }, ['reserved'], [0x100]],
  ]
  it.each(broken)('survives and reports %s', (_what, parts, ids, offsets, length = 4096) => {
    const found = capabilities(space(parts, length))
    expect(idsOf(found)).toEqual(ids)
    expect(offsetsOf(found)).toEqual(offsets)
    for (const { message, clause } of found.findings) expect([message, clause].join(' ')).toMatch(/.{20}.*PCIe Base Specification/)
  })

  it('says of a pointer to nothing where it stands, and where it leads', () => {
    const { findings } = capabilities(space({ 0x100: header(1, 0x200) }))
    expect(findings).toMatchObject([{ id: 'pointer-to-nothing', offset: 0x100, message: expect.stringMatching(/\b0x200\b/) }])
  })

  it('keeps capabilities that touch apart from those that overlap', () => {
    expect(idsOf(capabilities(space({ 0x100: `${header(0x13, 0x110)} 01000000 20000000 20000000 ${ats(0)}` })))).toEqual([])
  })

  it('takes the first of two, and the second says where', () => {
    const found = capabilities(space({ 0x100: ats(0x200), 0x200: `${header(0xf, 0)} 03000000` }))
    expect(found.queueDepth).toBe(5)
    expect(found.findings).toMatchObject([{ id: 'capability-twice', offset: 0x200 }])
  })

  it('reads over reserved bits', () => {
    expect(capabilities(space({ 0x100: `${header(0x1b, 0)} f1140000` })).pasid).toMatchObject({ maxPasidWidth: 20 })
  })

  it.each([0, 64, 255, 256, 259])('says that %i bytes have no extended capabilities', (length) => {
    expect(capabilities(new Uint8Array(length).fill(0xff))).toMatchObject({ list: [], ats: null, pri: null, pasid: null, findings: [{ id: 'no-extended-space', severity: 'note' }] })
  })

  it('leaves what is longer than configuration space alone', () => {
    const found = capabilities(space({ 0x100: header(1, 0xff8), 0xff8: header(0x13, 0) }, 8192))
    expect(idsOf(found)).toEqual(['space-too-long', 'truncated'])
    expect(found.pri).toBeNull()
  })

  it('refuses what is no Uint8Array', () => {
    for (const wrong of ['00', [0], new ArrayBuffer(4096), null]) expect(() => capabilities(wrong as never)).toThrow(CodecError)
  })

  it('never throws, whatever the bytes', () => {
    const pointers = fc.array(fc.tuple(fc.integer({ min: 0x40, max: 0x3ff }), fc.constantFrom(0xf, 0x13, 0x1b, 1, 0), fc.integer({ min: 0, max: 0xfff })), { maxLength: 40 })
    fc.assert(fc.property(pointers, fc.integer({ min: 0, max: 4097 }), fc.uint8Array({ maxLength: 64 }), (headers, length, noise) => {
      const bytes = space({}, 4100)
      bytes.set(noise, 0x100)
      for (const [at, id, next] of headers) bytes.set(Buffer.from(header(id, next), 'hex'), at * 4)
      const { list, findings } = capabilities(bytes.subarray(0, length))
      expect(new Set(list.map(({ offset }) => offset)).size).toBe(list.length)
      for (const { offset } of [...list, ...findings]) expect(offset).toBeLessThanOrEqual(4096)
    }))
  })
})

describe('the findings', () => {
  it('hold the capabilities against each other', () => {
    expect(capabilities(space({ 0x100: pri(0) })).findings).toMatchObject([{ id: 'enabled-without-ats', offset: 0x100, field: 'enable' }])
    expect(capabilities(space({ 0x100: pri(0x200), 0x200: `${header(0xf, 0)} 05000000` })).findings).toMatchObject([{ id: 'enabled-without-ats', offset: 0x100 }])
    expect(capabilities(space({ 0x100: pri(0x200), 0x200: ats(0) })).findings).toEqual([])
  })

  it('are those of check', () => {
    const found = capabilities(space({ 0x100: `${header(0x1b, 0)} 00150700` }))
    expect(found.findings.map(({ offset, ...finding }) => finding)).toEqual(check(config.pasidCapability, found.pasid!, { capabilities: found }))
    expect(idsOf(found)).toEqual(['pasid-width-above-20', 'execute-enabled-unsupported', 'privileged-enabled-unsupported'])
  })
})

describe('as the context of check', () => {
  const response = { pasidPresent: true, respCode: 0, rid: 0x300, pasid: 0x10000, prgIndex: 3 }
  it('tells what the record alone cannot', () => {
    const narrow = capabilities(space({ 0x100: `${header(0x1b, 0x200)} 00100100`, 0x200: pri(0x300), 0x300: ats(0) }))
    expect(check(vtd.pageGroupResponse, response, { capabilities: narrow }).map(({ id }) => id)).toEqual(['pasid-not-taken', 'pasid-too-wide'])
    expect(check(vtd.pageGroupResponse, response)).toEqual([])
  })
})

const SAMPLES = fileURLToPath(new URL('../../../shared/samples/config-space/', import.meta.url))
const there = existsSync(SAMPLES)
if (!there) console.warn(`skipped: the samples of configuration spaces are not at ${SAMPLES}`)

describe.skipIf(!there)('captured configuration spaces (shared samples)', () => {
  const read = (file: string) => parseLspci(readFileSync(`${SAMPLES}${file}.txt`, 'utf8')).map(({ name, bytes, problem }) => ({ name, problem, length: bytes.length, ...capabilities(bytes) }))

  it('an accelerator with ATS, PASID and PRI', () => {
    const [device, ...others] = read('pciutils-pri-pasid')
    expect(others).toEqual([])
    expect(device).toMatchObject({ name: '6a:01.0', length: 4096, queueDepth: 32 })
    expect(device!.list.filter(({ id }) => [0xf, 0x1b, 0x13].includes(id)).map(({ offset, id }) => [offset, id])).toEqual([[0x220, 0xf], [0x230, 0x1b], [0x240, 0x13]])
    expect(device!.ats).toMatchObject({ pageAlignedRequest: true, globalInvalidateSupported: true, relaxedOrderingSupported: false, invalidateQueueDepth: 0, smallestTranslationUnit: 0, enable: true })
    expect(device!.pasid).toMatchObject({ executePermissionSupported: false, privilegedModeSupported: true, maxPasidWidth: 20, enable: true, executePermissionEnable: false, privilegedModeEnable: true })
    expect(device!.pri).toMatchObject({ enable: false, stopped: true, prgResponsePasidRequired: true, pageRequestCapacity: 0x200, pageRequestAllocation: 0 })
    expect(idsOf(device!)).toEqual(['queue-depth-32'])
  })

  it('graphics with PASID, ATS and PRI that says neither enabled nor stopped', () => {
    const [device] = read('pciutils-cap-pasid-pri')
    expect(device!.name).toBe('00:02.0')
    expect(device!.list.map(({ offset, id }) => [offset, id])).toEqual([[0x100, 0x1b], [0x200, 0xf], [0x300, 0x13]])
    expect(device!.ats).toMatchObject({ pageAlignedRequest: true, globalInvalidateSupported: false, enable: true })
    expect(device!.pasid).toMatchObject({ executePermissionSupported: true, privilegedModeSupported: false, maxPasidWidth: 20, enable: true, executePermissionEnable: true })
    expect(device!.pri).toMatchObject({ enable: false, stopped: false, prgResponsePasidRequired: true, pageRequestCapacity: 0x8000 })
    expect(idsOf(device!)).toEqual(['queue-depth-32', 'disabled-not-stopped'])
  })

  it('PASID alone', () => {
    const [device] = read('pciutils-cap-ide')
    expect(device).toMatchObject({ name: 'e1:00.0', ats: null, pri: null, queueDepth: null, findings: [] })
    expect(device!.list.find(({ id }) => id === 0x1b)?.offset).toBe(0x5f0)
    expect(device!.pasid).toMatchObject({ executePermissionSupported: true, privilegedModeSupported: true, maxPasidWidth: 16, enable: true, executePermissionEnable: false, privilegedModeEnable: false })
  })

  it('ATS with all registers 0', () => {
    const [device] = read('pciutils-cap-address-xlation')
    expect(device!.list.at(-1)).toMatchObject({ offset: 0x1c4, id: 0xf })
    expect(device).toMatchObject({ name: '02:00.0', queueDepth: 32, ats: { pageAlignedRequest: false, globalInvalidateSupported: false, enable: false }, pri: null, pasid: null })
  })

  it.each(['aer-ecrc-label', 'aer-hdr', 'aer-log', 'aer-root', 'dpc', 'flitmode'])('nothing of ours in %s', (file) => {
    const devices = read(`pciutils-cap-${file}`)
    expect(devices).toHaveLength(file === 'aer-root' ? 2 : 1)
    for (const { ats: none, pri: nor, pasid: neither, problem, findings, length } of devices) {
      expect([none, nor, neither, problem]).toEqual([null, null, null, undefined])
      expect(findings.map(({ id }) => id)).toEqual(length === 256 ? ['no-extended-space'] : [])
    }
  })
})
