import { expect, it } from 'vitest'
import { hexOf, read } from '../../src/ingest/index.ts'

/** Bytes that another tool or a mail carries: all values are synthetic. */

const PACKET = '300000003b00000400007f22004002af'
const REQUEST = `0101003b34120000af024000227f0000${'0'.repeat(32)}`
const bytesOf = (text: string): string[] => read(text).items.map(({ data }) => (data ? hexOf(data) : ''))

it.each([
  ['-T json -x', `    "layers": {\n      "frame_raw": ["${PACKET}", 0, 16, 0, 1],\n      "frame": { "frame.number": "1" }\n`],
  ['-T json -x, an element a line', `      "frame_raw": [\n        "${PACKET}",\n        0,\n        16,\n        0,\n        1\n      ],\n`],
  ['-T ek -x', `{"timestamp":"1770000","layers":{"frame_raw":"${PACKET}","data":{"data_data_data":"30:00"}}}\n`],
  ['-T pdml', `    <field name="data.data" showname="Data: ${PACKET}" size="16" pos="0" show="30:00" value="${PACKET}"/>\n`],
  ['-T fields', `1\t0.000000\t${PACKET}\n`],
])('a packet of tshark %s', (_, text) => {
  expect(bytesOf(text)).toEqual([PACKET])
})

it('a file in a mail is in base64, over several lines', () => {
  const digits = Buffer.from(REQUEST.repeat(3), 'hex').toString('base64').match(/.{1,64}/g)!.join('\n')
  expect(bytesOf(`Content-Type: application/octet-stream;\n name="prq.bin"\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment\n\n${digits}\n\n--part--\n`)).toEqual([REQUEST, REQUEST, REQUEST])
  expect(bytesOf(`begin-base64 644 prq.bin\n${digits}\n====\n`)).toEqual([REQUEST, REQUEST, REQUEST])
  expect(read(`begin-base64 644 a.pcap\n${Buffer.from('d4c3b2a1020004000000000000000000ffff000001000000', 'hex').toString('base64')}\n====\n`).items.map(({ record, name }) => [record, name])).toEqual([[null, 'capture in base64']])
})

it.each([
  `Content-Transfer-Encoding: base64\n\n${Buffer.from('Hello, this is a mail in text, and no record of anything at all.').toString('base64')}\n`,
  'begin-base64 644 a.png\niVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9\nawAAAABJRU5ErkJggg==\n====\n',
  'Content-Transfer-Encoding: base64\n\nnothing here\n', '"frame_raw": ["ffffffffffff00155d0a0b0c08060001080006040001", 0, 22, 0, 1],\n',
  '-----BEGIN CERTIFICATE-----\nMIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYDVQQGEwJJ\n-----END CERTIFICATE-----\n',
])('ordinary bytes are none: %s', (text) => {
  expect(read(text).items).toEqual([])
})
