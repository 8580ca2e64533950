import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { audit, AuditError, exporters } from '../../src/export/index.ts'
import type { AuditMapping } from '../../src/export/index.ts'
import { formOf } from '../../src/export/form.ts'
import { masksOf } from '../../src/export/targets/c-names.ts'
import { records } from '../../src/index.ts'
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
    ['a mask that is too wide', [/GENMASK_ULL\(8, 0\)/, 'GENMASK_ULL(9, 0)'], ['Q1_GROUP prgIndex: [9:0], [8:0] of q1']],
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
    expect(await found('#define ATTR_HI BIT(17)\n#define ATTR_LO GENMASK(13, 12)\n', mapping)).toEqual(['ATTR_HI attr: [17], [18] of DW0'])
    await expect(found('#define A 1\n', { masks: { 'pcie.page-request': { A: 'attr', B: 'attr', C: 'attr' } } })).rejects.toThrow('a field has 2 pieces, and 3 names')
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
})
