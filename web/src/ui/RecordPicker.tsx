import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { FAMILIES, familyOf } from '../../../src/index.ts'
import { everyRecord } from '../library.ts'
import type { AnyRecord } from '../library.ts'
import { Reference } from './Reference.tsx'

/** Records by name, and what the table says of each. */
export function RecordPicker({ onClose, onPick, canKeep }: { onClose(): void; onPick(id: string): void; canKeep(one: AnyRecord): boolean }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  useEffect(() => { dialog.current?.showModal() }, [])
  const found = useMemo(() => {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean)
    return everyRecord.filter(({ id, layout }) => words.every((word) => `${id} ${layout.title} ${FAMILIES[familyOf(id)]}`.toLowerCase().includes(word)))
  }, [query])
  const one = found[at]
  const move = (to: number): void => {
    const next = Math.min(found.length - 1, Math.max(0, to))
    setAt(next)
    document.getElementById(`opt-${found[next]?.id}`)?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <dialog ref={dialog} class="picker" aria-label="Choose a record" onClose={onClose} onClick={(e) => { if (e.target === dialog.current) dialog.current?.close() }}>
      <div class="search"><input type="text" autocomplete="off" aria-autocomplete="list" aria-label="Search records" placeholder="Search records" role="combobox" aria-expanded="true" aria-controls="found" aria-activedescendant={one ? `opt-${one.id}` : undefined} value={query} onInput={(e) => { setQuery(e.currentTarget.value); setAt(0) }} onKeyDown={(e) => {
        if (e.key === 'ArrowDown' || e.key === 'ArrowUp') { e.preventDefault(); move(at + (e.key === 'ArrowDown' ? 1 : -1)) }
        if (e.key === 'Enter' && one) { e.preventDefault(); onPick(one.id) }
      }} /><button type="button" class="btn" onClick={() => dialog.current?.close()}>Close</button></div>
      <div class="panes">
        {found.length > 0
          ? <ul role="listbox" id="found" aria-label="Records" tabIndex={-1}>{found.map(({ id, layout, size }, i) => <li key={id} id={`opt-${id}`} role="option" aria-selected={i === at} onClick={() => setAt(i)} onDblClick={() => onPick(id)}><b>{layout.title}</b><code>{id}</code><span>{size} B</span></li>)}</ul>
          : <p class="none" id="found">No record has that name</p>}
        {one && <Reference one={one} keep={canKeep(one)} onOpen={() => onPick(one.id)} />}
      </div>
    </dialog>
  )
}
