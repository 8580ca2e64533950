import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { pcie, vtd } from '../../src/index.ts'
import { vtd as neighbours } from '../../src/neighbours/index.ts'
import { command } from '../support/command.ts'

/** How records of files of bytes go together. All of them are synthetic. */

const folder = mkdtempSync(join(tmpdir(), 'pci-ats-pri-bytes-'))
afterAll(() => rmSync(folder, { recursive: true }))
const read = async (name: string, parts: readonly Uint8Array[], ...options: readonly string[]) => {
  const path = join(folder, name)
  writeFileSync(path, Buffer.concat(parts))
  const { json, status, err } = await command(['read', '--json', '--binary', ...options, path])
  return { items: json.filter(({ source }) => source !== 'correlation'), conclusions: json.filter(({ source }) => source === 'correlation'), status, err }
}

const asked = { pasidPresent: true, rid: 0x0300, pasid: 0x12345, executeRequested: false, privilegedModeRequested: false, read: true, write: false, address: 0x1000n }
const request = (prgIndex: number, last = true): Uint8Array => vtd.pageRequest.encode({ ...asked, last, prgIndex })
const invalidate = (sid: number): Uint8Array => vtd.deviceTlbInvalidate.encode({ sid, pfsid: sid, queueDepth: 4, size: true, address: 0x7fff_ffff_ffff_f000n })
const wait = neighbours.invalidationWait.encode(neighbours.invalidationWait.decode(Uint8Array.from([0x25, 0, 0, 0, 2, 0, 0, 0, 0, 0x10, 0, 0, 1, 0, 0, 0, ...new Uint8Array(16)])) as never)
const response = (prgIndex: number): Uint8Array => vtd.pageGroupResponse.encode({ pasidPresent: true, rid: 0x0300, pasid: 0x12345, respCode: 0, prgIndex } as never)

describe('in a file of bytes', () => {
  it('requests of one group are linked by their offsets', async () => {
    const { items, status } = await read('group.bin', [request(1, false), request(2), request(1)], '--as', 'vtd.page-request')
    expect([status, items.map(({ link }) => link)]).toEqual([0, [undefined, undefined, { what: 'same group', offsets: [0], text: 'of group 0x1 of 03:00.0, PASID 0x12345, as the record at 0x0' }]])
  })

  it('entries of a queue are what each of them says, and a wait stands behind its invalidations', async () => {
    const { items, status } = await read('queue.bin', [new Uint8Array(32), invalidate(0x0300), invalidate(0xaf03), wait, response(7)], '--as', 'vtd.invalidation-queue')
    expect(status).toBe(0)
    expect(items.map(({ record, name, offset, said }) => [record ?? name, offset, said.index])).toEqual([
      ['empty slot; Linux prints it as UNKNOWN', 0, 0], ['vtd.device-tlb-invalidate', 32, 1], ['vtd.device-tlb-invalidate', 64, 2], ['vtd.invalidation-wait', 96, 3], ['vtd.page-group-response', 128, 4],
    ])
    expect(items.map(({ link }) => link?.text)).toEqual([undefined, undefined, undefined, 'waits for 2 invalidations at 0x20, 0x40', 'the request that it answers is not in this input'])
    expect((await read('queue.bin', [invalidate(1)], '--as', 'vtd.invalidation-queue', '--head', '0', '--tail', '0')).items).toEqual([])
  })

  it('a ring is followed over its end', async () => {
    const { items } = await read('ring.bin', [request(1), request(5), request(5), request(1, false)], '--as', 'vtd.page-request', '--head', '3', '--tail', '1')
    expect(items.map(({ offset, link }) => [offset, link?.offsets])).toEqual([[96, undefined], [0, [96]]])
  })

  it('packets are answered, answered again, and answered for nothing, and what is not answered is named', async () => {
    const ask = (prgIndex: number): Uint8Array => pcie.pageRequest.encode({ requesterId: 0x0300, prgIndex, last: true, write: false, read: true, address: 0x1000n })
    const answer = (prgIndex: number): Uint8Array => pcie.prgResponse.encode({ requesterId: 0, destinationId: 0x0300, respCode: 0, prgIndex } as never)
    const { items, conclusions } = await read('tlps.bin', [ask(1), ask(2), answer(1), answer(1), answer(3)], '--as', 'tlp')
    expect(items.map(({ link }) => link && [link.what, link.offsets])).toEqual([undefined, undefined, ['answers', [0]], ['answers again', [32, 0]], ['answers nothing known', []]])
    expect(conclusions).toMatchObject([{ name: 'unanswered', line: 0, offset: 16, offsets: [16], summary: 'group 0x2 of 03:00.0 is not answered in this input' }])
  })

  it('an invalidation is completed by its ITag, by as many completions as are due', async () => {
    const ask = (itag: number): Uint8Array => pcie.invalidateRequest.encode({ requesterId: 0, itag, destinationId: 0x0300, address: 0x1000n, size: false, global: false } as never)
    const done = (itagVector: number, completionCount: number): Uint8Array => pcie.invalidateCompletion.encode({ requesterId: 0x0300, destinationId: 0, completionCount, itagVector } as never)
    const { items, conclusions } = await read('itags.bin', [ask(3), ask(31), ask(4), done(0x80000008, 2), done(0x8, 2), done(0x8, 2)], '--as', 'tlp')
    expect(items.map(({ link }) => link?.text)).toEqual([
      undefined, undefined, undefined, 'completes the 2 invalidations at 0x0, 0x18, as number 1 of 2', 'completes the invalidation at 0x0, as number 2 of 2', 'the invalidation that it completes is not in this input',
    ])
    expect(conclusions.map(({ summary }) => summary)).toEqual([
      'the invalidation of 03:00.0, ITag 31, is not completed in this input, but for 1 of its completions', 'the invalidation of 03:00.0, ITag 4, is not completed in this input',
    ])
  })
})

it('an id that is none is wrong usage, with the nearest one', async () => {
  for (const [id, near] of [['vtd.page-reqest', 'vtd.page-request'], ['vtd.invalidation-queu', 'vtd.invalidation-queue']]) {
    expect(await read('no.bin', [request(1)], '--as', id!)).toMatchObject({ items: [], status: 2, err: expect.stringContaining(`did you mean ${near}?`) })
  }
})
