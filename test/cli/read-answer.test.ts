import { describe, expect, it } from 'vitest'
import { command } from '../support/command.ts'

/** Page requests of a log, answered. The first line has words of a public report. */

const LOG = 'dmar15: Invalid page request: 2000026a100101 ffffb167\n'
const REPORT = 'prq_report: dmar0/0000:00:0a.0 seq# 17: rid=0x50 addr=0x7f0123456 r---l pasid=0x12345 index=0x1\n'

describe('read --answer', () => {
  it('gives the response as the IOMMU takes it and as it goes over the link', async () => {
    const { json, status } = await command(['read', '--json', '--answer', 'invalid'], { stdin: LOG })
    expect(status).toBe(0)
    expect(json[0]!['answers']).toMatchObject([
      { record: 'vtd.page-group-response', ok: true, message: { rid: 0x6a10, pasid: 2, prgIndex: 0x2c, respCode: 1 } },
      { record: 'pcie.prg-response', ok: true, hex: '9100000232000000000000056a10102c00000000' },
    ])
  })

  it('waits for the last of a group, and answers nothing that is not wholly there', async () => {
    const first = Buffer.from('0101000345230100596d4523017f0000' + '0'.repeat(32), 'hex').toString('hex')
    const last = '01010003452301005d6d4523017f0000' + '0'.repeat(32)
    const { json } = await command(['read', '--json', '--as', 'vtd.page-request', '--answer', 'success'], { stdin: `${first}\n${last}\n` })
    expect(json.map(({ answers, unanswered }) => [answers.length, unanswered])).toEqual([[0, 'not answered yet: more requests of its group are to come'], [2, undefined]])
    const absent = (await command(['read', '--json', '--answer', 'success'], { stdin: REPORT })).json
    expect(absent[0]).toMatchObject({ answers: [], unanswered: 'not answered: the input does not hold type, pasidPresent' })
  })

  it('sends no message over the link for a transaction that did not come as one', async () => {
    const stdin = ['0x0000750100001810', '0x0000120080000176', '0x0000aaaada7af000', '0x0000aaaada7af000'].reduce((text, word) => `${text}arm-smmu-v3.3.auto:  ${word}\n`, 'arm-smmu-v3.3.auto: event 0x10 received:\n')
    expect((await command(['read', '--json', '--answer', 'success'], { stdin })).json[0]!['answers'].map(({ record }: { record: string }) => record)).toEqual(['smmuv3.cmd-resume'])
  })
})
