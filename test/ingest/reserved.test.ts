import { describe, expect, it } from 'vitest'
import { read } from '../../src/ingest/index.ts'

/** Reserved bits that are set. The values are synthetic, in the spelling of the drivers. */

const found = (text: string) => read(`${text}\n`).items.map(({ record, bad, findings }) => [record, bad, findings.filter(({ id }) => id === 'reserved').map(({ severity, message }) => `${severity}: ${message}`)])

describe('reserved bits that are set are said', () => {
  it.each([
    ['of a request of which two words are printed', 'dmar15: Invalid page request: 2000026a10f101 ffffb167', 'vtd.page-request', true, ['error: reserved bits q0[15:10] are 0x3c']],
    ['of a packet', '72000002 00001b01 02010000 00000000 00007f33 445ff802', 'pcie.invalidate-request', false, ['warning: reserved bits DW5[10:1] are 0x1']],
    ['of a header in a log', 'pcieport 0000:00:1c.0:   TLP Header: 32000001 00000005 01000003 00000001', 'pcie.prg-response', false, ['warning: reserved bits DW0[9:0] are 0x1 (Length)', 'warning: reserved bits DW3[31:0] are 0x1']],
  ])('%s', (_, text, record, bad, messages) => {
    expect(found(text)).toEqual([[record, bad, messages]])
  })

  it('and not where they are 0, or not there', () => {
    expect(found('dmar15: Invalid page request: 2000026a100101 ffffb167')).toEqual([['vtd.page-request', false, []]])
  })
})
