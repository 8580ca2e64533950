import { describe, expect, it } from 'vitest'
import { records } from '../../src/index.ts'
import { hexOf, read } from '../../src/ingest/index.ts'
import { noisy } from './struct-noise.ts'

/** Transactions as simulators print them, and what the command prints itself: all values are synthetic. */

const found = (text: string): unknown[] => read(text).items.map(({ record, message, said }) => [record, message, said])
const request = { requesterId: 0x3b01, prgIndex: 5, last: true, read: true, write: false, address: 0x7f0012345000n }
const RULE = '-'.repeat(56)
const table = (rows: readonly string[]): string => `${[RULE, 'Name              Type         Size  Value', RULE, ...rows, RULE].join('\n')}\n`

describe('a page request', () => {
  it('has its values in one line', () => {
    for (const line of [
      "requester_id = 16'h3b01, pasid=20'h12, prg_index = 9'h5, last=1, read=1, write=0, addr=64'h7f0012345000",
      "UVM_INFO mon.sv(212) @ 51200: env.mon [MON] req: (pri_req@349) { requester_id: 'h3b01  pasid: 'd18  prg_index: 'h5  last: 'h1  read: 'b1  write: 'h0  address: 'h7f00_1234_5000  } ",
      'PRI requester=3b:00.1 m_prg_idx=5 l=1 r=1 w=0 pasid=0x12 addr=0x7f0012345000',
    ]) for (const text of noisy(`${line}\n`)) expect(found(text), text).toEqual([['pcie.page-request', request, { pasid: 0x12 }]])
  })

  it('has its values in rows of a table', () => {
    const rows = ['req               pri_req      -     @1234', "  requester_id    integral     16    'h3b01", "  prg_index       integral     9     'h5", "  last            integral     1     'h1", "  read            integral     1     'h1", "  write           integral     1     'h0", "  address         integral     64    'h7f0012345000", '  begin_time      time         64    51200']
    expect(found(table(rows))).toEqual([['pcie.page-request', request, {}]])
    expect(found(`${table(rows)}${table(rows)}`)).toHaveLength(2)
    expect(found(table(rows.slice(0, 3)))).toEqual([])
  })
})

it('a response has a destination and a code', () => {
  expect(found("# rsp: (prg_rsp@77) { destination_id: 'h3b01  prg_index: 'h5  response_code: 'hf  }\n")).toEqual([['pcie.prg-response', { destinationId: 0x3b01, prgIndex: 5, respCode: 15 }, {}]])
})

it.each([
  'requester_id=0x3b01 prg_index=0x5 page_addr=0x7f000', 'requester_id=3b01 prg_index=10 address=0x1000', "requester_id = 16'h3b01, prg_index = 9'h5", 'prg_index = 5', 'requester_id=0x3b01 prg_index=0x205 address=0x1000', 'requester_id=0x3b01 prg_index=12 address=0x1000',
  'requester_id=0x3b01 prg_index=0x5 address=0x1001', 'requester_id=0x3b01 prg_index=0x5 address=0x1000 response_code=0 destination_id=0x3b00', "assert(prg_index == 9'h5); requester_id = 16'h3b01; address = x;",
  "reg [8:0] prg_index = 9'h0; wire [15:0] requester_id = 16'h0;", "req.requester_id = 16'h3b01; req.prg_index = 9'h5; req.address = 64'h1000;", 'requester_id=0x3b01 prg_index=0x5 prg_index=0x6 address=0x1000', 'requester_id=0x13b01 prg_index=0x5 address=0x1000',
  table(["req  bus_req  -  @1234", "  addr  integral  32  'h1000", "  data  integral  32  'hdeadbeef", "  write  integral  1  'h1"]), table(['t  trans  -  @9', '  prg_index  integral  9  5']), 'Name  Type  Size  Value\nfoo bar\n',
])('%s: no record', (text) => {
  expect(read(`${text}\n`).items).toEqual([])
})

it('what the command prints as JSON is read again', () => {
  for (const { layout: { id, size } } of records.slice(0, 12)) {
    const line = `{"file":"a","line":3,"source":"hex","record":"${id}","name":"x","reading":"","bytes":"${'??'.repeat(size - 1)}01","absent":[],"message":{},"summary":"","findings":[]}`
    expect(read(`text\n${line}\n`).items.map(({ record, data }) => [record, hexOf(data!)]), id).toEqual([[id, `${'??'.repeat(size - 1)}01`]])
  }
  const one = (rest: string): string => `{"record":"vtd.page-request","reading":"bytes","bytes":"01${'00'.repeat(31)}","message":{}${rest}}\n`
  expect(read(one(',"ambiguous":true')).items.map(({ ambiguous }) => ambiguous)).toEqual([true])
  expect(read(one('')).items.map(({ ambiguous }) => ambiguous)).toEqual([false])
  for (const line of ['{"record":"vtd.page-request","reading":"","bytes":"00"}', '{"record":"a.b.c","reading":"","bytes":"0011"}', '{"record":null,"reading":"temperature","bytes":"0011"}']) expect(read(`${line}\n`).items, line).toEqual([])
})
