import { fromHex } from '../../../support/bytes.ts'
import type { Vector } from '../vectors.ts'
import type { Meaning } from './index.ts'
import { invalidateBody, invalidateCompletion, prgResponse, unless } from './tlp.ts'

/** What the RISC-V IOMMU reference model made of page requests and commands, executed. */

interface Command {
  readonly rid: number
  readonly dsv: number
  readonly dseg: number
  readonly pv: number
  readonly pid: number
  readonly payload: string
}

interface Request extends Command {
  readonly priv: number
  readonly exec: number
  readonly r: number
  readonly w: number
  readonly l: number
  readonly prgi: number
  readonly addr: string
}

type Row =
  | { readonly kind: 'page_request'; readonly be: number; readonly mode: string; readonly in: Request; readonly pq: string | null; readonly auto_msg: Command | null }
  | { readonly kind: 'ats_inval' | 'ats_prgr'; readonly be: number; readonly in: Command; readonly cmd: string; readonly msg: Command }
  | { readonly kind: 'raw_cmd'; readonly note: string; readonly cmd: string; readonly cmd_ill: number; readonly msg: Command | null }
  | { readonly kind: 'inval_completion'; readonly in: Command & { readonly cc: number; readonly itag_vector: number } }

/** Response codes of the answers that the model makes itself, by what went wrong. */
const AUTOMATIC: Readonly<Record<string, number>> = {
  ddt_invalid: 0xf, ddt_misconf: 0xf, pq_off: 0xf, pq_memfault: 0xf,
  bare: 1, pri_disabled: 1, ddt_1lvl: 1,
  pq_full: 0,
}

const field = (payload: bigint, hi: number, lo: number): number => Number((payload >> BigInt(lo)) & ((1n << BigInt(hi - lo + 1)) - 1n))

/** A command, by what it was made of. */
function command(kind: 'ats_inval' | 'ats_prgr', be: number, hex: string, c: Command): Omit<Vector, 'where'> {
  const payload = BigInt(c.payload)
  const common = { processId: c.pid, processIdValid: c.pv === 1, segmentValid: c.dsv === 1, rid: c.rid, segment: c.dseg }
  const suffix = be === 1 ? '-be' : ''
  if (kind === 'ats_inval') {
    const message = { ...common, global: field(payload, 0, 0) === 1, size: field(payload, 11, 11) === 1, address: payload & ~0xfffn }
    return { record: `riscv.ats-inval${suffix}`, bytes: fromHex(hex), ...unless(field(payload, 10, 1) !== 0, message) }
  }
  const message = { ...common, prgIndex: field(payload, 40, 32), respCode: field(payload, 47, 44), destinationId: field(payload, 63, 48) }
  return { record: `riscv.ats-prgr${suffix}`, bytes: fromHex(hex), ...unless(field(payload, 31, 0) !== 0 || field(payload, 43, 41) !== 0, message) }
}

/** The other command has the same opcode and another function. */
function noOther(kind: 'ats_inval' | 'ats_prgr', be: number, hex: string): Omit<Vector, 'where'> {
  return { record: `riscv.${kind === 'ats_inval' ? 'ats-prgr' : 'ats-inval'}${be === 1 ? '-be' : ''}`, bytes: fromHex(hex), refused: 'fixed' }
}

/** The message that a command became. */
function sent(kind: 'ats_inval' | 'ats_prgr', { payload }: Command): Omit<Vector, 'where'>[] {
  const body = BigInt(payload)
  if (kind === 'ats_prgr') return [prgResponse(0, body)]
  return invalidateBody(body, { address: body & ~0xfffn, size: field(body, 11, 11) === 1, global: field(body, 0, 0) === 1 })
}

export function riscvReferenceModel(row: Row): Meaning {
  switch (row.kind) {
    case 'page_request': {
      const { in: i, pq, auto_msg: answer } = row
      if (pq !== null) {
        // Privileged and execute count only with a process ID, which is copied all the same.
        const message = {
          processId: i.pid, processIdValid: i.pv === 1, privileged: i.pv === 1 && i.priv === 1, execute: i.pv === 1 && i.exec === 1,
          deviceId: i.dsv === 1 ? (i.dseg << 16) | i.rid : i.rid, read: i.r === 1, write: i.w === 1, last: i.l === 1, prgIndex: i.prgi, address: BigInt(i.addr),
        }
        const tlp = `30000000${i.rid.toString(16).padStart(4, '0')}0004${i.payload.slice(2)}`
        const { read, write, last, prgIndex, address } = message
        const header = { t9: false, tc: 0, t8: false, attr: 0, ln: false, th: false, td: false, ep: false, tag: 0 }
        return {
          vectors: [
            { record: `riscv.page-request${row.be === 1 ? '-be' : ''}`, bytes: fromHex(pq), message },
            { record: 'pcie.page-request', bytes: fromHex(tlp), message: { ...header, requesterId: i.rid, read, write, last, prgIndex, address } },
          ],
        }
      }
      if (answer === null) return { about: 'a request that is dropped without an answer' }
      const respCode = AUTOMATIC[row.mode]
      if (respCode === undefined) throw new Error(`no code for ${row.mode}`)
      return { vectors: [prgResponse(0, BigInt(answer.payload), { destinationId: i.rid, respCode, prgIndex: i.prgi })] }
    }
    case 'ats_inval':
    case 'ats_prgr':
      return { vectors: [command(row.kind, row.be, row.cmd, row.in), noOther(row.kind, row.be, row.cmd), ...sent(row.kind, row.msg)] }
    case 'raw_cmd': {
      const [, name, bit] = /^legal ATS\.(\w+) with dword0 bit (\d+) flipped$/.exec(row.note)!
      const kind = name === 'PRGR' ? 'ats_prgr' : 'ats_inval'
      if (row.msg) return { vectors: [command(kind, 0, row.cmd, row.msg), noOther(kind, 0, row.cmd)] }
      const record = kind === 'ats_prgr' ? 'riscv.ats-prgr' : 'riscv.ats-inval'
      return { vectors: [{ record, bytes: fromHex(row.cmd), refused: Number(bit) < 10 ? 'fixed' : 'reserved' }] }
    }
    case 'inval_completion':
      return { vectors: [invalidateCompletion(row.in.rid, BigInt(row.in.payload), { completionCount: row.in.cc, itagVector: row.in.itag_vector })] }
  }
}
