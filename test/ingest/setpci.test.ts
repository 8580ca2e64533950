import { describe, expect, it } from 'vitest'
import { read } from '../../src/ingest/index.ts'

/** Registers of capabilities as setpci and scripts around it print them. Synthetic. */

const found = (text: string): unknown[] => read(text).items.map(({ record, message, said, bad }) => [record, said['device'], message, ...(bad ? ['bad'] : [])])

const ats = { invalidateQueueDepth: 0, pageAlignedRequest: true, globalInvalidateSupported: true, smallestTranslationUnit: 0, enable: true }
const pri = { enable: true, stopped: false, prgResponsePasidRequired: true, pageRequestCapacity: 0x200, pageRequestAllocation: 0x20 }
const VALUES = [['ECAP_ATS+4.W', '0060'], ['ECAP_ATS+6.W', '8000'], ['ECAP_PRI+4.W', '0001'], ['ECAP_PRI+6.W', '8000'], ['ECAP_PRI+8.L', '00000200'], ['ECAP_PRI+C.L', '00000020']] as const

describe('a capability is put together of its registers', () => {
  it.each([
    ['below a loop', `$ for r in ${VALUES.map(([name]) => name).join(' ')}; do echo -n "$r "; sudo setpci -s 6a:01.0 $r; done\n${VALUES.map((one) => `${one.join(' ')}\n`).join('')}`],
    ['below one command', `# setpci -s 6a:01.0 ${VALUES.map(([name]) => name.toLowerCase()).join(' ')}\n${VALUES.map(([, value]) => `${value}\n`).join('')}`],
    ['below a command each', VALUES.map(([name, value]) => `$ sudo setpci -s 6a:01.0 ${name.replace('+', '+0x')}\n${value}\n`).join('')],
    ['with the function in each line', VALUES.map(([name, value]) => `6a:01.0 ${name}: ${value}\n`).join('')],
    ['in a mail', VALUES.map(([name, value]) => `> 6a:01.0 ${name} = 0x${value}\n`).join('')],
    ['of -v', `${VALUES.map(([name, value]) => `6a:01.0 (ecap ${name.includes('ATS') ? '000f @160' : '0013 @170'}) @${((name.includes('ATS') ? 0x160 : 0x170) + Number.parseInt(/\+(.)/.exec(name)![1]!, 16)).toString(16)} = ${value}\n`).join('')}`],
  ])('%s', (_, text) => {
    expect(found(text)).toMatchObject([['config.ats-capability', '6a:01.0', ats], ['config.pri-capability', '6a:01.0', pri]])
    const { items } = read(text)
    expect(items.map(({ absent }) => absent)).toEqual([['id', 'version', 'next'], ['id', 'version', 'next']])
    for (const { start, end, offset, size } of items[1]!.data!.spans) expect(text.slice(start, end)).toBe(Buffer.from(items[1]!.data!.bytes.slice(offset, offset + size).reverse()).toString('hex'))
  })
})

it('a register that is read again is of another time, and that of another function is its own', () => {
  const text = '$ setpci -s 6a:01.0 ECAP_ATS+6.w\n0000\n$ setpci -s 6a:01.0 ECAP_ATS+6.w=8000\n$ setpci -s 6a:01.0 ECAP_ATS+6.w\n8000\n$ setpci -s 6a:02.0 ECAP_ATS+4.w\n0005\n'
  expect(found(text)).toMatchObject([['config.ats-capability', '6a:01.0', { enable: false }], ['config.ats-capability', '6a:01.0', { enable: true }], ['config.ats-capability', '6a:02.0', { invalidateQueueDepth: 5 }]])
})

it('what is written, has another width, stands beyond the capability or is of another one is none', () => {
  for (const text of ['$ setpci -s 6a:01.0 ECAP_ATS+6.w=8000\n', '$ setpci -s 6a:01.0 ECAP_ATS+6.w\n80\n', '$ setpci -s 6a:01.0 ECAP_ATS+6.w\ntext\n8000\n', 'ECAP_ATS+6.w=8000\n', 'ECAP_ATS+8.w 8000\n', 'ECAP_ACS+6.w 005d\n', '6a:01.0 (ecap 000d @148) @14e = 005d\n', 'ECAP_ATS is at 160\n']) expect(found(text), text).toEqual([])
})
