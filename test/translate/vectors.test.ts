import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { convert, decodePacket, encodePacket, fromPageResponse, record, toPageRequest } from '../../src/index.ts'
import { fromHex, toHex } from '../support/bytes.ts'

/** Rows of other projects that connect one format with another, or a request with its answer. */

const FOLDER = '../shared/vectors'
const folder = fileURLToPath(new URL(`../../${FOLDER}/`, import.meta.url))
const present = existsSync(folder)
const rowsOf = <R>(file: string): R[] => (present ? (JSON.parse(readFileSync(folder + file, 'utf8')) as R[]) : [])

interface Who { readonly rid: number; readonly dsv: number; readonly dseg: number; readonly pv: number; readonly pid: number; readonly payload: string }
interface Asked extends Who { readonly priv: number; readonly exec: number }
interface ModelRow {
  readonly kind: string
  readonly be: number
  readonly mode: string
  readonly prpr: number
  readonly in: Asked
  readonly pq: string | null
  readonly auto_msg: Who | null
  readonly cmd: string
  readonly msg: Who
}
interface PrqRow {
  readonly fmt: 'vtd_prq'
  readonly rid: number
  readonly pasid_present: number
  readonly pasid: number
  readonly exec: number
  readonly priv: number
  readonly r: number
  readonly w: number
  readonly l: number
  readonly prgi: number
  readonly addr: string
  readonly bytes: string
}
interface GroupResponseRow {
  readonly fmt: 'vtd_pgrsp'
  readonly pasid_present: number
  readonly code: number
  readonly rid: number
  readonly pasid: number
  readonly prgi: number
  readonly bytes: string
}
interface CompleteRow {
  readonly fmt: 'amd_complete_ppr'
  readonly devid: number
  readonly pasid: number
  readonly gn: number
  readonly completion_tag: number
  readonly bytes: string
}

const hex = (value: number | bigint, digits: number) => value.toString(16).padStart(digits, '0')
const prefix = (pasid: number, privileged = 0, execute = 0) => `91${hex(((privileged << 7) | (execute << 6)) * 0x10000 + pasid, 6)}`

/** A Page Request Message. */
const requestTlp = (rid: number, payload: bigint) => `30000000${hex(rid, 4)}0004${hex(payload, 16)}`
/** A PRG Response Message; 2 to 14 are carried as Response Failure. */
const responseTlp = (rid: number, code: number, index: number) =>
  `3200000000000005${hex(rid, 4)}${hex((code > 1 ? 15 : code) * 0x1000 + index, 4)}00000000`
const tlpOf = ({ pv, pid, priv, exec, rid, payload }: Asked) => (pv ? prefix(pid, priv, exec) : '') + requestTlp(rid, BigInt(payload))
const segmentOf = ({ dsv, dseg }: Who) => (dsv ? { segment: dseg } : {})

