import { describe, expect, it } from 'vitest'
import { hexOf, read, Reader } from '../../src/ingest/index.ts'

/** Ways in which people write what a program printed. All examples are synthetic. */

const REQUEST = '0101106a0200200067b1ffff00000000' + '0'.repeat(32)
const pairs = REQUEST.match(/../g)!
const literal = pairs.map((pair) => `\\x${pair}`).join('')
const PAGE_FAULT = 'AMD-Vi: Event logged [IO_PAGE_FAULT device=01:00.0 domain=0x000a address=0x00000000fd000000 flags=0x0020]'

const bytesOf = (text: string, options = {}): string[] => read(text, options).items.map(({ data }) => (data ? hexOf(data) : ''))

describe('a text', () => {
  it('that begins with a byte order mark is read from its first line on, and its places count the mark', () => {
    const text = `${REQUEST}\n`
    for (const [piece, before] of [[`\uFEFF${text}`, 1], [Uint8Array.of(0xef, 0xbb, 0xbf, ...Buffer.from(text)), 3]] as const) {
      const reader = new Reader()
      const items = [...reader.push(piece), ...reader.end().items]
      expect(items.map(({ data }) => hexOf(data!))).toEqual([REQUEST])
      expect(items[0]!.data!.spans[0]!.start).toBe(before)
    }
  })

  it('of LaTeX or Markdown has a backslash before some characters', () => {
    const marked = (text: string): string => text.replace(/[_[\]#]/g, '\\$&')
    for (const line of [PAGE_FAULT, 'prq_report: dmar1/0000:00:0a.0 seq# 5: rid=0x50 addr=0x7f559ef6e rw--l pasid=0x1 index=0x3', 'qi_submit: dev_tlb_inv dmar2: 0xaf0300100003 0x7ffffffffffff001 0x0 0x0']) {
      const [written, plain] = [read(`${marked(line)}\n`).items, read(`${line}\n`).items]
      expect(written.map(({ message }) => message)).toEqual(plain.map(({ message }) => message))
      expect(plain).toHaveLength(1)
    }
  })

  it('has strings of bytes behind a name, in code and in HTML', () => {
    const html = (text: string): string => text.replaceAll('"', '&quot;')
    for (const line of [`const char raw[] = "${literal}";`, `printf '${literal}' | xxd`, `write(fd, "${literal}", 32);`, `<td>raw=b"${literal}"</td>`]) {
      expect([bytesOf(`${line}\n`), bytesOf(`${html(line)}\n`)], line).toEqual([[REQUEST], [REQUEST]])
    }
    expect(bytesOf('code = "\\x31\\xc0\\x50\\x68\\x2f\\x2f\\x73\\x68\\x68\\x2f\\x62\\x69\\x6e\\x89\\xe3\\x50"\n')).toEqual([])
  })

  it('has rows of od in decimal that begin with one digit', () => {
    const row = (from: number): string => pairs.slice(from, from + 16).map((pair) => String(Number.parseInt(pair, 16)).padStart(4)).join('')
    expect(bytesOf(`${row(0)}\n${row(16)}\n`)).toEqual([REQUEST])
    expect(bytesOf(`text\n> ${row(0)}\n> ${row(16)}\n`)).toEqual([REQUEST])
  })

  it('that is not understood takes no line with it that is', () => {
    const torn = 'prq_report: dmar1/0000:00:0a.0 seq# 5: rid=0x50 addr=0x7f559ef6e ????? pasid=0x1 index=0x3'
    for (const more of ['', 'a\n', 'a\nb\nc\n']) {
      expect(read(`${torn}\n${PAGE_FAULT}\n${more}`).items.map(({ line, record }) => [line, record])).toEqual([[2, 'amd.event-io-page-fault']])
      expect(read(`${torn}\n${torn}\n${PAGE_FAULT}\n${PAGE_FAULT}\n${more}`).items.map(({ line }) => line)).toEqual([3, 4])
    }
    const event = ['arm-smmu-v3 smmu3: event 0x10 received:', ...['0000750100001810', '0000120080000176', '0000aaaada7af000', '0000aaaada7af000'].map((word) => `arm-smmu-v3 smmu3:  0x${word}`)]
    expect(read(`${torn}\n${event.join('\n')}\n`).items.map(({ record, absent }) => [record, absent])).toEqual([['smmuv3.stall-event', []]])
  })

  it('whose table has named columns is told of, and not read', () => {
    const rows = ['0.1,3b:00.1,0x2,0x7f0000001000,0x12,1', '0.2,3b:00.1,0x2,0x7f0000002000,0x12,0']
    const { items } = read(['Time,RID,PASID,Address,PRG Index,Last', ...rows].join('\n'))
    expect(items.map(({ line, source, record, message }) => [line, source, record, message])).toEqual([[1, 'named-columns', null, {}]])
    expect(items[0]!.findings[0]!.message).toContain('not read')
    expect(read('"No.";"Requester ID";"PASID";"Page Address"\n"1";"3b:00.1";"00002";"7f0000001000"\n').items).toHaveLength(1)
    expect(read('call(rid, pasid, address, last)\ncall(x, y, z, w)\n').items).toEqual([])
  })
})

describe('what the reader says of bytes', () => {
  const HEADER = '0x40000001 0x0000000f 0x90028090 0x00000000'

  it('lifts the doubt that a log casts on words', () => {
    for (const before of ['myhost kernel: ', '[   12.345678] myhost kernel: ', 'text\n']) {
      expect(bytesOf(`${before}${HEADER}\n`), before).toEqual([])
      expect(read(`${before}${HEADER}\n`, { as: 'tlp' }).items.map(({ name }) => name), before).toEqual(['MWr32'])
    }
  })

  it('is no header of a packet, which is read as a packet', () => {
    expect(() => read(`${HEADER}\n`, { as: 'tlp-flit.memory-32' })).toThrow('is read as "tlp", in mode flit')
    expect(() => read(`${HEADER}\n`, { as: 'tlp.memory-32' })).toThrow('is read as "tlp", in mode non-flit')
  })
})

describe('the tables that lead to an address', () => {
  const walks = [
    [['(XEN) print_vtd_entries: iommu #1 dev 0000:07:00.0 gmfn cb000', '(XEN)     root_entry[07] = 43e801001', '(XEN)     context[00] = 2_43e7f5001', '(XEN)     l4[000] = 9c00000043e7f4107', '(XEN)     l3[003] = 0', '(XEN)     l3[003] not present'], { iommu: 'iommu #1', device: '0000:07:00.0', rid: 0x700, segment: 0, address: 0xcb000000n, reason: 'l3[003] not present' }],
    [['(XEN) print_vtd_entries: iommu = ffff83063fd9d8a0 bdf = 3:0.0 gmfn = fed40', '(XEN)     root_entry = ffff83063fd50000', '(XEN)     root_entry[3] = 0', '(XEN)     root_entry[3] not present'], { device: '3:0.0', rid: 0x300, address: 0xfed40000n, reason: 'root_entry[3] not present' }],
    [['DMAR: Dump dmar3 table entries for IOVA 0x7d1e5000', 'DMAR: scalable mode root entry: hi 0x0000000000000000, low 0x00000001043c2001', 'DMAR: context entry: hi 0x0000000000000000, low 0x00000001043c4009', 'DMAR: pasid dir entry: 0x00000001043c8001', 'DMAR: pasid table entry[0]: 0x0000000104ab0009', 'DMAR: pte level: 4, pte value: 0x0000000000000000', 'DMAR: page table not present at level 3'], { iommu: 'dmar3', address: 0x7d1e5000n, reason: 'page table not present at level 3' }],
  ] as const

  it('are one item, as far as they are there', () => {
    for (const [lines, said] of walks) {
      const { items } = read(lines.join('\n'))
      expect(items.map(({ line, lastLine, record, said: own }) => [line, lastLine, record, own])).toEqual([[1, lines.length, null, { event: 'walk', ...said }]])
      expect(items[0]!.findings[0]!.message).toContain(lines.at(-2)!.replace(/^\S+ +/, ''))
      expect(read(lines.slice(0, 1).join('\n')).items).toHaveLength(1)
    }
  })

  it('are found where a mail client broke the first line', () => {
    expect(read('> (XEN) print_vtd_entries: iommu\n> #0 dev 0000:00:02.0 gmfn ea0c4f\n> (XEN)     root_entry[00] = 46e129001\n').items[0]!.said).toMatchObject({ address: 0xea0c4f000n, rid: 0x10 })
  })
})

describe('a range of streams that QEMU traces', () => {
  const range = (start: string, end: string) => read(`smmuv3_cmdq_cfgi_ste_range start=${start} - end=${end}\n`).items[0]

  it('has its size and the high bits of the StreamID', () => {
    const item = range('0x10', '0x1f')!
    expect(item.message).toEqual({ range: 3 })
    expect([item.said['streams'], item.absent]).toEqual(['0x10 to 0x1f', expect.arrayContaining(['streamId'])])
    expect(hexOf(item.data!)).toBe('04????????000000????????????????')
    expect(item.data!.known[4]).toBe(0xf0)
    expect(range('0x0', '0xffffffff')!.message).toEqual({ range: 31 })
  })

  it('is none where it has no power of two of streams, as where its first versions print decimal numbers behind 0x', () => {
    for (const [start, end] of [['0x16', '0x31'], ['0x10', '0x1e'], ['0x10', '0x10'], ['0x10', '0xf']] as const) expect(range(start, end)).toBeUndefined()
  })
})

describe('lines', () => {
  const event = ['arm-smmu-v3 smmu3: event 0x10 received:', ...['0000750100001810', '0000120080000176', '0000aaaada7af000', '0000aaaada7af000'].map((word) => `arm-smmu-v3 smmu3:  0x${word}`)]
  const quoted = (line: string): string => JSON.stringify(line)

  it('stand in one where a page or a string has them so', () => {
    const whole: Readonly<Record<string, string>> = {
      'br': event.join('<br>'), 'li': `<ul>${event.map((line) => `<li>${line}</li>`).join('')}</ul>`, 'p': event.map((line) => `<p>${line}</p>`).join(''),
      'JSON': JSON.stringify({ log: `${event.join('\n')}\n`, host: 'a' }), 'a program': `out = "${event.join('\\n')}\\n`,
    }
    for (const [name, text] of Object.entries(whole)) {
      const { items } = read(`${text}\n`)
      expect(items.map(({ line, record, absent }) => [line, record, absent]), name).toEqual([[1, 'smmuv3.stall-event', []]])
      for (const { start, end, offset, size } of items[0]!.data!.spans) expect(Number.parseInt(text.slice(start, end), 16)).toBe(Number(Buffer.from(items[0]!.data!.bytes).readBigUInt64LE(offset)) % 2 ** 64 + 0 * size)
    }
  })

  it('are strings of a list, or end in what closes a quote', () => {
    for (const [name, text] of Object.entries({
      'JSON': event.map((line) => `    ${quoted(line)},`).join('\n'), 'Python': event.map((line) => `    '${line}',`).join('\n'),
      'a forum': `[CODE]${event.join('\n')}[/CODE]`, 'bold': `**${event.join('\n')}**`, 'quote marks': `\u201c${event.join('\n')}\u201d`,
      'Splunk': event.map((line) => `_time="2026-01-05 10:11:12" _raw="Jan  5 10:11:12 a kernel: ${line}"`).join('\n'),
      'Graylog': event.map((line) => JSON.stringify({ short_message: line, level: 3 })).join('\n'),
      'a diff': event.map((line) => `+ ${line}`).join('\n'),
      'blanks that do not break': event.join('\n').replaceAll(' ', '\u00a0'),
    })) expect(read(`${text}\n`).items.map(({ record, absent }) => [record, absent]), name).toEqual([['smmuv3.stall-event', []]])
  })

  it('of a command in the log of a test are those of the command', () => {
    for (const before of ['12:16:06 DEBUG| [stdout] ', '+']) {
      const lines = ['\tCapabilities: [148 v1] Address Translation Service (ATS)', '\t\tATSCap:\tInvalidate Queue Depth: 04', '\t\tATSCtl:\tEnable+, Smallest Translation Unit: 00']
      expect(read(lines.map((line) => `${before}${line}\n`).join('')).items.map(({ message }) => message)).toEqual([expect.objectContaining({ enable: true, invalidateQueueDepth: 4 })])
    }
  })

  it('of a table in a diff are rows of it, though they have no mark of a log', () => {
    const table = ['Invalidation queue on IOMMU: dmar0', ' Base: 0x10022e000\tHead: 20\tTail: 20', ' Index\tqw0\t\t\tqw1\t\t\tqw2', '    0\t0000000000000014\t0000000000000000\t0000000000000000', '    1\t0000000200000025\t0000000100059c04\t0000000000000000', '', '\tqw3\t\t\tstatus', '\t0000000000000000\t0000000000000000', '\t0000000000000000\t0000000000000002']
    expect(read(table.map((line) => `+${line}\n`).join('')).items.map(({ record }) => record)).toEqual(['vtd.iec-invalidate', 'vtd.invalidation-wait'])
  })

  it('of a mail have blanks that do not break, which makes it quoted-printable', () => {
    const text = '> VT-d fault event reported by IOMMU 3:\n> =C2=A0 Source Identifier (bus:dev.func): 04:00.1\n> =C2=A0 Fault Reason: 0x6 Fault Info: 7a1cea1 Type 1\n'
    expect(read(text).items.map(({ record, message }) => [record, message])).toEqual([['vtd.fault-record', { sid: 0x401, faultReason: 6, faultInfo: 0x7a1cea1000n, type1: true }]])
  })
})

describe('words', () => {
  const REQUEST_TLP = '300000000100000400000000ffffb167'
  const dws = REQUEST_TLP.match(/.{8}/g)!

  it('of a packet are those of Verilog, or have a name and a number each', () => {
    for (const text of [`[MON] TLP: hdr='{${dws.map((word) => `32'h${word}`).join(', ')}}`, `# 12 ns: TLP[127:0] = 128'h${dws.join('_')}`, `tlp_hdr = 128'h${REQUEST_TLP}`, `UVM_INFO @ 15: reporter [TLP] ${dws.map((word, i) => `dw${i}=0x${word}`).join(' ')}`]) {
      expect(bytesOf(`text\n${text}\n`), text).toEqual([REQUEST_TLP])
    }
  })

  it('have no leading zeros where their name tells how many there are', () => {
    expect(bytesOf('prq 5: qw0=0x2000026a100101 qw1=0xffffb167 qw2=0x0 qw3=0x0\n')).toEqual([REQUEST])
    expect(bytesOf('prq 5: word0=0x2000026a100101 word1=0xffffb167 word2=0x0 word3=0x0\n')).toEqual([])
  })

  it('are no packet where only a message without a name would make them one, and none of a file', () => {
    expect(read('Last TLP RX: 0x40000001 0x0000000f 0xfbe00aa8 0x00000000 0x34580000 0xd6e5b546 0xffffffff 0xffffffff\n').items.map(({ bad }) => bad)).toEqual([true])
    for (const text of ['7f454c46020101000000000000000000', "magic = b'\\x7fELF\\x02\\x01\\x01\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00'"]) expect(read(`${text}\n`).items, text).toEqual([])
  })

  it('are the AER capability of a function of which EEH prints rows, and the header in it', () => {
    const rows = ['14820001 00100000 00400000 00462030', '00000000 0000e000 000002b4 40000001', '0000000f 90038090 00000000 00000000', '00000000 00000000'].map((row, i) => `EEH: PCI-E AER ${i}0: ${row}`)
    const lines = ['EEH: of node=0040:01:00.0', 'EEH: PCI device/vendor: 00251e0f', 'EEH: PCI-E 00: 0002b010 10008fe3 00002910 00436044', 'EEH: PCI-E AER capability register set follows:', ...rows]
    for (const [text, device] of [[lines, '0040:01:00.0'], [lines.map((line) => `> [  131.556300] ${line} `), '0040:01:00.0'], [rows, undefined]] as const) {
      const { items } = read(text.join('\n'))
      expect(items.map(({ record, name, said }) => [record, name, said['device']])).toEqual([['config.aer-capability', 'Advanced Error Reporting capability', device], [null, 'MWr32', device]])
      expect(items[0]!.message).toMatchObject({ uncorrectableStatus: 0x100000, firstErrorPointer: 0x14, headerLog2: 0xf })
      expect(items[0]!.absent).toContain('headerLog14')
    }
    expect(read(`${rows[0]}\n${rows[2]}\n`).items[0]!.absent).toContain('headerLog1')
    expect(read(`${lines[0]}\n${rows[1]}\n`).items).toEqual([])
  })
})
