import { exportJson } from './json.ts'
import type { ExportedRecord, ExportOptions, Files } from './options.ts'
import { exportCKernel } from './targets/c-kernel.ts'
import { exportC } from './targets/c.ts'
import { exportPython } from './targets/python.ts'
import { exportRust } from './targets/rust.ts'
import { exportSystemVerilog } from './targets/systemverilog.ts'
import { exportWireshark } from './targets/wireshark.ts'

/** The tables for other languages, and the kit that tests anybody's implementation against them. */

/** Every target by its name: pure functions of records and options to the text of each file. */
export const exporters = {
  json: exportJson,
  c: exportC,
  'c-kernel': exportCKernel,
  systemverilog: exportSystemVerilog,
  python: exportPython,
  wireshark: exportWireshark,
  rust: exportRust,
} as const satisfies Readonly<Record<string, (records: readonly ExportedRecord[], options?: ExportOptions) => Files>>

export type ExportTarget = keyof typeof exporters

export { layoutsSchema } from './json.ts'
export { provenance } from './options.ts'
export type { ExportedRecord, ExportOptions, Files } from './options.ts'
export { audit, AuditError } from './audit/index.ts'
export type { AuditFinding, AuditMapping, AuditOptions, AuditReport, AuditStruct } from './audit/index.ts'
export { suggest } from './audit/suggest.ts'
export type { Draft as AuditDraft } from './audit/suggest.ts'
export type { Suggestion } from './audit/likeness.ts'
export type { AskOptions } from './kit/ask.ts'
export { conformance } from './kit/conformance.ts'
export type { ConformanceOptions, Failure, Report } from './kit/conformance.ts'
export { formatFailures, parseFailures } from './kit/failures.ts'
export type { ListedFailure } from './kit/failures.ts'
export { probe } from './kit/probe.ts'
export type { Misplaced, ProbeOptions, ProbeReport } from './kit/probe.ts'
export { UnusableTestee } from './kit/process.ts'
export { testee } from './kit/testee.ts'
export { vectorsOf } from './kit/vectors.ts'
export type { Op, Vector, VectorOptions, VectorRecord } from './kit/vectors.ts'
