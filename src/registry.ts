import { CodecError } from './codec/errors.ts'
import type { AnyColumns, AnyMessage } from './codec/message.ts'
import type { RecordCodec } from './codec/record.ts'
import { didYouMean } from './codec/suggest.ts'
import * as amd from './families/amd.ts'
import * as config from './families/config.ts'
import * as linux from './families/linux.ts'
import * as pcie from './families/pcie.ts'
import * as pcieFlit from './families/pcie-flit.ts'
import * as riscv from './families/riscv.ts'
import * as smmuv3 from './families/smmuv3.ts'
import * as vtd from './families/vtd.ts'

/** A record whose message is known at run time only. */
export type AnyRecord = RecordCodec<AnyMessage, AnyMessage, AnyColumns>

/** Every record, in the order of the families and of their names. */
export const records: readonly AnyRecord[] = [linux, pcie, pcieFlit, vtd, amd, smmuv3, riscv, config].flatMap((family) => Object.values(family) as unknown as AnyRecord[])

const byId = new Map(records.map((record) => [record.id, record]))

/**
 * The record with an id, such as `vtd.page-request`.
 * @throws {CodecError} `type` for an unknown id, with the nearest known one
 */
export function record(id: string): AnyRecord {
  const found = byId.get(id)
  if (found) return found
  throw new CodecError({ code: 'type', record: 'record', field: 'id', expected: `the id of a record${didYouMean(String(id), byId.keys())}`, actual: id })
}
