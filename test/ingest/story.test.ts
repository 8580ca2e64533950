import { describe, expect, it } from 'vitest'
import { read } from '../../src/ingest/index.ts'

/** The lines are synthetic, in the spelling of the drivers. */

const prq = (seq: number, frame: string, flags: string, index: string, pasid = '0x2'): string =>
  `prq_report: dmar0/0000:00:0a.0 seq# ${seq}: rid=0x50 addr=${frame} ${flags} pasid=${pasid} index=${index}`
const response = (q0: string, q1: string): string => `qi_submit: page_grp_resp dmar0: ${q0} ${q1} 0x0 0x0`

describe('requests and responses', () => {
  it('of one group are linked, and one that is not answered is named', () => {
    const { items, conclusions } = read([
      prq(1, '0x559ef6f97', 'r----', '0x1'),
      prq(2, '0x559ef6f98', 'rw--l', '0x1'),
      prq(3, '0x559ef6f99', 'rw--l', '0x2'),
      response('0x0000000200500019', '0x8'),
    ].join('\n'))
    expect(items.map(({ link }) => link && [link.what, link.lines])).toEqual([undefined, ['same group', [1]], undefined, ['answers', [2, 1]]])
    expect(conclusions).toEqual([{ what: 'unanswered', lines: [3], text: 'group 0x2 of 0000:00:0a.0, PASID 0x2 is not answered in this input' }])
  })

  it('say so where a group is answered twice, and where its request is not there', () => {
    const { items } = read([prq(1, '0x559ef6f98', 'rw--l', '0x1'), response('0x0000000200500019', '0x8'), response('0x0000000200500019', '0x8'), response('0x0000000200500019', '0x28')].join('\n'))
    expect(items.map(({ link }) => link?.what)).toEqual([undefined, 'answers', 'answers again', 'answers nothing known'])
  })
})

it('the tag of a transaction is not taken for the index of a group that the log does not hold', () => {
  const { items } = read('+ PAGE_REQ:      tag 0x2a addr 0x8c5227b000 gidx 0x2a lwr 0b101\n+ PAGE_RSP:      tag 0x2a dest_id 0x3b01 gidx 0x1fe rcode 0xf\n')
  expect(items.map(({ record, link }) => [record, link])).toEqual([['pcie.page-request', undefined], ['pcie.prg-response', undefined]])
})

describe('a packet without a PASID', () => {
  // What an OHC tells may be behind the end of the log.
  it.each([
    ['of non-flit mode has none, so that a response with one answers another', 'TLP Header', '0x32000000 0x00000005 0x6a10002c 0x00000000 E-E Prefixes: 0x91000005', 'answers nothing known'],
    ['of non-flit mode is answered by a response without one', 'TLP Header', '0x32000000 0x00000005 0x6a10002c 0x00000000', 'answers'],
    ['of flit mode may have one', 'TLP Header (Flit)', '0x32010000 0x00000005 0x6a10002c 0x00000000 0x00004005', 'answers'],
    ['of flit mode has none where its OHC says so', 'TLP Header (Flit)', '0x32010000 0x00000005 0x6a10002c 0x00000000 0x00004000', 'answers nothing known', '0x30010000 0x6a100004 0x00000000 0xffffb167 0x00000000'],
  ])('%s', (_, header, words, what, request = '0x30000000 0x6a100004 0x00000000 0xffffb167') => {
    const { items } = read(`AER:   ${header}: ${request}\nAER:   ${header}: ${words}\n`)
    expect(items.map(({ link }) => link?.what)).toEqual([undefined, what])
  })
})

describe('an invalidation that timed out', () => {
  it('is not what stopped a command queue for another reason', () => {
    const text = (error: number, words: string): string => ['smmuv3_cmdq_opcode <--- SMMU_CMD_ATC_INV', `arm-smmu-v3 arm-smmu-v3.0.auto: CMDQ error (cons 0x0${error}000022): ${words}`].join('\n')
    const linked = (error: number, words: string): unknown[] => read(text(error, words)).items.map(({ link, summary }) => [summary, link?.what])
    expect(linked(1, 'Illegal command')).toEqual([['CMD_ATC_INV', undefined], ['CMDQ error, Illegal command, index 0x22, error 1', undefined]])
    expect(linked(3, 'ATC invalidate timeout')[1]).toEqual(['CMDQ error, ATC invalidate timeout, index 0x22, error 3', 'timed out'])
  })

  it('is the one at the head of the queue, and the slot of the wait before it tells its index', () => {
    const { items } = read([
      'DMAR: VT-d detected Invalidation Time-out Error: SID 0',
      'DMAR: QI HEAD: Device-TLB Invalidation qw0 = 0xaf0300100003, qw1 = 0x7ffffffffffff001',
      'DMAR: QI PRIOR: Invalidation Wait qw0 = 0x200000025, qw1 = 0x10005f634',
    ].join('\n'))
    expect(items.map(({ link }) => link?.text)).toEqual([
      undefined,
      'stands at the head of the queue: what line 1 says was not answered in time, by af:00.3',
      'stands before line 2; its status address gives ring index 141, if Linux wrote it, so that line 2 stood at 142',
    ])
  })

  it('is not the one at the head where all bits of the SourceID are set, which was read of hardware that does not answer', () => {
    const { items } = read([
      'DMAR: VT-d detected Invalidation Time-out Error: SID ffff',
      'DMAR: QI HEAD: Device-TLB Invalidation qw0 = 0xaf0300100003, qw1 = 0x7ffffffffffff001',
    ].join('\n'))
    expect(items.map(({ link }) => link)).toEqual([undefined, undefined])
  })

  it('is looked for among those of its own IOMMU, and of the device that is named', () => {
    const submit = (rid: string): string => `qi_submit: dev_tlb_inv dmar1: 0x${rid}00100003 0x7ffffffffffff001 0x0 0x0`
    const { items } = read([
      'DMAR: VT-d detected Invalidation Time-out Error: SID 1a08',
      'DMAR: QI HEAD: Device-TLB Invalidation qw0 = 0x1a0800100003, qw1 = 0x7ffffffffffff001',
      'AMD-Vi: Completion-Wait loop timed out',
      'arm-smmu-v3 arm-smmu-v3.2.auto: CMDQ error (cons 0x03000042): ATC invalidate timeout',
      'DMAR: VT-d detected Invalidation Time-out Error: SID 0',
      submit('1a08'),
    ].join('\n'))
    expect(items.map(({ link }) => link?.lines)).toEqual([undefined, [1], undefined, undefined, undefined, undefined])
  })

  it('is among those that the last wait stands behind', () => {
    const { items } = read([
      'qi_submit: dev_tlb_inv dmar1: 0x1000000003 0x7ffffffffffff001 0x0 0x0',
      'qi_submit: inv_wait dmar1: 0x200000025 0x100059c04 0x0 0x0',
    ].join('\n'))
    expect(items[1]!.link).toEqual({ what: 'waits for', lines: [1], text: 'waits for the invalidation of line 1' })
  })
})

it('groups that never end do not make it slow or large', () => {
  const lines = Array.from({ length: 70_000 }, (_, i) => prq(i, `0x${(0x559ef0000 + i).toString(16)}`, 'r----', `0x${(i % 512).toString(16)}`, `0x${(i >> 9).toString(16)}`))
  const { items } = read(lines.join('\n'))
  expect(items).toHaveLength(70_000)
})
