import { useState } from 'preact/hooks'
import type { Part } from '../../../src/index.ts'
import type { Geometry } from '../geometry.ts'
import { layoutOf } from '../library.ts'
import { hex, prose } from '../text.tsx'
import { FieldRow } from './FieldRow.tsx'

/** One part of the packet, in the order of the geometry. */
export interface Row { readonly index: number; readonly record: string; readonly part: Part }

interface Props {
  readonly geo: Geometry
  readonly rows: readonly Row[]
  readonly selected: number | undefined
  onSelect(part: number | undefined): void
  onSet(part: number, raw: bigint): void
}

export function FieldTable({ geo, rows, selected, onSelect, onSet }: Props) {
  const [all, setAll] = useState(false)
  const quiet = ({ record, part, index }: Row): boolean => layoutOf(record).fields[part.name]!.optional === true && part.raw === 0n && index !== selected
  const fields = rows.filter(({ part }) => part.kind === 'field')
  const hidden = all || fields.filter(quiet).length < 3 ? [] : fields.filter(quiet)
  const reserved = rows.filter(({ part }) => part.kind === 'reserved')
  const bad = reserved.filter(({ part }) => part.raw)
  const widthOf = (raw: bigint | undefined): number => reserved.filter(({ part }) => part.raw === raw).reduce((sum, { index }) => sum + geo.parts[index]!.bits.length, 0)
  const [zero, absent] = [widthOf(0n), widthOf(undefined)]
  return (
    <table class="fields">
      <caption class="sr">Fields</caption>
      <thead><tr><th scope="col">Field</th><th scope="col">Bits</th><th scope="col">Value</th><th scope="col">Means</th></tr></thead>
      <tbody>
        {fields.filter((row) => !hidden.includes(row)).map((row) => <FieldRow key={`${row.record}.${row.part.name}`} row={row} geo={geo} selected={selected === row.index} onSelect={onSelect} onSet={onSet} />)}
        {(hidden.length > 0 || all) && <tr class="rest"><td colSpan={4}><button type="button" class="plain" aria-expanded={all} onClick={() => setAll(!all)}>{all ? 'Hide optional fields that are 0' : <>{hidden.length} optional fields are 0: <span>{hidden.map(({ part }) => part.name).join(', ')}</span></>}</button></td></tr>}
        {rows.filter(({ part }) => part.kind === 'fixed').map(({ index, part }) => (
          <tr key={index} class={`kindrow${selected === index ? ' sel' : ''}`} data-p={index}>
            <th scope="row"><i class="sw g-kind" />{part.name}</th><td class="bits">{part.bits}</td>
            <td class="value"><code>{part.raw === undefined ? '' : hex(part.raw)}</code></td><td class="means"><span class="doc">{prose(part.doc)}</span></td>
          </tr>
        ))}
        {bad.map(({ index, part }) => (
          <tr key={index} class={`bad${selected === index ? ' sel' : ''}`} data-p={index}>
            <th scope="row"><i class="sw g-reserved" />reserved</th><td class="bits">{part.bits}</td>
            <td class="value"><code>{hex(part.raw!)}</code> <button type="button" class="mini" onClick={() => onSet(index, 0n)}>Clear</button></td><td class="means">0 belongs here{part.doc !== 'reserved' && `: ${part.doc}`}</td>
          </tr>
        ))}
        {zero + absent > 0 && <tr class="rest"><td colSpan={4}>{[...(zero > 0 ? [`${zero} ${bad.length > 0 ? 'other ' : ''}reserved bits are 0`] : []), ...(absent > 0 ? [`${absent} reserved bits are not there`] : [])].join('; ')}.</td></tr>}
      </tbody>
    </table>
  )
}
