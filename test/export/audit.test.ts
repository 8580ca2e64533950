import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { audit, AuditError, exporters, suggest } from '../../src/export/index.ts'
import type { AuditMapping } from '../../src/export/index.ts'
import { itemsOf } from '../../src/export/audit/mapping.ts'
import { formOf } from '../../src/export/form.ts'
import { masksOf } from '../../src/export/targets/c-names.ts'
import { record, records } from '../../src/index.ts'
import { kernelHeaders } from './support/kernel.ts'
import { Folder, mayMiss, missingTool, RECORDS, titled } from './support/tools.ts'

/** Headers of our own, with slips of the kinds that real headers had: a shift by one, a field from some bit on, exchanged flags, a word too wide. */

const missing = missingTool('gcc')
const folder = new Folder()
afterAll(() => folder.remove())

function header(name: string, text: string): string {
  writeFileSync(folder.at(name), text)
  return folder.at(name)
}

const RIGHT = `
#include <stdint.h>
#define Q0_STREAM GENMASK_ULL(31, 0)
#define Q1_GROUP GENMASK_ULL(8, 0)
#define Q1_GROUP_SHIFT 0
#define Q1_PAGE_SHIFT 12
#define Q0_LAST (1ULL << 62)
enum { RESP_DENY = 0, RESP_BAD = 1, RESP_OK = 2 };
struct pri {
    uint64_t stream : 32, substream : 20, res0 : 6, priv : 1, exec : 1, rd : 1, wr : 1, last : 1, ssv : 1;
    uint64_t group : 9, res1 : 3, page : 52;
};
`

const MAPPING: AuditMapping = {
  masks: { 'smmuv3.pri-queue-entry': { Q0_STREAM: 'streamId', Q1_GROUP: 'prgIndex', Q0_LAST: 'last' } },
  shifts: { 'smmuv3.pri-queue-entry': { Q1_GROUP_SHIFT: 'prgIndex', Q1_PAGE_SHIFT: 'address' } },
  structs: {
    'smmuv3.pri-queue-entry': {
      type: 'struct pri',
      members: { stream: 'streamId', substream: 'substreamId', priv: 'privileged', exec: 'execute', rd: 'read', wr: 'write', last: 'last', ssv: 'substreamValid', group: 'prgIndex', page: 'address' },
    },
  },
  codes: { 'smmuv3.cmd-pri-resp': { RESP_DENY: 'resp.ResponseFailure', RESP_BAD: 'resp.InvalidRequest', RESP_OK: 'resp.Success' } },
}

const found = async (text: string, mapping = MAPPING): Promise<string[]> =>
  (await audit(records, mapping, [header('audited.h', text)])).findings.map(({ name, field, has, due }) => `${name} ${field}: ${has}, ${due}`)

