import { findingsOf } from '../codec/check.ts'
import type { Finding } from '../codec/check.ts'
import { rawAt } from '../codec/raw.ts'
import { reservedFinding } from '../codec/reserved.ts'
import { headerTable } from '../packet/index.ts'
import type { TlpMode } from '../packet/index.ts'
import type { Values } from '../spec/rules/context.ts'
import { headerRules } from '../spec/rules/tlp-headers.ts'
import * as flit from '../spec/tlp-headers-flit.ts'
import * as nonFlit from '../spec/tlp-headers.ts'
import type { Layout } from '../spec/vocabulary.ts'

const judged = /* @__PURE__ */ new Map<Layout | undefined, Layout>(
  /* @__PURE__ */ [nonFlit, flit].flatMap((tables) => Object.entries(headerRules).map(([name, rules]) => {
    const table: Layout = tables[name as keyof typeof headerRules]
    return [table, { ...table, rules }] as const
  })),
)

/** The rules that the header of a packet breaks which is no message of ATS or PRI. */
export function headerFindings(header: Uint8Array, mode: TlpMode, fields: Values): readonly Finding[] {
  const table = judged.get(headerTable(header, mode))
  return table === undefined ? [] : findingsOf(table, fields, {})
}

/**
 * Reserved bits that are set in a message of ATS or PRI, as far as it is there. Who receives it reads over them.
 * @param bytes from the header on, without prefixes
 */
export function reservedFindings(layout: Layout, bytes: Uint8Array): readonly Finding[] {
  return (layout.reserved ?? []).flatMap((slice): readonly Finding[] => {
    const [dword, hi, lo] = slice
    if (bytes.length < 4 * (dword + 1)) return []
    const raw = rawAt(layout, bytes, 0, [[dword, hi, lo]])
    return raw === 0n ? [] : [{ ...reservedFinding(layout, slice, raw), severity: 'warning' }]
  })
}
