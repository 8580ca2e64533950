import { useEffect, useRef, useState } from 'preact/hooks'
import type { Entry } from '../model.ts'

const HEIGHT = 30

/** The records of a dump. Rows that are out of sight are not made. */
export function RecordList({ entries, index, onSelect }: { entries: readonly Entry[]; index: number; onSelect(i: number): void }) {
  const box = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const first = Math.max(0, Math.floor(top / HEIGHT) - 4)
  useEffect(() => {
    const b = box.current
    if (!b) return
    const y = index * HEIGHT
    if (y < b.scrollTop) b.scrollTop = y
    else if (y + HEIGHT > b.scrollTop + b.clientHeight) b.scrollTop = y + HEIGHT - b.clientHeight
  }, [index])
  const key = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -1e9, End: 1e9 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    onSelect(Math.min(entries.length - 1, Math.max(0, index + step)))
  }
  const shown = entries.slice(first, first + 24)
  const active = index >= first && index < first + shown.length
  return (
    <section class="list" aria-label={`${entries.length} records`}>
      <div class="scroll" style={{ height: `${Math.min(5, entries.length) * HEIGHT}px` }} ref={box} role="listbox" tabIndex={0} aria-label="Records" aria-activedescendant={active ? `rec${index}` : undefined} onKeyDown={key} onScroll={(e) => setTop(e.currentTarget.scrollTop)}>
        <div class="room" role="presentation" style={{ height: `${entries.length * HEIGHT}px` }}>
          {shown.map((entry, i) => {
            const n = first + i
            const ask = entry.choices.length > 0
            return (
              <div key={n} role="option" id={`rec${n}`} aria-selected={n === index} aria-setsize={entries.length} aria-posinset={n + 1} class={`item ${ask ? 'warning' : entry.bad ? 'error' : ''}`} style={{ top: `${n * HEIGHT}px` }} onClick={() => onSelect(n)}>
                <span class="n">{n}</span><span class="dot" />{entry.bad && <span class="sr">bad: </span>}<span class="t">{ask ? `${entry.choices.length} readings fit` : entry.summary || entry.name}</span>
              </div>
            )
          })}
        </div>
      </div>
    </section>
  )
}
