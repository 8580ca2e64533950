import { writeFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { audit, suggest } from '../../src/export/index.ts'
import type { AuditMapping } from '../../src/export/index.ts'
import { record, records } from '../../src/index.ts'
import { Folder, mayMiss, missingTool, titled } from './support/tools.ts'

/** Bit-field structs of our own, in the shapes that hypervisors and drivers give them, and the mapping that is proposed for them. */

const missing = missingTool('gcc')
const folder = new Folder()
afterAll(() => folder.remove())

/** A union of a number and bits for each word. */
const WORDS = `
typedef union pri_word0 {
    uint64_t raw;
    struct { uint64_t stream_id : 32, substream_id : 20, reserved0 : 6, priv : 1, exec : 1, read : 1, write : 1, last : 1, ssv : 1; };
} pri_word0_t;
typedef union {
    uint64_t raw;
    struct { uint64_t prg_index : 9, reserved1 : 3, page : 52; } bits;
} pri_word1_t;
`

/** Inner structs with names, one kind of entry beside another. */
const INNER = `
struct qinval_entry {
    union {
        struct {
            struct { uint64_t type : 4, res_1 : 12, sid : 16, res_2 : 32; } lo;
            struct { uint64_t addr; } hi;
        } other;
        struct {
            struct { uint32_t type : 8; uint32_t pasid_present : 1, res : 7, rid : 16; uint32_t pasid : 20; uint32_t exe : 1, pm : 1, res2 : 10; } lo;
            struct { uint64_t read : 1, write : 1, lpig : 1, prg_index : 9, addr : 52; } hi;
            uint64_t pad[2];
        } page_req;
    } u;
};
`

/** With an attribute before its name. */
const ATTRIBUTED = `
struct __attribute__((packed)) prq_entry {
    uint64_t type : 8, pasid_present : 1, rsvd0 : 7, rid : 16, pasid : 20, exe_req : 1, pm_req : 1, rsvd1 : 10;
    uint64_t rd : 1, wr : 1, lpig : 1, prg_index : 9, addr : 52;
    uint64_t priv[2];
};
`

/** One union of the whole, as drivers of Windows have it. */
const DRIVER = `
typedef union _PAGE_GROUP_RESPONSE {
    struct {
        uint64_t Type : 4;
        uint64_t PasidPresent : 1;
        uint64_t Reserved1 : 7;
        uint64_t ResponseCode : 4;
        uint64_t RequesterId : 16;
        uint64_t Pasid : 20;
        uint64_t Reserved2 : 12;
        uint64_t Reserved3 : 3;
        uint64_t PrgIndex : 9;
        uint64_t Reserved4 : 52;
        uint64_t Reserved5;
        uint64_t Reserved6;
    };
    uint64_t AsUINT64[4];
} PAGE_GROUP_RESPONSE, *PPAGE_GROUP_RESPONSE;
`

const PIECES = `
struct invalidate { uint64_t type_low : 4, : 5, type_high : 3, pf_low : 4, max_pend : 5, : 11, sid : 16, : 4, pf_high : 12, s : 1, : 11, addr : 52; };
`

async function proposed(ids: readonly string[], text: string, cc = 'gcc'): Promise<{ mapping: AuditMapping; unlike: string[]; found: string[]; broken?: string }> {
  const file = folder.at('structs.h')
  writeFileSync(file, `#include <stdint.h>\n${text}`)
  const { mapping, suggestions, broken } = await suggest(ids.map((id) => record(id)), [file], { cc })
  const found = mapping.structs ? (await audit(records, mapping, [file], { cc })).findings.map(({ name, field, has, due }) => `${name} ${field}: ${has}, ${due}`) : []
  return { mapping, unlike: suggestions.filter(({ sameBits }) => !sameBits).map(({ name }) => name), found, ...(broken !== undefined && { broken }) }
}

describe.skipIf(mayMiss(missing))(titled('the mapping that is proposed for structs', missing), () => {
  it.each(['gcc', 'clang'])('has a type for each word, by %s', async (cc) => {
    if (missingTool(cc) !== undefined) return expect(mayMiss(cc)).toBe(true)
    expect(await proposed(['smmuv3.pri-queue-entry', 'smmuv3.cmd-pri-resp'], WORDS, cc)).toEqual({
      unlike: [], found: [],
      mapping: { title: expect.any(String), structs: { 'smmuv3.pri-queue-entry': [
        { type: 'union pri_word0', at: 0, members: { stream_id: 'streamId', substream_id: 'substreamId', priv: 'privileged', exec: 'execute', read: 'read', write: 'write', last: 'last', ssv: 'substreamValid' } },
        { type: 'pri_word1_t', at: 8, members: { 'bits.prg_index': 'prgIndex', 'bits.page': 'address' } },
      ] } },
    })
  })

  it('has the paths of inner structs, and the types of fixed values, but no reserved bits', async () => {
    const { mapping, unlike, found } = await proposed(['vtd.page-request', 'vtd.page-request-v2'], INNER)
    expect([unlike, found]).toEqual([[], []])
    expect(mapping.structs).toEqual({ 'vtd.page-request': { type: 'struct qinval_entry', members: {
      'u.page_req.lo.pasid_present': 'pasidPresent', 'u.page_req.lo.rid': 'rid', 'u.page_req.lo.pasid': 'pasid', 'u.page_req.lo.exe': 'executeRequested', 'u.page_req.lo.pm': 'privilegedModeRequested',
      'u.page_req.hi.read': 'read', 'u.page_req.hi.write': 'write', 'u.page_req.hi.lpig': 'last', 'u.page_req.hi.prg_index': 'prgIndex', 'u.page_req.hi.addr': 'address', 'u.page_req.lo.type': 'type',
    } } })
  })

  it('has a struct with an attribute before its name', async () => {
    const { mapping, found } = await proposed(['vtd.page-request', 'vtd.page-request-v2'], ATTRIBUTED)
    expect(found).toEqual([])
    expect(mapping.structs).toMatchObject({ 'vtd.page-request': { type: 'struct prq_entry', members: { rid: 'rid', exe_req: 'executeRequested', prg_index: 'prgIndex', addr: 'address' } } })
  })

  it('has the revision that fits best', async () => {
    const { mapping, found } = await proposed(['vtd.page-group-response', 'vtd.page-group-response-v2', 'vtd.page-group-response-v3'], DRIVER)
    expect(found).toEqual([])
    expect(mapping.structs).toEqual({ 'vtd.page-group-response': { type: 'union _PAGE_GROUP_RESPONSE', members: {
      PasidPresent: 'pasidPresent', ResponseCode: 'respCode', RequesterId: 'rid', Pasid: 'pasid', PrgIndex: 'prgIndex',
    } } })
  })

  it('has the pieces of a field, the most significant first', async () => {
    const { mapping, found } = await proposed(['vtd.device-tlb-invalidate-128'], PIECES)
    expect(found).toEqual([])
    expect(mapping.structs).toMatchObject({ 'vtd.device-tlb-invalidate-128': { type: 'struct invalidate', members: { pf_high: 'pfsid', pf_low: 'pfsid', type_high: 'type', type_low: 'type' } } })
    expect(Object.keys(Object.values(mapping.structs!).flat()[0]!.members).filter((name) => name.startsWith('pf'))).toEqual(['pf_high', 'pf_low'])
  })

  it.each([
    ['smmuv3.pri-queue-entry', 'flags that changed places', WORDS, [/read : 1, write : 1/, 'write : 1, read : 1'], ['read read: q0[61], q0[60]', 'write write: q0[60], q0[61]']],
    ['smmuv3.pri-queue-entry', 'a field that is too wide', WORDS, [/prg_index : 9, reserved1 : 3/, 'prg_index : 10, reserved1 : 2'], ['bits.prg_index prgIndex: q1[9:0], q1[8:0]']],
    ['vtd.page-request', 'fields that are shifted from a bit on', INNER, [/write : 1, lpig : 1, prg_index : 9/, 'write : 1, lpig : 1, spare : 1, prg_index : 9'], [
      'u.page_req.hi.prg_index prgIndex: q1[12:4], q1[11:3]', 'u.page_req.hi.addr address: q2[51:0], q1[63:12]', 'sizeof(struct qinval_entry) size: 40 bytes, 32 bytes',
    ]],
    ['vtd.page-group-response', 'a word that is left out', DRIVER, [/uint64_t Reserved6;(.*)AsUINT64\[4\]/s, '$1AsUINT64[3]'], ['sizeof(union _PAGE_GROUP_RESPONSE) size: 24 bytes, 32 bytes']],
    ['vtd.page-group-response', 'half of the words', DRIVER, [/uint64_t Reserved5;(.*)uint64_t Reserved6;(.*)AsUINT64\[4\]/s, '$1$2AsUINT64[2]'], ['sizeof(union _PAGE_GROUP_RESPONSE) size: 16 bytes, 32 bytes']],
  ] as const)('of %s leads to %s', async (id, _what, text, [right, wrong], due) => {
    expect(text).toMatch(right)
    const { found } = await proposed([id], text.replace(right, wrong))
    expect(found.toSorted()).toEqual([...due].toSorted())
  })

  it('proposes nothing of structs that have only some bits alike, and says why it looks at none', async () => {
    expect((await proposed(['amd.ppr-log', 'linux.iommu-page-response', 'pcie.page-request'], WORDS + INNER + DRIVER)).mapping.structs).toBeUndefined()
    const { mapping, broken } = await proposed(['smmuv3.pri-queue-entry'], `${WORDS}\nstruct broken { no_such_type x; };\n#define ENTRY_SID GENMASK_ULL(31, 0)\n`)
    expect(mapping).toMatchObject({ read: 'macros', masks: { 'smmuv3.pri-queue-entry': { ENTRY_SID: 'streamId' } } })
    expect(broken).toContain('no_such_type')
  })

  it('is refused where a part is at no byte of the record, and compares parts where they are', async () => {
    const file = folder.at('parts.h')
    writeFileSync(file, `#include <stdint.h>\n${WORDS}`)
    const at = (at: number): AuditMapping => ({ structs: { 'smmuv3.pri-queue-entry': { type: 'union pri_word0', at, members: { last: 'last' } } } })
    expect((await audit(records, at(0), [file])).findings).toEqual([])
    expect((await audit(records, at(8), [file])).findings).toMatchObject([{ has: 'q1[62]', due: 'q0[62]' }])
    await expect(audit(records, at(16), [file])).rejects.toThrow('mapping: smmuv3.pri-queue-entry has no byte 16, where union pri_word0 is said to be')
    await expect(audit(records, at(0.5), [file])).rejects.toThrow('has no byte 0.5')
  })
})
