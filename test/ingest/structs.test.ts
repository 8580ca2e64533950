import { describe, expect, it } from 'vitest'
import { hexOf, read } from '../../src/ingest/index.ts'
import { noisy } from './struct-noise.ts'

/** Structs as debuggers print them, in the layout of gdb, crash, lldb and drgn. All values are synthetic. */

const found = (text: string): unknown[] => read(text).items.map(({ record, message, ambiguous }) => [record, message, ...(ambiguous ? ['ambiguous'] : [])])

const request = { flags: 3, pasid: 0x1234, grpid: 5, perm: 3, addr: 0x7f2200024000n }
const whole = { ...request, privateData0: 0n, privateData1: 0n }
const members = (hex: boolean): string => ['flags', 'pasid', 'grpid', 'perm', 'addr'].map((name) => `${name} = ${hex ? '0x' : ''}${request[name as keyof typeof request].toString(hex ? 16 : 10)}`).join(', ')

describe('a fault of Linux', () => {
  it.each([
    ['gdb', `(gdb) p *fault\n$1 = {type = 1, prm = {${members(false)}, private_data = {0, 0}}}\n`],
    ['gdb in hex', `$12 = {type = 0x1, prm = {${members(true)}, private_data = {0x0, 0x0}}}\n`],
    ['gdb, repeated', `$12 = {type = 0x1, prm = {${members(true)}, private_data = {0x0 <repeats 2 times>}}}\n`],
    ['gdb, inside another', `$3 = {fault = {type = 1, prm = {${members(false)}, private_data = {0, 0}}}, list = {next = 0xffff888101234540, prev = 0xffff888101234540}}\n`],
    ['gdb, pretty', `$1 = {\n  type = 1,\n  prm = {\n    ${members(false).replaceAll(', ', ',\n    ')},\n    private_data = {0, 0}\n  }\n}\n`],
    ['gdb, a local variable', `        fault = {type = 1, prm = {${members(false)}, \n            private_data = {0, 0}}}\n`],
    ['crash', `crash> struct iommu_fault ffff888101234500\nstruct iommu_fault {\n  type = 1,\n  prm = {\n    ${members(false).replaceAll(', ', ',\n    ')},\n    private_data = {0, 0}\n  }\n}\n`],
    ['drgn', `(struct iommu_fault){\n\t.type = (u32)1,\n\t.prm = (struct iommu_fault_page_request){\n${members(false).split(', ').map((one) => `\t\t.${one.replace('= ', '= (u32)')},\n`).join('')}\t\t.private_data = (u64 [2]){},\n\t},\n}\n`],
    ['drgn, of an address', `*(struct iommu_fault *)0xffff888101234500 = {\n\t.type = (u32)1,\n\t.prm = (struct iommu_fault_page_request){\n${members(false).split(', ').map((one) => `\t\t.${one.replace('= ', '= (u32)')},\n`).join('')}\t\t.private_data = (u64 [2]){ 0, 0 },\n\t},\n}\n`],
  ])('as %s prints it', (_, text) => {
    for (const written of noisy(text)) expect(found(written), written).toEqual([['linux.iommu-fault-v6.10', whole]])
    expect(read(text).items[0]!.absent).toEqual(['+4[31:0]'])
  })

  it('of UAPI has the members of both kinds, and its type tells which', () => {
    const event = 'event = {reason = 0, flags = 0, pasid = 0, perm = 0, addr = 0, fetch_addr = 0}'
    const text = (type: number): string => `$1 = {type = ${type}, padding = 0, {${event}, prm = {${members(false)}, private_data = {0, 0}}, padding2 = "\\000\\001"}}\n`
    expect(found(text(2))).toEqual([['linux.iommu-fault-page-request', whole]])
    expect(found(text(1))).toEqual([])
  })

  it('without its type is of either kernel', () => {
    const text = `$1 = {${members(false)}, private_data = {0, 0}}\n`
    expect(found(`$4 = {type = 1, prm = {${members(false)}`)).toEqual([['linux.iommu-fault-v6.10', request]])
    expect(found(`(struct iommu_fault_page_request){ .flags = (u32)3, .pasid = (u32)4660 }\n`).map((one) => (one as unknown[])[2])).toEqual(['ambiguous', 'ambiguous'])
    expect(found(text)).toEqual([])
  })

  it('without its type is of the kernel that has its flags', () => {
    expect(found('(struct iommu_fault_page_request){ .flags = (u32)11, .pasid = (u32)4660 }\n')).toEqual([['linux.iommu-fault-page-request', { flags: 11, pasid: 4660 }]])
  })

  it('stands behind its address in a list of crash', () => {
    const one = (address: string): string => `${address}\n  fault = {\n    type = 1,\n    prm = {\n      ${members(false).replaceAll(', ', ',\n      ')},\n      private_data = {0, 0}\n    }\n  },\n`
    expect(found(`crash> list -H 0xffff9d0b43c10000 -s iopf_fault.fault\n${one('ffff9d0b43c10040')}${one('ffff9d0b43c10080')}`)).toEqual([['linux.iommu-fault-v6.10', whole], ['linux.iommu-fault-v6.10', whole]])
  })
})

