import { formatFieldValue, MEANINGS } from '../../../src/index.ts'
import type { Geometry } from '../geometry.ts'
import { useColumns } from '../hooks.ts'
import { layoutOf } from '../library.ts'
import type { Entry, Finding, Shown } from '../model.ts'
import { hex } from '../text.tsx'
import { BitGrid } from './BitGrid.tsx'
import { CopyMenu } from './CopyMenu.tsx'
import { FieldTable } from './FieldTable.tsx'
import type { Row } from './FieldTable.tsx'
import { countOf, Findings } from './Findings.tsx'
import { Formats } from './Formats.tsx'
import { Hex } from './Hex.tsx'

interface Props {
  readonly entry: Entry
  readonly shown: Shown
  readonly geo: Geometry
  readonly rows: readonly Row[]
  readonly before: Uint8Array | undefined
  /** Id of the record that this one should be compared with and is not like. */
  readonly base: string | undefined
  readonly selected: number | undefined
  /** A known record that the bytes have become. */
  readonly became: string | undefined
  onSelect(part: number | undefined): void
  onToggle(bits: readonly number[]): void
  onSet(part: number, raw: bigint): void
  onAs(id: string): void
  onOpen(id: string, bytes: Uint8Array): void
  onCopy(text: string): void
}

/** One record: its sentence, its bits, its fields, what is wrong with it, and the same in other formats. */
export function Work({ entry, shown, geo, rows, before, base, selected, became, onSelect, onToggle, onSet, onAs, onOpen, onCopy }: Props) {
  const cols = useColumns()
  const { id, bytes, known, whole, findings, sentence } = shown
  const layout = layoutOf(id)
  const indexOf = ({ record, field, bits }: Finding): number => rows.findIndex((row) => row.record === record && row.part.name === field && (field !== 'reserved' || row.part.bits === bits))
  const bad = new Set(findings.filter(({ severity, field }) => severity === 'error' && field).map(indexOf))
  const values = rows.map(({ record, part }) => (part.raw === undefined ? '' : part.kind !== 'field' ? hex(part.raw) : layoutOf(record).fields[part.name]!.codes && part.meaning ? part.meaning : formatFieldValue(layoutOf(record), part.name, part.raw)))
  const differing = before === undefined ? 0 : differences(before, bytes)
  const select = (finding: Finding): void => {
    const part = indexOf(finding)
    if (part < 0) return
    onSelect(part)
    document.querySelector(`.fields [data-p="${part}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <div class="work">
      <article class="record" aria-labelledby="title">
        <div class="title">
          <h1 id="title" tabIndex={-1}>{layout.title}</h1>
          <p><code>{id}</code><span>{bytes.length < geo.bytes ? `${bytes.length} of ${geo.bytes}` : bytes.length} bytes</span><span class="clause">{layout.clause}</span></p>
          {bytes.length >= layout.size && <p class="meaning">{sentence.map((phrase, i) => (typeof phrase === 'string' ? phrase : <span key={i} class={`val g-${MEANINGS[phrase.role]}`} data-c={phrase.role}>{phrase.text}</span>))}.</p>}
          {!whole && <p class="assumed">The input does not hold {entry.absent.length > 0 ? entry.absent.join(', ') : 'all of its bits'}. <button type="button" class="link" onClick={() => onOpen(id, bytes)}>Take that as 0</button></p>}
          {findings.length > 0 && <a class="chip-link" href="#find" onClick={(e) => { e.preventDefault(); document.getElementById('find')?.scrollIntoView() }}>{countOf(findings)}</a>}
          {became && <p class="became">These bytes are a <b>{layoutOf(became).title}</b> now. <button type="button" class="link" onClick={() => onAs(became)}>Read them as {became}</button></p>}
          {base && <p class="dim">Not compared: the other record is a {base}.</p>}
          {differing > 0 && <p class="dim">{differing} bit{differing === 1 ? ' differs' : 's differ'}, underlined below.</p>}
        </div>
        <BitGrid geo={geo} bytes={bytes} known={known} before={before} cols={cols} selected={selected} bad={bad} values={values} onToggle={onToggle} onSelect={(part) => onSelect(part === selected ? undefined : part)} />
        <div class="memory"><span>In memory</span><Hex geo={geo} bytes={bytes} known={known} memory group={4} own />{whole && <CopyMenu shown={shown} geo={geo} onCopy={onCopy} />}</div>
        <FieldTable geo={geo} rows={rows} selected={selected} onSelect={onSelect} onSet={onSet} />
      </article>
      <aside>
        <Findings findings={findings} whole={whole} onSelect={select} part={indexOf} />
        <Formats shown={shown} onOpen={onOpen} onCopy={onCopy} />
      </aside>
    </div>
  )
}

function differences(a: Uint8Array, b: Uint8Array): number {
  let count = 0
  for (let i = 0; i < Math.max(a.length, b.length); i++) for (let rest = (a[i] ?? 0) ^ (b[i] ?? 0); rest; rest &= rest - 1) count++
  return count
}
