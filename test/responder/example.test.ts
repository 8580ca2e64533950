import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { REFUSALS } from '../../src/responder/refusal.ts'
import { program } from '../support/program.ts'

/** What users are shown. */

const EXAMPLE = 'examples/page-response-service.ts'

it('the example shows what each IOMMU sends, and the refusal of an answer for the neighbour', async () => {
  const { status, stdout } = spawnSync(process.execPath, [await program(EXAMPLE)], { encoding: 'utf8' })
  expect(status).toBe(0)
  const rows = stdout.trimEnd().split('\n').map((line) => line.split(/ {2,}/).filter(Boolean))
  const zeros = '00'.repeat(16)
  // Derived by hand from the layouts.
  const sent: readonly [string, string][] = [
    ['pcie.page-request', '910123453200000000000005030001ab00000000'],
    ['pcie-flit.page-request', '3201000000000005030001ab0000000000234145'],
    ['vtd.page-request', `1900000345230100580d000000000000${zeros}`],
    ['vtd.page-request-v3', `19000003452301005c0d000000000000${zeros}`],
    ['vtd.page-request-v2', '190000034523010000000000000080d5'],
    ['amd.ppr-log', '000300004523017004000000ab010000'],
    ['smmuv3.pri-queue-entry', '4158341200030000ab21000000000000'],
    ['smmuv3.stall-event', '4410000000030000ab01000000000000'],
    ['riscv.page-request', '845034120100030000000000ab010000'],
    ['riscv.page-request-be', '0003000112345084000001ab00000000'],
  ]
  expect(rows).toEqual([
    ['the guest hands over', '000000000000000045230100703500000200000000000000'],
    ...sent.flatMap((row) => [row, ['for the neighbour', 'refused: EINVAL: nothing is pending on the device'], ['still outstanding', '0 of the guest, 1 of the neighbour']]),
  ])
})

it('the example is short', () => expect(readFileSync(EXAMPLE, 'utf8').split('\n').length).toBeLessThan(60))

it('the page has every refusal, in the order of the checks, with the error of Linux', () => {
  const rows = [...readFileSync('docs/responder.md', 'utf8').matchAll(/^\| \d+ \|.*\| `([a-z-]+)` \| (E[A-Z]+) \|/gm)].map(([, reason, code]) => [reason, code])
  const checks = Object.entries(REFUSALS).filter(([reason]) => reason !== 'already-attached')
  expect(rows).toEqual(checks.map(([reason, [code]]) => [reason, code]))
})