describe.skipIf(!present)(`other projects' rows${present ? '' : ` (skipped: there is no ${FOLDER})`}`, () => {
  const model = rowsOf<ModelRow>('riscv-reference-model.json')
  const second = rowsOf<PrqRow | GroupResponseRow | CompleteRow>('second-source.json')

  it('the RISC-V model queues a Page Request Message as it is converted', () => {
    const rows = model.filter(({ kind, pq }) => kind === 'page_request' && pq)
    expect(rows.length).toBeGreaterThan(90)
    for (const { in: asked, be, pq } of rows) {
      const to = `riscv.page-request${be ? '-be' : ''}`
      const { bytes } = convert('pcie.page-request', to, fromHex(tlpOf(asked)), { identity: segmentOf(asked) })
      // Without PV the model keeps the process ID of its input, and a message has none.
      const expected = asked.pv ? pq! : toHex(record(to).encode({ ...record(to).decode(fromHex(pq!)), processId: 0 }))
      expect(toHex(bytes)).toBe(expected)
    }
  })

  it('the RISC-V model answers a Page Request Message as a response is converted', () => {
    const rows = model.filter(({ kind, auto_msg }) => kind === 'page_request' && auto_msg)
    expect(rows.length).toBe(26)
    for (const { in: asked, mode, prpr, auto_msg: sent } of rows) {
      const { request, identity } = toPageRequest('pcie.page-request', decodePacket('pcie.page-request', fromHex(tlpOf(asked))).packet)
      const respCode = Number(BigInt(sent!.payload) >> 44n) & 15
      // A Response Failure that the IOMMU makes itself has the PASID of the request, whatever the device requires;
      // and where there is no device context, or none that enables PRI, the device counts as requiring none.
      const pasidRequired = respCode === 15 ? {} : { pasidRequired: prpr === 1 && mode === 'pq_full' }
      const { pasid, pasidPresent, pageReqGroupId } = request
      const response = { addr: 0n, pasid, pasidPresent, pageReqGroupId, respCode, type: 2, privateData: 0n }
      const { packet } = fromPageResponse('pcie.prg-response', response, { ...identity, ...pasidRequired })
      expect(toHex(encodePacket('pcie.prg-response', packet))).toBe(`${sent!.pv ? prefix(sent!.pid) : ''}3200000000000005${sent!.payload.slice(2)}`)
    }
  })

  it('the RISC-V model sends the PRG Response that its command is converted to', () => {
    let rows = 0
    for (const { cmd, be, msg } of model.filter(({ kind }) => kind === 'ats_prgr')) {
      const from = `riscv.ats-prgr${be ? '-be' : ''}`
      if (!record(from).tryDecode(fromHex(cmd)).ok) continue
      const payload = BigInt(msg.payload)
      const { bytes, dropped } = convert(from, 'pcie.prg-response', fromHex(cmd), { allowLoss: true })
      expect(toHex(bytes)).toBe((msg.pv ? prefix(msg.pid) : '') + responseTlp(msg.rid, Number(payload >> 44n) & 15, Number(payload >> 32n) & 0x1ff))
      expect(dropped.map(({ field, value }) => [field, value])).toEqual(msg.dsv && msg.dseg ? [['segment', msg.dseg]] : [])
      rows++
    }
    expect(rows).toBeGreaterThan(30)
  })

  it('a VT-d request made by QEMU is the message that its fields make', () => {
    const rows = second.filter((row) => row.fmt === 'vtd_prq')
    expect(rows.length).toBe(40)
    for (const { rid, pasid_present, pasid, exec, priv, r, w, l, prgi, addr, bytes } of rows) {
      const carried = convert('vtd.page-request', 'pcie.page-request', fromHex(bytes), { allowLoss: true })
      const message = requestTlp(rid, BigInt(addr) + BigInt(prgi * 8 + l * 4 + w * 2 + r))
      expect(toHex(carried.bytes)).toBe((pasid_present ? prefix(pasid, priv, exec) : '') + message)
      const lost = pasid_present ? [] : [...(exec ? ['execute'] : []), ...(priv ? ['privileged'] : [])]
      expect(carried.dropped.map(({ field }) => field)).toEqual(lost)
    }
  })

  it('a VT-d response made by QEMU is the message that its fields make', () => {
    const rows = second.filter((row) => row.fmt === 'vtd_pgrsp')
    expect(rows.length).toBe(40)
    for (const { rid, pasid_present, pasid, code, prgi, bytes } of rows) {
      const carried = convert('vtd.page-group-response', 'pcie.prg-response', fromHex(bytes), { reserved: 'ignore' })
      expect(toHex(carried.bytes)).toBe((pasid_present ? prefix(pasid) : '') + responseTlp(rid, code, prgi))
    }
  })

  it('an AMD command laid out by FreeBSD and VirtualBox is the message that its fields make', () => {
    const rows = second.filter((row) => row.fmt === 'amd_complete_ppr')
    expect(rows.length).toBe(40)
    for (const { devid, pasid, gn, completion_tag, bytes } of rows) {
      const carried = convert('amd.complete-ppr-request', 'pcie.prg-response', fromHex(bytes), { reserved: 'ignore' })
      expect(toHex(carried.bytes)).toBe((gn ? prefix(pasid) : '') + responseTlp(devid, completion_tag >> 12, completion_tag & 0x1ff))
    }
  })
})
