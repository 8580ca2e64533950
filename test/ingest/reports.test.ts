import { describe, expect, it } from 'vitest'
import { hexOf, read, Reader } from '../../src/ingest/index.ts'
import { parseLspci } from '../../src/ingest/lspci-spaces.ts'

/** What reports hold beside the lines that a driver prints. All examples are synthetic. */

const PAGE_REQUEST = '300000003b00000400007f22004002af'
const RESPONSE = '3200000000f800053b00005500000000'
const REQUEST = `0101003b34120000af024000227f0000${'0'.repeat(32)}`
const [pairs, dws] = [PAGE_REQUEST.match(/../g)!, PAGE_REQUEST.match(/.{8}/g)!]

const bytesOf = (text: string, options = {}): string[] => read(text, options).items.map(({ data }) => (data ? hexOf(data) : ''))
/** The words of a little-endian machine, without their zeros. */
const wordsOf = (hex: string): string[] => hex.match(/.{16}/g)!.map((word) => `0x${BigInt(`0x${word.match(/../g)!.reverse().join('')}`).toString(16)}`)
const latin = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('a packet', () => {
  it('stands among text', () => {
    expect(bytesOf(`Frame (16 bytes):\n0000  ${pairs.join(' ')}\n`)).toEqual([PAGE_REQUEST])
    expect(bytesOf(`UVM_INFO @ 51.2us: env.ep.tl [TX_TLP]\n${dws.map((word, i) => `   Header DW ${i}: 0x${word}\n`).join('')}`)).toEqual([PAGE_REQUEST])
    // Too few bits of these tell what they are.
    expect(bytesOf('text\n0x0003000000000000 0x0000000000000004\n')).toEqual([])
  })

  it('of a simulator that begins all of its lines with a mark stands in each of them', () => {
    const text = [PAGE_REQUEST, RESPONSE].map((hex, i) => `# UVM_INFO mon.sv(212) @ ${i}.000 ns: env.mon [MON] hdr[127:0]=128'h${hex}\n`).join('')
    expect(bytesOf(text)).toEqual([PAGE_REQUEST, RESPONSE])
    expect(bytesOf(`${REQUEST}\n# DMAR: [DMA Write NO_PASID] Request device [5e:00.0] fault addr 0x1000 [fault reason 0x05]\n`)).toHaveLength(2)
    expect(bytesOf(`${REQUEST.slice(0, 32)}\n# the second half\n${REQUEST.slice(32)}\n`)).toEqual([REQUEST])
  })

  it('is a header alone, or one with its data in the next line', () => {
    const [header, data] = ['72000002 00000301 01000000 00000000', '7FFFFFFF FFFFF800']
    for (const text of [header, `Header: ${header}`, `text\nTLP header: ${header}`]) {
      expect(read(`${text}\n`).items.map(({ record, absent }) => [record, absent]), text).toEqual([['pcie.invalidate-request', ['data, 8 bytes']]])
    }
    expect(read(`  Header: ${header}\n  Data:   ${data}\n  LCRC: 0x5D3A77C1\n`).items.map(({ message, absent }) => [message['itag'], message['address'], absent])).toEqual([[3, 0x7ffffffffffff000n, []]])
    expect(bytesOf(`seq: ${PAGE_REQUEST}\n  Data:   ${data}\n`)).toEqual([PAGE_REQUEST])
  })

  it('of ATS or PRI tells what stands beside it among text', () => {
    const write = '40000001c100000ffee0000000004021'
    expect(read(`a capture:\n${write}\n${PAGE_REQUEST}\n${RESPONSE}\n`).items.map(({ name }) => name)).toEqual(['MWr32', 'Page Request', 'PRG Response'])
    expect(bytesOf(`a capture:\n${write}\n${write}\n`)).toEqual([])
  })

  it('has no prefix that is 0', () => {
    const line = `TLP Header: ${dws.map((word) => `0x${word}`).join(' ')} E-E Prefixes: 0x91001234`
    for (const zeros of ['', ' 0x00000000 0x00000000 0x00000000']) expect(read(`${line}${zeros}\n`).items.map(({ record, message }) => [record, message['pasid']])).toEqual([['pcie.page-request', 0x1234]])
    expect(read(`${line.slice(0, -10)}0x00000000\n`).items.map(({ record, message }) => [record, message['pasid']])).toEqual([['pcie.page-request', undefined]])
  })
})

