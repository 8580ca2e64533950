import { FAMILIES, familyOf } from '../../../src/index.ts'
import { hex, prose } from '../text.tsx'
import { geometryOf } from '../geometry.ts'
import { docsOf } from '../library.ts'
import type { AnyRecord } from '../library.ts'
import { labelOf } from './BitGrid.tsx'

/** What the table says of a record: where its bits are, what they mean, and who says so. */
export function Reference({ one, keep, onOpen }: { one: AnyRecord; keep: boolean; onOpen(): void }) {
  const { layout, id } = one
  const geo = geometryOf([{ id, offset: 0 }])
  const docs = docsOf(id)
  const { parts } = one.inspect(new Uint8Array(0))
  return (
    <section class="reference" aria-label={layout.title} tabIndex={0}>
      <h2>{layout.title}</h2>
      <p><code>{id}</code><span class="dim">{FAMILIES[familyOf(id)]}</span><span class="dim">{layout.size} bytes, {layout.order}-endian words of {8 * layout.word} bits</span></p>
      <p class="dim">{layout.clause}</p>
      <p><button type="button" class="btn primary" onClick={onOpen}>{keep ? 'Read the bytes as this' : 'Open it empty'}</button></p>
      <div class="mini-grid" aria-hidden="true">{geo.rows.map(({ label, cells }) => (
        <div class="mini-row" key={label}><span>{label}</span><div>{cells.map((cell) => {
          const part = geo.parts[cell.part]!
          return <span key={cell.hi} class={`blk g-${part.group}`} style={{ gridColumn: `${32 - cell.hi} / span ${cell.mem.length}` }} title={part.name}>{labelOf(part, cell.mem.length, 13)}</span>
        })}</div></div>
      ))}</div>
      <dl>{parts.map(({ kind, name, bits, doc, clause, confidence }, i) => {
        const { codes, masks } = layout.fields[name] ?? {}
        const named = Object.entries(codes ?? masks ?? {})
        const value = kind === 'fixed' ? layout.fixed![name]!.value : undefined
        return (kind !== 'reserved' || doc !== 'reserved') && (
          <div key={bits}>
            <dt><i class={`sw g-${geo.parts[i]!.group}`} />{name} <code>{bits}{value !== undefined && ` = ${hex(value)}`}</code></dt>
            <dd>{prose(doc)}{confidence !== 'sure' && <em> ({confidence})</em>}{clause !== layout.clause && <small>{clause}</small>}
              {named.length > 0 && <ul class="codes">{named.map(([code, value]) => <li key={code}><code>{codes ? value : hex(value)}</code> {code}</li>)}</ul>}</dd>
          </div>
        )
      })}</dl>
      <p class="dim">Sources: {layout.source}.</p>
      {docs && <p><a href={docs}>{docs.replace('../', '')}</a></p>}
    </section>
  )
}
