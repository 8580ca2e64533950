import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { mutantsOf } from '../../scripts/mutations.ts'
import { referenceRecord } from '../../src/codec/define.ts'
import { probe, testee } from '../../src/export/index.ts'
import type { Op, ProbeReport } from '../../src/export/index.ts'
import { questionsFor } from '../../src/export/kit/probe.ts'
import { record } from '../../src/index.ts'
import type { AnyRecord, Layout } from '../../src/index.ts'
import { Folder } from './support/tools.ts'

/** `probe` against the library with a right table and with wrong ones. */

const folder = new Folder()
afterAll(() => folder.remove())
const plain = fileURLToPath(new URL('testees/hostile.mjs', import.meta.url))

/** Asks a testee that answers by another layout: its answers are made beforehand, because a process with the library starts slowly. */
async function probed(right: AnyRecord, wrong: Layout, op: Op): Promise<ProbeReport> {
  const answer = testee([referenceRecord<any, any, any>(wrong)])
  const table = Object.fromEntries(questionsFor(right.layout, op).map((question) => [question, answer(`1 ${question}`)!.slice(2)]))
  writeFileSync(folder.at('probe.json'), JSON.stringify(table))
  return probe(right, [process.execPath, plain, 'plain', folder.at('probe.json')], { op, timeout: 30 })
}

const pcie = record('pcie.page-request') as AnyRecord
const vtd = record('vtd.page-request') as AnyRecord
const smmu = record('smmuv3.cmd-pri-resp') as AnyRecord

describe.each(['decode', 'encode'] as const)('probe of %s', (verb) => {
  it.each([[pcie], [vtd]])('finds nothing wrong with a right one', async (one) => {
    const report = await probed(one, one.layout, verb)
    expect(report).toMatchObject({ ok: true, misplaced: [], refused: [] })
    expect(report.questions).toBeGreaterThan(100)
    expect(report.figure).not.toContain('^')
  })

  it('names a field that stands elsewhere', async () => {
    const moved = mutantsOf(smmu.layout).find(({ what }) => what.startsWith('prgIndex') && what.includes('moved up'))!
    const report = await probed(smmu, moved.layout, verb)
    expect(report.misplaced).toContainEqual({ field: 'prgIndex', has: 'q1[9:1]', due: 'q1[8:0]', clause: 'Arm IHI 0070, 4.5.2', confidence: 'sure' })
    expect(report.figure).toContain('^')
  })

  it('names halves that changed places', async () => {
    const swapped = mutantsOf(pcie.layout).find(({ what }) => what.startsWith('attr slices 0 and 1 swapped'))!
    const report = await probed(pcie, swapped.layout, verb)
    expect(report.misplaced.map(({ field, has }) => [field, has])).toEqual([['attr', 'DW0[13:12] DW0[18]']])
  })

  it('names two fields that were exchanged', async () => {
    const { read, write } = vtd.layout.fields
    const fields = { ...vtd.layout.fields, read: { ...read!, at: write!.at }, write: { ...write!, at: read!.at } }
    const report = await probed(vtd, { ...vtd.layout, fields }, verb)
    expect(report.misplaced.map(({ field, has, due }) => [field, has, due])).toEqual([['read', 'q1[1]', 'q1[0]'], ['write', 'q1[0]', 'q1[1]']])
  })

  it('says where an address has other zeros', async () => {
    const { address } = vtd.layout.fields
    const fields = { ...vtd.layout.fields, address: { ...address!, as: 'bigint' as const } }
    const report = await probed(vtd, { ...vtd.layout, fields }, verb)
    if (verb === 'decode') expect(report.misplaced.map(({ field, has }) => [field, has])).toEqual([['address', 'q1[63:12] as value bits 51:0']])
    else expect(report.refused.some((text) => text.includes('error range address'))).toBe(true)
  })
})