describe('a header log', () => {
  const header = `TLP Header: ${dws.map((word) => `0x${word}`).join(' ')}`

  it('of a report of firmware has registers of the root port where its prefixes would be', () => {
    for (const [logged, pasid, isKnown] of [['0x00000007 0x0000007f 0x91000000', undefined, false], ['0x00000007 0x0000007f 0x01000000 0x91001234', 0x1234, true], ['0x91001234', 0x1234, true]] as const) {
      const { items: [item, ...more] } = read(`${header} E-E Prefixes: ${logged}\n`)
      expect([more, item!.record, item!.message['pasid'], item!.said['prefixes'] !== undefined], logged).toEqual([[], 'pcie.page-request', pasid, isKnown])
      expect(item!.findings.filter(({ message }) => message.includes('are registers of the root port'))).toHaveLength(logged.startsWith('0x9') ? 0 : 1)
    }
  })

  it('of a function that is gone has ones only', () => {
    const ones = Array<string>(4).fill('ffffffff').join(' ')
    expect(read(`nvme 0000:c1:00.0: AER:   TLP Header: ${ones}\n\t\tHeaderLog: ${ones}\n`).items.map(({ bad, summary }) => [bad, summary])).toEqual([
      [false, 'TLP header, all 1: the function did not answer, 0000:c1:00.0'], [false, 'TLP header, all 1: the function did not answer'],
    ])
  })
})

