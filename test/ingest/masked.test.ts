import { describe, expect, it } from 'vitest'
import { read } from '../../src/ingest/index.ts'

/** Values that people do not show: the line is read without them, and they are absent by name. All lines are synthetic. */

describe('a masked value', () => {
  it.each([
    ['DDDD:bb:dd.f', 'ffffff???????000', ['deviceId', 'address']], ['0000:00:13.1', 'XXXXXXXXXXXXXXXX', ['address']], ['0000:00:13.1', '<redacted>', ['address']],
    ['0000:xx:00.0', '0000000fdf800000', ['deviceId']], ['0000:00:13.1', '00000000fd******', ['address']],
  ])('of a fault of Xen: %s %s', (device, address, names) => {
    const { items } = read(`(XEN) AMD-Vi: IO_PAGE_FAULT: ${device} d3 addr ${address} flags 0x8 I\n`)
    expect(items).toMatchObject([{ record: 'amd.event-io-page-fault', message: { domainIdOrPasidLow: 3, interrupt: true }, absent: expect.arrayContaining(names), bad: false }])
    for (const name of names) expect(items[0]!.message).not.toHaveProperty(name)
    expect(items[0]!.findings).toMatchObject([{ message: expect.stringMatching(/^masked in the log: /) }])
  })

  it('is none where digits are missing, or words stand', () => {
    for (const address of ['fdf8000', 'the', '0000000fdf80000g']) expect(read(`(XEN) AMD-Vi: IO_PAGE_FAULT: 0000:00:13.1 d3 addr ${address} flags 0x8 I\n`).items, address).toEqual([])
  })
})