it('padding that is printed is not absent, and is a reserved bit like any other', () => {
  const text = '$5 = {flags = 0x3, dev_id = 0x1, pasid = 0x123, grpid = 0x5, perm = 0x3, __reserved = 0x0, addr = 0x1000, length = 0x0, cookie = 0x9}\n'
  expect(read(text).items[0]).toMatchObject({ record: 'linux.iommufd-pgfault', absent: [], bad: false, findings: [] })
  expect(read(text.replace('__reserved = 0x0', '__reserved = 0x5')).items[0]).toMatchObject({ absent: [], bad: true, findings: [{ message: expect.stringMatching(/^reserved bits \S+ are 0x5 \(padding\)$/) }] })
  expect(read(text.replace('__reserved = 0x0, ', '')).items[0]).toMatchObject({ absent: ['+20[31:0]'], bad: false })
})

it('each struct of iommufd and of older kernels', () => {
  expect(found('$5 = {flags = 0x3, dev_id = 0x1, pasid = 0x123, grpid = 0x5, perm = 0x3, __reserved = 0x0, addr = 0x1000, length = 0x0, cookie = 0x9}\n')).toEqual([
    ['linux.iommufd-pgfault', { flags: 3, devId: 1, pasid: 0x123, grpid: 5, perm: 3, addr: 0x1000n, length: 0, cookie: 9 }],
  ])
  expect(found('crash> struct iommu_hwpt_page_response ffff888101234500\nstruct iommu_hwpt_page_response {\n  cookie = 9,\n  code = 1\n}\n')).toEqual([['linux.iommufd-page-response', { cookie: 9, code: 1 }]])
  expect(found('$1 = {argsz = 24, version = 1, flags = 1, pasid = 291, grpid = 5, code = IOMMU_PAGE_RESP_FAILURE}\n')).toEqual([['linux.iommu-page-response', { argsz: 24, version: 1, flags: 1, pasid: 291, grpid: 5, code: 2 }]])
  expect(found('$1 = {version = 1, flags = 1, pasid = 291, grpid = 5, code = 0}\n')).toEqual([['linux.iommu-page-response-v5.3', { version: 1, flags: 1, pasid: 291, grpid: 5, code: 0 }]])
  expect(found('$1 = {pasid = 291, grpid = 5, code = 0}\n')).toEqual([['linux.iommu-page-response-v6.10', { pasid: 291, grpid: 5, code: 0 }]])
  expect(found('(gdb) p *(struct iommu_vevent_arm_smmuv3 *)buf\n$1 = {evt = {0x10, 0x0, 0x0, 0x0}}\n')).toEqual([['linux.iommu-vevent-arm-smmuv3', { evt0: 16n, evt1: 0n, evt2: 0n, evt3: 0n }]])
})