describe.skipIf(mayMiss(missing))(titled('audit', missing), () => {
  it('finds nothing in a header that is right, and says what the mapping leaves out', async () => {
    const report = await audit(records, MAPPING, [header('right.h', RIGHT)])
    expect(report).toMatchObject({ ok: true, compared: 19, findings: [], better: [] })
    expect(report.unmapped).toEqual({ 'smmuv3.cmd-pri-resp': expect.arrayContaining(['streamId', 'prgIndex', 'opcode']) })
  })

  it.each([
    ['a mask that is too wide', [/GENMASK_ULL\(8, 0\)/, 'GENMASK_ULL(9, 0)'], ['Q1_GROUP prgIndex: q1[9:0], q1[8:0]']],
    ['a shift that disagrees', [/PAGE_SHIFT 12/, 'PAGE_SHIFT 11'], ['Q1_PAGE_SHIFT address: shift 11, shift 12']],
    ['a macro that is gone', [/#define Q0_LAST.*\n/, ''], ['Q0_LAST last: not defined, q0[62]']],
    ['flags that changed places', [/rd : 1, wr : 1/, 'wr : 1, rd : 1'], ['rd read: q0[61], q0[60]', 'wr write: q0[60], q0[61]']],
    ['fields that are shifted from a bit on', [/res0 : 6, priv : 1/, 'res0 : 5, priv : 1'], [
      'priv privileged: q0[57], q0[58]', 'exec execute: q0[58], q0[59]', 'rd read: q0[59], q0[60]', 'wr write: q0[60], q0[61]', 'last last: q0[61], q0[62]', 'ssv substreamValid: q0[62], q0[63]',
    ]],
    ['a word that is too long', [/page : 52;/, 'page : 52; uint64_t more;'], ['sizeof(struct pri) size: 24 bytes, 16 bytes']],
    ['a code in the numbers of PCIe', [/RESP_DENY = 0, RESP_BAD = 1, RESP_OK = 2/, 'RESP_DENY = 15, RESP_BAD = 1, RESP_OK = 0'], ['RESP_DENY resp: 0xf, 0x0, ResponseFailure', 'RESP_OK resp: 0x0, 0x2, Success']],
  ] as const)('finds %s', async (_what, [right, wrong], due) => {
    expect(RIGHT).toMatch(right)
    expect(await found(RIGHT.replace(right, wrong))).toEqual(due)
  })

  it('takes a split field as several masks, the most significant first', async () => {
    const mapping = { masks: { 'pcie.page-request': { ATTR_HI: 'attr', ATTR_LO: 'attr' } } }
    expect(await found('#define ATTR_HI BIT(18)\n#define ATTR_LO GENMASK(13, 12)\n', mapping)).toEqual([])
    expect(await found('#define ATTR_HI BIT(17)\n#define ATTR_LO GENMASK(13, 12)\n', mapping)).toEqual(['ATTR_HI attr: DW0[17], DW0[18]'])
    await expect(found('#define A 1\n', { masks: { 'pcie.page-request': { A: 'attr', B: 'attr', C: 'attr' } } })).rejects.toThrow('a field has 2 pieces, and 3 names')
  })

  it('sees a wrong word where the mapping says of which a macro is', async () => {
    const of = (at: string): AuditMapping => ({ masks: { 'smmuv3.pri-queue-entry': { GROUP: `prgIndex@${at}` } }, shifts: { 'pcie.page-request': { INDEX_SHIFT: `prgIndex@${at}` } } })
    const text = '#define GROUP GENMASK_ULL(8, 0)\n#define INDEX_SHIFT 3\n#define Q0 0\n#define Q1 0x08\n#define DW3 12\n'
    expect(await found(text, { masks: of('Q1').masks! })).toEqual([])
    expect(await found(text, { masks: of('0').masks! })).toEqual(['GROUP prgIndex: q0[8:0], q1[8:0]'])
    expect(await found(text, { shifts: of('DW3').shifts! })).toEqual([])
    // A register of 16 bits inside a word, as configuration space has them.
    const register = { masks: { 'config.ats-capability': { ON: 'enable@6' } }, gets: { 'config.ats-capability': { STU: 'smallestTranslationUnit@CTRL' } } }
    expect(await found('#define ON 0x8000\n#define STU(x) ((x) & 0x1f)\n#define CTRL 6\n', register)).toEqual([])
    expect(await found('#define ON 0x8000\n#define STU(x) ((x) & 0x1f)\n#define CTRL 4\n', register)).toEqual(['STU smallestTranslationUnit: +4[4:0], +4[20:16]'])
    await expect(found(text, of('16'))).rejects.toThrow('smmuv3.pri-queue-entry has no word at byte 16, where GROUP is said to be')
    await expect(found(text, { shifts: of('13').shifts! })).rejects.toThrow('pcie.page-request has no word at byte 13')
    await expect(found(text, of('a b'))).rejects.toThrow('a b is neither a number of bytes nor a name')
    await expect(found('#define A 1\n', { masks: { 'pcie.page-request': { A: 'address' } } })).rejects.toThrow('address stands in several words, and A is of one')
  })

  describe('of macros that take arguments', () => {
    const text = `
#define PFSID(x) (((u64)(x) & 0xf) << 12 | (((u64)(x) >> 4) & 0xfff) << 52)
#define ADDR(a) ((u64)(a) & ~0xfffull)
#define SID(sid) ((sid) << 16)
#define GET_PASID(q) ((q) >> 32 & 0xfffff)
#define GET_ADDR(q) ((q) & ~0xfffull)
struct broken { no_such_type x; };
`
    const mapping: AuditMapping = {
      read: 'macros',
      puts: { 'vtd.pasid-device-tlb-invalidate': { PFSID: 'pfsid@0', ADDR: 'address@8', SID: 'sid@0' } },
      gets: { 'vtd.pasid-device-tlb-invalidate': { GET_PASID: 'pasid@0', GET_ADDR: 'address@8' } },
    }

    it('finds nothing in those that are right, though the header does not compile', async () => {
      expect(await found(text, mapping)).toEqual([])
      expect(await found(`#include <no/such/header.h>\n${text}`, mapping)).toEqual([])
      await expect(found(text, { ...mapping, read: 'all' as 'macros' })).rejects.toThrow('read is macros or is left out')
    })

    it.each([
      ['halves of the wrong bits of a value', [/\(\(u64\)\(x\) >> 4\)/, '((u64)(x))'], ['PFSID pfsid: q0[63:56] {q0[15]|q0[55]} {q0[14]|q0[54]} {q0[13]|q0[53]} {q0[12]|q0[52]}, q0[63:52] q0[15:12]']],
      ['a shift by another number', [/<< 16/, '<< 12'], ['SID sid: q0[27:12], q0[31:16]']],
      ['an address as the number of a page', [/GET_ADDR\(q\).*/, 'GET_ADDR(q) ((q) >> 12)'], ['GET_ADDR address: q1[63:12] as value bits 51:0, q1[63:12]']],
      ['a field that is cut off', [/0xfffff\)/, '0xffff)'], ['GET_PASID pasid: q0[47:32], q0[51:32]']],
      ['a macro that is gone', [/#define SID.*/, ''], ['SID sid: not defined, q0[31:16]']],
    ] as const)('finds %s', async (_what, [right, wrong], due) => {
      expect(text).toMatch(right)
      expect(await found(text.replace(right, wrong), mapping)).toEqual(due)
    })
  })

  it('compares constants with fixed values', async () => {
    const mapping = { codes: { 'smmuv3.cmd-pri-resp': { OP_PRI_RESP: 'opcode' } } }
    expect(await found('enum { OP_PRI_RESP = 0x41 };\n', mapping)).toEqual([])
    expect(await found('enum { OP_PRI_RESP = 0x44 };\n', mapping)).toEqual(['OP_PRI_RESP opcode: 0x44, 0x41, the fixed value'])
  })

  it.each(['gcc', 'clang'])('proposes a mapping of like names, by %s', async (cc) => {
    if (missingTool(cc) !== undefined) return expect(mayMiss(cc)).toBe(true)
    const file = header('proposed.h', `
#include <no/such/header.h>
#define ENTRY_SID GENMASK_ULL(31, 0)
#define ENTRY_SSID GENMASK_ULL(51, 32)
#define ENTRY_SSV BIT_ULL(63)
#define ENTRY_PERM_READ BIT_ULL(60)
#define ENTRY_PERM_WRITE BIT_ULL(62)
#define ENTRY_PRG_IDX GENMASK_ULL(8, 0)
#define ENTRY_UPPER GENMASK_ULL(63, 12)
#define OTHER_LAST BIT_ULL(3)
#define ENTRY_NEXT(p) ((struct entry *)(p))->next
#define ENTRY_LOST unknown_function(ENTRY_SID)
`)
    const { mapping, suggestions } = await suggest([record('smmuv3.pri-queue-entry')], [file], { cc })
    expect(mapping.masks).toEqual({ 'smmuv3.pri-queue-entry': {
      ENTRY_SID: 'streamId', ENTRY_SSID: 'substreamId', ENTRY_SSV: 'substreamValid', ENTRY_PERM_READ: 'read', ENTRY_PRG_IDX: 'prgIndex', ENTRY_UPPER: 'address', ENTRY_PERM_WRITE: 'write',
    } })
    expect(suggestions.filter(({ sameBits }) => !sameBits).map(({ name }) => name)).toEqual(['ENTRY_PERM_WRITE'])
    expect((await audit(records, mapping, [file], { cc })).findings.map(({ name, has, due }) => [name, has, due])).toEqual([['ENTRY_PERM_WRITE', 'q0[62]', 'q0[61]']])
  })

  it('names the record that fits better', async () => {
    const mapping = { masks: { 'amd.invalidate-iotlb-pages': { MOST: 'maxPending', QUEUE: 'queueId' } } }
    const report = await audit(records, { masks: { 'smmuv3.cmd-resume': { STREAM: 'streamId' } } }, [header('other.h', '#define STREAM GENMASK_ULL(31, 0)\n')])
    expect(report).toMatchObject({ ok: false, better: [{ record: 'smmuv3.pri-queue-entry', than: 'smmuv3.cmd-resume', findings: 0 }] })
    expect((await audit(records, mapping, [header('none.h', '')])).better).toEqual([])
  })

  it('tells our own doubt', async () => {
    const report = await audit(records, { masks: { 'smmuv3.stall-event': { TTRNW: 'ttrnw' } } }, [header('doubt.h', '#define TTRNW BIT(43)\n')])
    expect(report.findings).toMatchObject([{ field: 'ttrnw', confidence: 'one source' }])
  })

  it('refuses mappings and headers that are wrong', async () => {
    const right = header('right.h', RIGHT)
    await expect(audit(records, { masks: { 'vtd.nothing': {} } }, [right])).rejects.toThrow('mapping: no record is called vtd.nothing')
    await expect(audit(records, { masks: { 'vtd.page-request': { A: 'nothing' } } }, [right])).rejects.toThrow('mapping: vtd.page-request has no field nothing')
    await expect(audit(records, { masks: { 'vtd.page-request': { 'A); system("x"': 'rid' } } }, [right])).rejects.toThrow('is no name in C')
    await expect(audit(records, { mask: {} } as AuditMapping, [right])).rejects.toThrow('mapping: mask is none of')
    await expect(audit(records, MAPPING, [header('broken.h', 'struct {')])).rejects.toThrow(AuditError)
  })

  it('proves our own masks in the style of the kernel', async () => {
    const [text] = exporters['c-kernel'](RECORDS).values()
    mkdirSync(folder.at('linux'), { recursive: true })
    writeFileSync(folder.at('linux/bits.h'), '')
    const masks = Object.fromEntries(RECORDS.map(({ layout }) => {
      const form = formOf(layout)
      return [layout.id, Object.fromEntries([...form.fields, ...form.fixed].flatMap((one) => masksOf(form, '', one).toReversed().map(({ name }) => [name, one.name])))]
    }))
    const report = await audit(records, { masks }, [header('kernel.h', text!)], { include: [folder.path] })
    expect(report).toMatchObject({ ok: true, unmapped: {} })
    expect(report.compared).toBeGreaterThan(50)
  })

  const system = '/usr/include/linux/iommu.h'
  it.skipIf(!existsSync(system))(`finds nothing in ${system}, where it is that of Linux 5.10 to 6.8`, async () => {
    const mapping = JSON.parse(readFileSync('examples/audit/linux-iommu-v6.1.json', 'utf8')) as AuditMapping
    if (!readFileSync(system, 'utf8').includes('struct iommu_page_response')) return expect(mapping.structs).toBeDefined()
    expect(await audit(records, mapping, [system])).toMatchObject({ ok: true, compared: 29 })
  })

  const registers = `${kernelHeaders() ?? '/usr/src'}/include/uapi/linux/pci_regs.h`
  it.skipIf(!existsSync(registers))(`finds nothing in ${registers}`, async () => {
    const mapping = JSON.parse(readFileSync('examples/audit/linux-pci-regs-v6.12.json', 'utf8')) as AuditMapping
    expect(await audit(records, mapping, [registers])).toMatchObject({ ok: true, compared: 20 })
  })

  const inside = `${kernelHeaders() ?? '/usr/src'}/include/linux/iommu.h`
  it.skipIf(!existsSync(inside))(`finds nothing in ${inside}, where it is that of Linux 6.10 to 6.12`, async () => {
    const mapping = JSON.parse(readFileSync('examples/audit/linux-kernel-iommu-v6.12.json', 'utf8')) as AuditMapping
    const text = readFileSync(inside, 'utf8')
    for (const [, file] of text.matchAll(/#include <(.*)>/g)) {
      mkdirSync(dirname(folder.at(`empty/${file}`)), { recursive: true })
      folder.put(`empty/${file}`, '')
    }
    const look = (file: string): ReturnType<typeof audit> => audit(records, mapping, ['examples/linux-kernel-types.h', file], { include: [folder.at('empty')] })
    expect(await look(inside)).toMatchObject({ ok: true, compared: 24 })
    // A word that is not there any more moves all that follow.
    expect((await look(header('iommu.h', text.replace(/(struct iommu_page_response \{\s+u32\s+)pasid(;\s+u32\s+)grpid/, '$1grpid$2pasid')))).findings.map(({ name }) => name)).toEqual(['pasid', 'grpid'])
  })
})

it('every mapping file names what is there, and says what was read and in which version', () => {
  const files = readdirSync('examples/audit')
  expect(files.length).toBeGreaterThan(11)
  for (const file of files) {
    const mapping = JSON.parse(readFileSync(`examples/audit/${file}`, 'utf8')) as AuditMapping
    expect(mapping.title, file).toMatch(/\.[ch] as of (Linux|QEMU|Xen|FreeBSD) (\d+\.\d+|commit [0-9a-f]{12})/)
    expect(itemsOf(mapping, records).length, file).toBeGreaterThan(4)
  }
})
