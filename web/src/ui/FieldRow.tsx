import { useEffect, useId, useState } from 'preact/hooks'
import { formatFieldValue, parseFieldValue } from '../../../src/index.ts'
import type { Geometry } from '../geometry.ts'
import { layoutOf } from '../library.ts'
import { faultText, hex, prose, upper } from '../text.tsx'
import type { Row } from './FieldTable.tsx'

/** A field: its value to change, by its kind, and what it means. */
export function FieldRow({ row, geo, selected, onSelect, onSet }: { row: Row; geo: Geometry; selected: boolean; onSelect(part: number | undefined): void; onSet(part: number, raw: bigint): void }) {
  const { index, part, record } = row
  const layout = layoutOf(record)
  const field = layout.fields[part.name]!
  const raw = part.raw ?? 0n
  const [draft, setDraft] = useState<string | undefined>(undefined)
  const [error, setError] = useState('')
  const id = useId()
  useEffect(() => { setDraft(undefined); setError('') }, [raw])
  const drop = (): void => { setDraft(undefined); setError('') }
  const apply = (text: string): void => {
    setDraft(text)
    const parsed = parseFieldValue(layout, part.name, text)
    if (!parsed.ok) return setError(upper(faultText({ ...parsed.error, field: undefined })))
    setError('')
    if (parsed.raw !== raw) onSet(index, parsed.raw)
  }
  const shown = formatFieldValue(layout, part.name, raw)
  const own = geo.parts[index]!
  const label = `${part.name}, ${part.bits}`
  const step = (by: bigint): void => { const next = raw + by; if (next >= 0n && next >> BigInt(own.bits.length) === 0n) onSet(index, next) }
  const input = (size?: number) => (
    <input class="num" size={size} value={draft ?? (field.codes ? hex(raw) : shown)} aria-label={label} aria-invalid={error !== ''} aria-describedby={error ? id : undefined} spellcheck={false} autocomplete="off" onInput={(e) => apply(e.currentTarget.value)} onBlur={() => { if (!error) drop() }} onKeyDown={(e) => {
      if (e.key === 'Escape') drop()
      if ((e.key === 'ArrowUp' || e.key === 'ArrowDown') && !error) { e.preventDefault(); step(e.key === 'ArrowUp' ? 1n : -1n) }
    }} />
  )
  const note = field.as === 'flag' || field.codes ? '' : part.meaning || (shown.startsWith('0x') ? (field.as === 'uint' && raw > 9n ? raw.toString() : '') : hex(raw))
  return (
    <>
      <tr class={`${field.as === 'flag' ? 'flagrow ' : ''}${selected ? 'sel' : ''}${raw === 0n ? ' zero' : ''}${error ? ' err' : ''}`} data-p={index} data-c={own.concept || undefined} onFocusCapture={() => onSelect(index)} onClick={() => onSelect(index)}>
        <th scope="row"><i class={`sw g-${own.group}`} />{record !== geo.ids[geo.ids.length - 1] && geo.ids.length > 1 && geo.ids[0] === record && <small>{record.replace(/^.*\./, '')} </small>}{part.name}</th>
        <td class="bits">{part.bits}</td>
        <td class="value">
          {part.raw === undefined ? <span class="dim">not there</span>
            : field.as === 'flag' ? <label class="flag"><input type="checkbox" role="switch" checked={raw === 1n} onChange={() => onSet(index, raw ^ 1n)} aria-label={label} /><span aria-hidden="true">{raw === 1n ? '1' : '0'}</span></label>
            : field.codes ? <span class="coded">{input(8)}<select aria-label={`${part.name}, by name`} value={part.meaning} onChange={(e) => onSet(index, BigInt(field.codes![e.currentTarget.value] ?? 0))}>{!part.meaning && <option value="">no name</option>}{Object.keys(field.codes).map((name) => <option key={name} value={name}>{name}</option>)}</select></span>
            : input()}
        </td>
        <td class="means">{field.masks ? <span class="masks">{Object.entries(field.masks).map(([name, mask]) => <label key={name} class="chip"><input type="checkbox" checked={(raw & BigInt(mask)) !== 0n} onChange={() => onSet(index, raw ^ BigInt(mask))} />{short(name)}</label>)}</span> : note !== '' && <span class="note">{note}</span>}<span class="doc">{prose(part.doc)}</span></td>
      </tr>
      {error !== '' && <tr class="msg"><td /><td /><td colSpan={2}><p id={id} role="alert">{error}. <button type="button" class="link" onClick={drop}>Keep {shown}</button></p></td></tr>}
      {selected && <tr class="more"><td colSpan={4}><p><span>{part.clause}</span>{part.confidence !== 'sure' && <em>{part.confidence}</em>}</p></td></tr>}
    </>
  )
}

const short = (name: string): string => name.replace(/^IOMMU(FD)?_(FAULT_|PGFAULT_|PAGE_RESP_)?(PERM_|FLAGS_|PAGE_REQUEST_|PAGE_RESPONSE_)?/, '').toLowerCase().replaceAll('_', ' ')