describe('words', () => {
  const bytesOf = (text: string): string[] => read(text).items.map(({ data }) => hexOf(data!))
  const REQUEST = '0101003b34120000af024000227f0000'
  const [q0, q1] = ['0x12343b000101', '0x7f22004002af']

  it('of a page request stand among its fields', () => {
    const fields = [`{{qw_0 = ${q0}, {type = 0x1, pasid_present = 0x1, rsvd = 0x0}}, {qw_1 = ${q1}, {rd_req = 0x1, addr = 0x7f22004}}`, 'qw_2 = 0x0, qw_3 = 0x0}'] as const
    for (const written of noisy(`$2 = ${fields.join(', ')}\n`)) expect(bytesOf(written), written).toEqual([`${REQUEST}${'0'.repeat(32)}`])
    expect(bytesOf(`$2 = {${fields.join(', ')}, ${fields.join(', ')}}\n`)).toHaveLength(2)
    expect(read(`$2 = ${fields[0]}, priv_data = {0x1, 0x2}}\n`).items.map(({ record }) => record)).toEqual(['vtd.page-request-v3'])
    expect(bytesOf(`  qw_0 = ${q0},\n  qw_1 = ${q1}\n`)).toEqual([`${REQUEST}${'?'.repeat(32)}`])
    expect(bytesOf('$2 = {qw_0 = 0x12343b000102, qw_1 = 0x0, qw_2 = 0x0, qw_3 = 0x0}\n')).toEqual([])
  })

  it('of a command are told by its struct', () => {
    expect(read('(gdb) p/x *(struct iommu_cmd *)0xffff888100001000\n$4 = {data = {0x4500, 0x40000005, 0x1000, 0x0}}\n').items.map(({ record, data }) => [record, hexOf(data!)])).toEqual([['amd.invalidate-iotlb-pages', '00450000050000400010000000000000']])
    // Without it, they are words that may be several things.
    expect(read('$4 = {data = {0x4500, 0x40000005, 0x1000, 0x0}}\n').items.every(({ ambiguous }) => ambiguous)).toBe(true)
    expect(read('crash> struct qi_desc ffff888100001000 -x\nstruct qi_desc {\n  qw0 = 0x450000000003,\n  qw1 = 0x7ffffffffffff001,\n  qw2 = 0x0,\n  qw3 = 0x0\n}\n').items.map(({ record }) => record)).toEqual(['vtd.device-tlb-invalidate'])
    expect(read('(struct riscv_iommu_pq_record){\n\t.hdr = (__le64)19797141028864,\n\t.payload = (__le64)139852312117927,\n}\n').items.map(({ record }) => record)).toEqual(['riscv.page-request'])
  })
})

it('a command of an SMMUv3 has the members that its opcode means', () => {
  const ent = (opcode: string): string => `$9 = {opcode = ${opcode}, substream_valid = 0x1, {prefetch = {sid = 0x4500, size = 0x23, addr = 0x0}, atc = {sid = 0x4500, ssid = 0x123, addr = 0x7000, size = 0x2, global = 0x0}, pri = {sid = 0x4500, ssid = 0x123, grpid = 0x5, resp = PRI_RESP_SUCC}, resume = {sid = 0x4500, stag = 0x123, resp = 0x1}}}\n`
  expect(found(ent('0x41'))).toEqual([['smmuv3.cmd-pri-resp', { substreamValid: true, substreamId: 0x123, streamId: 0x4500, prgIndex: 5, resp: 2 }]])
  expect(found(ent('0x40'))).toEqual([['smmuv3.cmd-atc-inv', { substreamValid: true, substreamId: 0x123, streamId: 0x4500, global: false, size: 2, address: 0x7000n }]])
  expect(found(ent('0x44'))).toEqual([['smmuv3.cmd-resume', { streamId: 0x4500, stag: 0x123, action: true, abort: false }]])
  expect(found(ent('0x10'))).toEqual([])
})

it.each([
  '$1 = {kobj = {name = 0xffff888100001000 "0000:00:02.0", entry = {next = 0xffff888100001000}}, type = 0xffffffff82a01234 <pci_dev_type>, flags = 3, addr = 0x1000}',
  '$2 = {type = 1, prm = {a = 1, b = 2}}', '$3 = {x = 1, y = 2, code = 0}', '$4 = {pasid = 5, flags = 3, addr = 4096}', '$6 = {low = 0x3, high = 0x4}',
  '$8 = {opcode = 65, value = 3, pri = {sid = 3}}', '$9 = {grpid = 5, name = "x"}', '$10 = {pid = 4711, grpid = 5, code = 3, addr = 0}', '$11 = {dword0 = 0x1, dword1 = 0x2}',
  '$12 = {hdr = 0x3b00123, payload = 0x7f0012345007}', '$13 = {qw0 = 0x1234, qw1 = 0x0, qw2 = 0x0, qw3 = 0x0}', '$14 = {pasid = 4294967296, grpid = 5, code = 0}', '$15 = {cookie = 1, code = 0}',
  'struct iommu_domain {\n  type = 3,\n  geometry = {\n    aperture_start = 0,\n    force_aperture = true\n  }\n}', '(struct iommu_group){\n\t.id = (int)3,\n}',
  'struct iommu_fault {\n\t__u32\ttype;\n\t__u32\tpadding;\n};', 'struct iommu_fault fault = { .type = IOMMU_FAULT_PAGE_REQ, .prm = { .flags = 0 } };',
  'static struct qi_desc desc = {\n\t.qw0 = QI_IWD_STATUS_DATA(QI_DONE) | QI_IWD_TYPE,\n\t.qw1 = virt_to_phys(status),\n};', 'foo = {\n  pasid = 5\n  grpid = 3\n}', 'config = {\n  "pasid": 5,\n}',
])('%s: no record', (text) => {
  expect(read(`${text}\n`).items).toEqual([])
})
