import { describe, expect, it } from 'vitest'
import { CodecError, convert, encodePacket, fromPageRequest, fromPageResponse, requestFormats, responseFormats, toPageRequest, toPageResponse } from '../../src/index.ts'
import { isFailure, NUMBERINGS } from '../../src/spec/numbering.ts'

const request = {
  addr: 0n, pasid: 5, pasidPresent: true, pageReqGroupId: 9, last: true, read: false, write: false, execute: false, privileged: false, privateData: 0n,
}
const response = { addr: 0n, pasid: 5, respCode: 0, pasidPresent: true, pageReqGroupId: 9, type: 2, privateData: 0n }
const identity = { rid: 0x300, segment: 0, pasidRequired: true, iommuRid: 0, devId: 1, cookie: 7, streamResponseRequested: false, batchOfFaults: false }

/** Values of every kind that no field can have. */
const strange = [Symbol('x'), null, 'false', [], {}, () => 0, NaN, 2 ** 53, -1, 1n << 200n, -1n, 5, 5n, true]

function refusal(run: () => unknown): CodecError | undefined {
  try {
    run()
    return undefined
  } catch (error) {
    expect(error).toBeInstanceOf(CodecError)
    return error as CodecError
  }
}

describe('generic shapes are checked as messages are', () => {
  const bad = (fields: object): [name: string, value: unknown][] =>
    Object.entries(fields).flatMap(([name, right]) => strange.filter((value) => typeof value !== typeof right).map((value) => [name, value] as [string, unknown]))

  it.each(requestFormats)('of a request into %s', (id) => {
    for (const [name, value] of bad(request)) {
      expect(refusal(() => fromPageRequest(id, { ...request, [name]: value } as never, identity)), `${name} ${typeof value}`).toMatchObject({ code: 'type', record: id, field: name })
    }
    for (const [name, value] of bad(identity)) expect(refusal(() => fromPageRequest(id, request, { ...identity, [name]: value } as never)), name).toMatchObject({ code: 'type', field: name })
    for (const name of Object.keys(request)) expect(refusal(() => fromPageRequest(id, { ...request, [name]: undefined } as never, identity)), name).toMatchObject({ code: 'type', field: name })
  })

  it.each(responseFormats)('of a response into %s', (id) => {
    for (const [name, value] of bad(response)) expect(refusal(() => fromPageResponse(id, { ...response, [name]: value } as never, identity)), name).toMatchObject({ code: 'type', field: name })
    for (const [name, value] of bad(identity)) expect(refusal(() => fromPageResponse(id, response, { ...identity, [name]: value } as never)), name).toMatchObject({ code: 'type', field: name })
  })

  it('and have no other fields', () => {
    expect(refusal(() => fromPageRequest('amd.ppr-log', { ...request, lst: true } as never, identity))).toMatchObject({ code: 'type', field: 'request.lst', expected: expect.stringContaining('did you mean last?') as string })
    expect(refusal(() => fromPageResponse('amd.complete-ppr-request', response, { ...identity, sgment: 1 } as never))).toMatchObject({ field: 'identity.sgment', expected: expect.stringContaining('did you mean segment?') as string })
  })

  it('and so are messages', () => {
    for (const value of strange.filter((one) => typeof one !== 'object' || one === null)) {
      expect(refusal(() => toPageRequest('amd.ppr-log', value as never)), String(value)).toMatchObject({ code: 'type', record: 'amd.ppr-log' })
      expect(refusal(() => toPageResponse('riscv.ats-prgr', value as never)), String(value)).toMatchObject({ code: 'type' })
    }
    expect(refusal(() => toPageRequest('amd.ppr-log', {}))).toMatchObject({ code: 'type', record: 'amd.ppr-log' })
    expect(refusal(() => toPageResponse('linux.iommufd-page-response', { cookie: 1, code: 0 }, 5 as never))).toMatchObject({ code: 'type', field: 'request' })
  })

  it('and options', () => {
    const misspelt = expect.stringContaining('did you mean allowLoss?') as string
    expect(refusal(() => fromPageRequest('amd.ppr-log', request, identity, { allowLos: true } as never))).toMatchObject({ code: 'type', field: 'options.allowLos', expected: misspelt })
    expect(refusal(() => fromPageResponse('amd.complete-ppr-request', response, identity, { allowloss: true } as never))).toMatchObject({ expected: misspelt })
    expect(refusal(() => convert('amd.ppr-log', 'amd.ppr-log', new Uint8Array(16), { offst: 1 } as never))).toMatchObject({ field: 'options.offst', expected: expect.stringContaining('did you mean offset?') as string })
    // What is given beside the bytes is of the record that is read.
    const bytes = encodePacket('amd.ppr-log', fromPageRequest('amd.ppr-log', request, identity).packet)
    for (const [name, value] of [['rid', 'x'], ['segment', 1n], ['pasidRequired', 1]] as const) expect(refusal(() => convert('amd.ppr-log', 'vtd.page-request', bytes, { identity: { [name]: value } as never })), name).toMatchObject({ code: 'type', record: 'amd.ppr-log', field: name })
    expect(refusal(() => convert('amd.ppr-log', 'vtd.page-request', bytes, { identity: { ridd: 1 } as never }))).toMatchObject({ field: 'options.identity.ridd', expected: expect.stringContaining('did you mean rid?') as string })
    for (const value of [null, 5, 'x']) expect(refusal(() => fromPageRequest('amd.ppr-log', request, identity, value as never)), String(value)).toMatchObject({ code: 'type', field: 'options' })
  })

  it('and formats', () => {
    for (const value of strange) expect(refusal(() => toPageRequest(value as never, {})), typeof value).toBeInstanceOf(CodecError)
  })
})

describe('a response code that is a failure', () => {
  it('is told by the numbers of its format', () => {
    const failing = (name: keyof typeof NUMBERINGS) => Array.from({ length: 16 }, (_, code) => code).filter((code) => isFailure(code, NUMBERINGS[name]))
    expect(failing('PCIe')).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15])
    expect(failing('Linux')).toEqual([2])
    expect(failing('iommufd')).toEqual([])
    expect(failing('CMD_PRI_RESP')).toEqual([0])
  })
})
