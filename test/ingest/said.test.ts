import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { read } from '../../src/ingest/index.ts'
import type { LinkedItem } from '../../src/ingest/index.ts'
import { numbers } from '../support/bytes.ts'
import { printers } from './printers.ts'

/** What is said of a text of each kind, as it was looked at. Synthetic. */

const values = (of: Readonly<Record<string, unknown>>): string => Object.entries(of).map(([name, value]) => ` ${name}=${typeof value === 'string' ? JSON.stringify(value) : String(value)}`).join('')

function told({ source, line, lastLine, link, record, name, reading, message, names, absent, summary, findings, said, ambiguous, as, bad, mode, header }: LinkedItem): string {
  return [
    `${source} ${line === lastLine ? line : `${line}-${lastLine}`}: ${summary}`,
    `  ${record ?? header ?? 'no record'}, ${name}${values({ ...(mode !== undefined && { mode }), ...(reading !== '' && { reading }), ...(as !== undefined && { as }), ...(ambiguous && { ambiguous }), ...(bad && { bad }) })}`,
    `  message${values(message)}`, `  names${values(names)}`, `  absent ${absent.join(' ')}`, `  said${values(said)}`,
    ...(link ? [`  ${link.what}: ${link.text}`] : []),
    ...findings.map(({ severity, id, field, message: text }) => `  ${severity} ${id}${field === undefined ? '' : ` ${field}`}: ${text}`),
  ].filter((text) => !/^ {2}(?:message|names|absent ?|said)$/.test(text)).join('\n')
}

/** Texts of the sources that have no printer, in the spelling of the drivers. */
const OTHERS: Readonly<Record<string, string>> = {
  'queues that run over': 'DMAR: PRQ overflow detected\nDMAR: PRQ overflow cleared\nAMD-Vi: IOMMU event log overflow\nAMD-Vi: IOMMU PPR log restarting\narm-smmu-v3 arm-smmu-v3.0.auto: PRIQ overflow detected -- requests lost\narm-smmu-v3 arm-smmu-v3.0.auto: EVTQ write aborted',
  'page requests that cannot be read': 'AMD-Vi: Unknown PPR request received\nAMD-Vi: Invalid PASID : 0x12345, device : 0x3b01',
  'the device table of debugfs': 'DeviceId             QWORD[3]         QWORD[2]         QWORD[1]         QWORD[0] iommu\n0000:41:00.1 0000000000000000 20000001273c8013 0000000000000029 6000000115d7a603 iommu2',
  'the invalidation queue of debugfs': 'Invalidation queue on IOMMU: dmar0\n Base: 0x10022e000\tHead: 20\tTail: 20\nIndex\t\tqw0\t\t\tqw1\t\t\tstatus\n    0\t0000000000000014\t0000000000000000\t0000000000000000\n    1\t0000000200000025\t0000000100059c04\t0000000000000000',
  'a time-out of RISC-V': 'riscv-iommu 10000.iommu: Hardware error: command execution timeout',
  'a page response of OFS': '  + PAGE_RSP:      tag 0x2a dest_id 0x3b01 gidx 0x1fe rcode 0xf',
  'rows with a label': 'prq: 00000000: 01 01 01 3b 45 23 00 00 03 40 33 22 11 7f 00 00\nprq: 00000010: 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00',
  'words behind a label': 'RISC-V PQ record q0 q1: 0x0003000000000000 0x0000000000000004',
  'base64': 'AQEQagIAIABnsf//AAAAAAAAAAAAAAAAAAAAAAAAAAA=',
  ...Object.fromEntries(['several-sources.log', 'page-request.log', 'lspci-xxxx.txt'].map((name) => [name, readFileSync(new URL(`../../examples/${name}`, import.meta.url), 'utf8').trimEnd()])),
}

const shown = (name: string, texts: readonly string[]): string => [`# ${name}`, ...[...new Set(texts)].map((lines) => `${lines.replace(/^/gm, '| ')}\n${read(`${lines}\n`).items.map(told).join('\n')}`)].join('\n\n')

/** Look at what changed before taking it over with `npx vitest run test/ingest/said --update`. */
it.each([
  ['printers', () => printers.map(({ name, print }, i) => shown(name, [1, 2].map((seed) => print(numbers(100 * i + seed)).lines.join('\n'))))],
  ['others', () => Object.entries(OTHERS).map(([name, text]) => shown(name, [text]))],
])('of each text of %s the same is said as when it was looked at', async (name, texts) => {
  await expect(`${texts().join('\n\n\n')}\n`).toMatchFileSnapshot(`said/${name}.txt`)
})
