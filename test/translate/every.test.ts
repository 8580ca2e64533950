import { expect, it } from 'vitest'
import { convert, fromPageResponse, nearest, record, requestFormats, responseFormats, responses, toPageRequest, translations } from '../../src/index.ts'
import { read } from '../../src/ingest/index.ts'

const bytes = record('vtd.page-request').encode({ pasidPresent: true, rid: 0x300, pasid: 0x12345, executeRequested: false, privilegedModeRequested: false, read: true, write: false, last: true, prgIndex: 0x1ab, address: 0x7f01_2345_6000n } as never)

it('translates a record into every format of its kind, or says why not', () => {
  const all = translations('vtd.page-request', bytes)
  expect(all.map(({ id }) => id)).toEqual(requestFormats)
  const good = all.filter((one) => 'bytes' in one)
  expect(good.length).toBeGreaterThan(5)
  for (const { id, bytes: own } of good) expect(own, id).toEqual(convert('vtd.page-request', id, bytes).bytes)
  const bad = all.filter((one) => 'error' in one)
  expect(bad.map(({ error }) => error.code)).toEqual(bad.map(() => 'translate'))
  expect(bad.map(({ id }) => id)).toContain('linux.iommufd-pgfault')
})

it('has none for a record that carries nothing', () => {
  expect(translations('config.ats-capability', new Uint8Array(8))).toEqual([])
})

it('answers a request in every format', () => {
  const read = toPageRequest('vtd.page-request', record('vtd.page-request').decode(bytes))
  const all = responses(read, 1, { identity: { cookie: 7 } })
  expect(all.map(({ id }) => id)).toEqual(responseFormats)
  const own = all.find(({ id }) => id === 'vtd.page-group-response')!
  expect(own).toMatchObject({ packet: { respCode: 1, prgIndex: 0x1ab, rid: 0x300 } })
  expect(all.find(({ id }) => id === 'linux.iommufd-page-response')).toMatchObject({ packet: { cookie: 7 } })
  const response = { addr: 0n, pasid: 0x12345, respCode: 1, pasidPresent: true, pageReqGroupId: 0x1ab, type: 2, privateData: read.request.privateData }
  expect(own).toMatchObject(fromPageResponse('vtd.page-group-response', response, read.identity))
})

it('finds the record that bytes nearly are', () => {
  const other = Uint8Array.from(bytes)
  other[0] = 3
  expect(nearest(other)[0]).toMatchObject({ bits: 1, differs: [{ expected: 1n, actual: 3n }] })
  expect(nearest(other).map(({ id }) => id)).toContain('vtd.page-request')
  // One value that is wrong in each of its bits is one thing.
  other[0] = 0xfe
  expect(nearest(other)[0]).toMatchObject({ id: 'vtd.page-request', bits: 8 })
})

it('says what speaks against a record whose fixed bits are right', () => {
  // Synthetic: a code that the kernel does not name.
  const response = Uint8Array.from(Buffer.from('010000000000000001000000a15875d002000000', 'hex'))
  const [near] = nearest(response)
  expect(near).toMatchObject({ id: 'linux.iommu-page-response-v5.3', bits: 0, differs: [] })
  expect(near!.difference).toBe('it has a PASID and says that it has none')
  expect(read(`${Buffer.from(response).toString('hex')}\n`).items[0]!.findings[0]).toMatchObject({ id: 'unidentified', message: expect.stringContaining('the nearest is linux.iommu-page-response-v5.3 (it has a PASID') })
  const other = Uint8Array.from(bytes)
  other[15] = 0
  other[2] = 0xff
  other[16] = 1
  expect(nearest(other).map(({ difference }) => difference).join()).toMatch(/reserved bits q2\[63:0\] are not 0/)
})

it('finds an array of bytes that is all of the input', () => {
  const rows = Array.from({ length: 4 }, (_, i) => `\t${[...bytes.subarray(8 * i, 8 * i + 8)].map((byte) => `0x${byte.toString(16)}`).join(', ')},`)
  expect(read(`u8 buf[] = {\n${rows.join('\n')}\n};\n`).items.map(({ record }) => record)).toEqual(['vtd.page-request'])
})
