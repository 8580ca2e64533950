import { bitText, prose } from '../text.tsx'
import { geometryOf } from '../geometry.ts'
import { familyOf } from '../library.ts'
import type { AnyRecord } from '../library.ts'
import { labelOf } from './BitGrid.tsx'

/** What the table says of a record: where its bits are, what they mean, and who says so. */
export function Reference({ one, keep, onOpen }: { one: AnyRecord; keep: boolean; onOpen(): void }) {
  const { layout, id } = one
  const geo = geometryOf([{ id, offset: 0 }])
  const neighbour = layout.fields[Object.keys(layout.fields)[0] ?? ''] === undefined
  return (
    <section class="reference" aria-label={layout.title} tabIndex={0}>
      <h2>{layout.title}</h2>
      <p><code>{id}</code> {layout.size} bytes, {familyOf(id)}</p>
      <p class="dim">{layout.clause}</p>
      <p><button type="button" class="btn primary" onClick={onOpen}>{keep ? 'Read the bytes as this' : 'Open it empty'}</button></p>
      <div class="mini-grid" aria-hidden="true">{geo.rows.map(({ label, cells }) => (
        <div class="mini-row" key={label}><span>{label}</span><div>{cells.map((cell) => {
          const part = geo.parts[cell.part]!
          return <span key={cell.hi} class={`blk g-${part.group}`} style={{ gridColumn: `${32 - cell.hi} / span ${cell.mem.length}` }} title={part.name}>{labelOf(part, cell.mem.length, 13)}</span>
        })}</div></div>
      ))}</div>
      {!neighbour && <dl>{Object.entries(layout.fields).map(([name, field]) => (
        <div key={name}><dt><i class={`sw g-${geo.parts.find((part) => part.name === name)!.group}`} />{name} <code>{bitText(layout, field.at)}</code></dt><dd>{prose(field.doc)}{field.codes && <> {Object.entries(field.codes).slice(0, 12).map(([code, value]) => `${value} ${code}`).join(', ')}</>}{field.confidence && field.confidence !== 'sure' && <em> ({field.confidence})</em>}{field.clause && <small> {field.clause}</small>}</dd></div>
      ))}</dl>}
      <p class="dim">Sources: {layout.source}. More in the package’s <code>docs/formats.md</code> and <code>docs/neighbours.md</code>.</p>
    </section>
  )
}