describe('words', () => {
  const words = wordsOf(REQUEST)

  it('have no mark between them and their name', () => {
    const padded = words.map((word) => word.slice(2).padStart(16, '0'))
    expect(bytesOf(`[   90.100200] DBG prq head=0x40 tail=0x60 ${padded.join(' ')}\n`)).toEqual([REQUEST])
    expect(bytesOf(`text\npush PQ[3] 128'h${padded[1]}_${padded[0]}\n`, { as: 'riscv.page-request', words: 'number' })).toEqual([REQUEST.slice(0, 32)])
    expect(bytesOf('[    1.000000] zone 0000000000001000 0000000000ffffff\n')).toEqual([])
  })

  it('have a name that other words stand before', () => {
    expect(bytesOf(`prq_event_thread: req ${words.map((word, i) => `qw${i}=${word}`).join(' ')}\n`)).toEqual([REQUEST])
  })

  it('stand behind the fields that a debugger prints of each', () => {
    const fields = [['type = 0x1,', 'rid = 0x3b00,', 'pasid = 0x1234'], ['rd_req = 0x0,', 'addr = 0x7f2200024']]
    const text = (extra: number): string => `crash> struct page_req_dsc -x ffff9d0b43c10040\nstruct page_req_dsc {\n${words.map((word, i) => [...(i < 2 ? ['{', '{', ...Array.from({ length: extra }, (_, n) => `x${i}${n} = 1,`), ...fields[i]!, '},'] : []), `qw_${i} = ${word}${i < 2 ? '},' : ','}`].join('\n')).join('\n')}\n}\n`
    expect(bytesOf(text(0))).toEqual([REQUEST])
    expect(bytesOf(text(20))).toEqual([REQUEST])
  })

  it('are in decimal as drgn writes them', () => {
    const struct = (values: readonly bigint[]): string => `*(struct page_req_dsc *)0xffff9d0b43c10060 = {\n${values.map((value, i) => `\t.qw_${i} = (u64)${value},`).join('\n')}\n}\n`
    expect(bytesOf(struct(words.map(BigInt)))).toEqual([REQUEST])
    expect(bytesOf(struct([1n << 64n, 1n, 0n, 0n]))).toEqual([])
  })

  it('are columns of a table', () => {
    expect(bytesOf(`time,dw0,dw1,dw2,dw3\n120.5,${dws.map((word) => `0x${word}`).join(',')}\n130.5,${RESPONSE.match(/.{8}/g)!.join(',')}\n`)).toEqual([PAGE_REQUEST, RESPONSE])
  })

  it('are one run of digits, or have marks between them', () => {
    for (const text of [`4510 ns: RX TLP ${dws.join('_')}`, `[   12.101] prq raw ${PAGE_REQUEST}`, `tlp: ${pairs.join(':')}`]) expect(bytesOf(`text\n${text}\n`, text.includes('raw') ? { as: 'tlp' } : {}), text).toEqual([PAGE_REQUEST])
    for (const text of ['commit 9fceb02d0ae598e95dc970b74767f19372d61af8', 'd41d8cd98f00b204e9800998ecf8427e', 'md5 of it d41d8cd98f00b204e9800998ecf8427e', 'guid: 00:02:c9:03:00:1f:8a:20']) expect(read(`text\n${text}\n`).items, text).toEqual([])
  })

  it('of SystemVerilog have no width', () => {
    expect(bytesOf(`# KERNEL: '{tlp_type:'h10, hdr:'{${dws.map((word) => `'h${word.replace(/^0+/, '')}`).join(', ')}}}\n`)).toEqual([PAGE_REQUEST])
  })
})

describe('a string', () => {
  const fault = Buffer.from('03000000010000002a00000007000000010000000000000000405d6f117f00000000000005000000', 'hex')

  it('of C has bytes in octal, as strace and gdb write them', () => {
    const short = Array.from(fault, (byte, i) => (/[ -!#-[\]-~]/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(/[0-7]/.test(String.fromCharCode(fault[i + 1] ?? 0)) ? 3 : 1, '0')}`)).join('')
    const long = Array.from(fault, (byte) => (/[ -!#-[\]-~]/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`)).join('')
    for (const text of [`read(41, "${short}", 40) = 40`, `$1 = "${long}"`, `"${long}"`]) expect(bytesOf(`${text}\n`), text).toEqual([fault.toString('hex')])
    // Elsewhere a digit behind `\0` is a character of its own.
    expect(bytesOf(`raw = b"${'\\x01'.repeat(16)}\\01"\n`)).toEqual([])
  })

  it('without an escape is a text', () => {
    for (const text of [`"data.data": "${pairs.join(':')}",`, '"a": "string of an object",', "b'only printable characters'"]) expect(read(`${text}\n`).items, text).toEqual([])
  })

  it('of C goes on in the next line', () => {
    const [first, second] = [pairs.slice(0, 8), pairs.slice(8)].map((half) => half.map((pair) => `\\x${pair}`).join(''))
    expect(bytesOf(`"${first}" \\\n"${second}"\n`)).toEqual([PAGE_REQUEST])
  })
})

describe('a page', () => {
  it('has hyphens that do not break', () => {
    const lines = 'arm-smmu-v3 arm-smmu-v3.0.auto: EVTQ overflow detected -- events lost\nAMD-Vi: Completion-Wait loop timed out\nAER: TLP Header: 0x30000000 0x3b000004 0x00007f22 0x004002af E-E Prefixes: 0x91001234\n'
    const plain = read(lines).items
    expect(plain).toHaveLength(3)
    for (const hyphen of ['\u2010', '\u2011']) {
      const text = lines.replaceAll('-', hyphen)
      const reader = new Reader()
      for (const items of [read(text).items, [...reader.push(latin(text)), ...reader.end().items]]) {
        expect(items.map(({ name, message }) => [name, message])).toEqual(plain.map(({ name, message }) => [name, message]))
      }
      const [span] = read(text).items[2]!.data!.spans
      expect(text.slice(span!.start, span!.end)).toMatch(/^[0-9a-f]{8}$/)
    }
  })
})

it('hex of which nothing tells what it is, is told of', () => {
  const unread = (text: string): number | undefined => {
    const reader = new Reader()
    for (const piece of [text, undefined]) void (piece === undefined ? reader.end() : reader.push(piece))
    return reader.unread
  }
  expect(unread('=> md.q 9fc00000 2\n9fc00000: 0001000100005000 00003fff8000104f\n')).toBe(2)
  expect(unread(`text\n${REQUEST}\n`)).toBeUndefined()
  expect(unread('text\n')).toBeUndefined()
})

describe('the event log of Windows', () => {
  const record = (offset: number, type = '54e995d9c1bb0f43ad91b44dcb3c6f35'): Buffer => {
    const bytes = Buffer.alloc(416)
    bytes.write('CPER')
    bytes.writeUInt16LE(0x210, 4)
    bytes.fill(0xff, 6, 10)
    bytes.writeUInt16LE(1, 10)
    bytes.writeUInt32LE(offset, 128)
    bytes.writeUInt32LE(208, 132)
    bytes.write(type, 144, 'hex')
    // The section: validation, root port, c8:01.0, Unsupported Request, header log.
    bytes.writeUInt32LE(0xff, 208)
    bytes.writeUInt32LE(4, 216)
    bytes[240] = 1
    bytes[243] = 0xc8
    bytes.writeUInt32LE(1 << 20, 324)
    bytes[344] = 20
    dws.forEach((word, i) => bytes.writeUInt32LE(Number.parseInt(word, 16), 348 + 4 * i))
    return bytes
  }

  it('holds the record of the firmware, and in it the section and the header', () => {
    for (const text of [`    <Data Name="RawData">${record(208).toString('hex').toUpperCase()}</Data>`, `RawData  ${record(208).toString('hex')}`]) {
      const { items } = read(`${text}\n`)
      expect(items.map(({ record: id, absent }) => [id, absent])).toEqual([['config.cper-pcie-section', []], ['pcie.page-request', ['prefixes, if it has any']]])
      expect(items[0]!.message).toMatchObject({ portType: 4, bus: 0xc8, deviceNumber: 1, uncorrectableStatus: 1 << 20, headerLog4: 0x4002af })
      expect(hexOf(items[1]!.data!)).toBe(PAGE_REQUEST)
      const [span] = items[0]!.data!.spans
      expect(text.slice(span!.start, span!.end).toLowerCase()).toBe(hexOf(items[0]!.data!))
    }
    for (const other of [record(209), record(208, '00'.repeat(16))]) expect(read(`RawData ${other.toString('hex')}\n`).items).toEqual([])
  })
})

describe('rows of lspci', () => {
  const rows = ['100: 0f 00 01 12 20 00 00 80 00 00 00 00 00 00 00 00', '110: 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00', '120: 13 00 01 00 01 00 00 01 40 00 00 00 20 00 00 00']

  it('may begin with the extended capabilities', () => {
    for (const before of ['', '3b:00.0 Processing accelerators: Device 1234:5678\n']) {
      const { items } = read(`${before}${rows.join('\n')}\n`)
      expect(items.map(({ record, absent, bad }) => [record, absent, bad])).toEqual([['config.ats-capability', [], false], ['config.pri-capability', [], false]])
      expect(items[1]!.message).toMatchObject({ enable: true, stopped: true, pageRequestCapacity: 0x40 })
    }
    expect(parseLspci(rows.join('\n'))).toEqual([{ name: '', line: 1, bytes: new Uint8Array(), problem: 'line 1: the row at 100, where 0 comes next: rows are missing or out of order' }])
    expect(read(`text\n110${rows[0]!.slice(3)}\n`).items).toEqual([])
  })
})

describe('what a program prints before each line', () => {
  it('may be anything before the words of lspci', () => {
    const lines = ['Capabilities: [148 v1] Address Translation Service (ATS)', 'ATSCap:\tInvalidate Queue Depth: 04', 'ATSCtl:\tEnable+, Smallest Translation Unit: 00']
    for (const before of ['', 'I0202 10:11:12.123456       1 main.go:12] ', '10:11 <foo> ', 'Feb 2, 2026 @ 10:11:12.123 ']) {
      expect(read(lines.map((line) => `${before}\t${line}\n`).join('')).items.map(({ message }) => message), before).toEqual([{ version: 1, invalidateQueueDepth: 4, enable: true, smallestTranslationUnit: 0 }])
    }
  })

  it('is the day and the zone beside the time in journalctl -o short-full', () => {
    const lines = ['event 0x10 received:', '0x0000750100001810', '0x0000120080000176', '0x0000aaaada7af000', '0x0000aaaada7af000'].map((text) => `Mon 2026-02-02 10:11:12 CET host kernel: arm-smmu-v3 smmu3: ${text}\n`)
    expect(read(lines.join('')).items.map(({ record, absent }) => [record, absent])).toEqual([['smmuv3.stall-event', []]])
    expect(read('2026-02-02 10:11:12 AER TLP Header: 0x30000000 0x3b000004 0x00007f22 0x004002af\n').items).toHaveLength(1)
  })
})

describe('what is said', () => {
  const summaries = (text: string): string[] => read(`${text}\n`).items.map(({ summary }) => summary)

  it('of a PASID is said once, in hexadecimal, and of an unknown reason not at all', () => {
    expect(summaries('cache_tag_flush_range: dmar7 0000:e7:01.0[419] type devtlb did 12 [0x1000-0x1fff] addr 0x1000 pages 0x1 mask 0x0')).toEqual(['to be invalidated: device TLB of 0000:e7:01.0, 1 page at 0x1000, dmar7, PASID 0x1a3, domain 0xc'])
    expect(summaries('dev_fault: IOMMU:0000:e7:01.0 type=2 reason=0 addr=0x0000000000001000 pasid=419 group=17 last=1 prot=1')).toEqual(['page request, 0000:e7:01.0, address 0x1000, PASID 0x1a3, group 0x11'])
    expect(summaries('dev_fault: IOMMU:0000:e7:01.0 type=1 reason=5 addr=0x0000000000001000 pasid=419')).toEqual(['fault report, 0000:e7:01.0, reason 5, address 0x1000, PASID 0x1a3'])
  })

  it('of a fault of RISC-V has no address where that may be the code of a message', () => {
    const [item] = read('riscv-iommu 3010000.iommu: Fault 260 devid: 0x100 iotval: 4 iotval2: 0\n').items
    expect(item!.summary).toMatch(/^01:00\.0 was refused an access: transaction type disallowed/)
    expect(summaries('Fault 260 devid: 0x100 iotval: 4000 iotval2: 0')).toEqual([expect.stringContaining('access to 0x4000: ')])
    expect(summaries('Fault 13 devid: 0x100 iotval: 4 iotval2: 0')).toEqual([expect.stringContaining('access to 0x4: ')])
  })

  it('of a device of iommufd is its number there', () => {
    const fault = (flags: number): string => Buffer.from([flags, 0, 0, 0, 1, 0, 0, 0, 0x2a, 0, 0, 0, 7, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0x10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0]).toString('hex')
    expect(read(`${fault(1)}\n${fault(3)}\n`).items[1]!.link?.text).toBe('of group 0x7 of device 1, PASID 0x2a, as line 1')
  })

  it('of a queue that stopped is which, and why', () => {
    expect(summaries('riscv-iommu 3010000.iommu: Queue #0 error; fault:0 timeout:1 illegal:0 fence_w_ip:0')).toEqual(['queue error, queue 0, timeout'])
  })
})

describe('a configuration space', () => {
  const space = Buffer.alloc(4096)
  space.set([0xde, 0x10, 0x42, 0x23, 0x46, 5, 0x10])
  space[0x34] = 0x60
  space.set([0x10, 0, 2], 0x60)
  space.set([0x0f, 0, 1, 0x14, 0x60, 0, 0, 0x80], 0x100)
  space.set([0x13, 0, 1, 0, 1, 0, 0, 0x81, 0, 2, 0, 0, 0x20], 0x140)
  const rowsOf = (size: number, row: (at: number, bytes: string[]) => string): string => Array.from({ length: size / 16 }, (_, i) => row(16 * i, space.toString('hex', 16 * i, 16 * i + 16).match(/../g)!)).join('\n')
  const hex = (value: number, width: number): string => value.toString(16).padStart(width, '0')
  const lspci = (size: number): string => rowsOf(size, (at, bytes) => `${hex(at, 2)}: ${bytes.join(' ')}`)
  const idsOf = (text: string): (string | null)[] => read(text).items.map(({ record }) => record)

  it('is no queue, whatever tool dumps it, and among text', () => {
    for (const before of ['', '# hexdump -C config\n', 'This is it:\n']) {
      for (const size of [4096, 0x180]) {
        for (const dump of [rowsOf(size, (at, bytes) => `${hex(at, 8)}  ${bytes.join(' ')}`), rowsOf(size, (at, bytes) => `${hex(at, 7)} ${bytes.flatMap((byte, i) => (i % 2 === 1 ? [byte + bytes[i - 1]!] : [])).join(' ')}`)]) {
          expect(idsOf(`${before}${dump}\n`)).toEqual(['config.ats-capability', 'config.pri-capability'])
        }
      }
    }
    expect(read(`${rowsOf(256, (at, bytes) => `${hex(at, 8)}  ${bytes.join(' ')}`)}\n`).items.map(({ name, bad }) => [name, bad])).toEqual([['configuration space', false]])
  })

  it('of lspci may be indented, and each digit has its place', () => {
    for (const indent of ['    ', '\t', '> ']) {
      for (const title of ['', '3b:00.0 Processing accelerators: Device 1234:5678\n']) {
        const text = `text\n${`${title}${lspci(0x180)}`.split('\n').map((line) => `${indent}${line}\n`).join('')}`
        const { items } = read(text)
        expect(items.map(({ record }) => record)).toEqual(['config.ats-capability', 'config.pri-capability'])
        const { data } = items[1]!
        expect(data!.spans.map(({ start, end }) => text.slice(start, end)).join('')).toBe(hexOf(data!))
      }
    }
  })

  it('is not what rows with such offsets hold always', () => {
    const rows = REQUEST.match(/.{32}/g)!.map((row, i) => `${hex(16 * i, 2)}: ${row.match(/../g)!.join(' ')}\n`).join('')
    expect(bytesOf(rows)).toEqual([REQUEST])
    expect(bytesOf(`text\n${rows}`)).toEqual([REQUEST])
    expect(bytesOf(`text\n${rows.slice(0, 52)}`)).toEqual([])
    expect(bytesOf(`100${rows.slice(2, 52)}110${rows.slice(54)}`)).toEqual([REQUEST])
  })
})
