import { useEffect, useRef, useState } from 'preact/hooks'
import { formsOf } from '../forms.ts'
import type { Geometry } from '../geometry.ts'
import type { Shown } from '../model.ts'

export function CopyMenu({ shown, geo, onCopy }: { shown: Shown; geo: Geometry; onCopy(text: string): void }) {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!open) return
    const close = (event: Event): void => {
      const key = event instanceof KeyboardEvent
      if (key ? event.key !== 'Escape' : root.current?.contains(event.target as Node)) return
      setOpen(false)
      if (key) root.current?.querySelector('button')?.focus()
    }
    addEventListener('pointerdown', close)
    addEventListener('keydown', close)
    return () => { removeEventListener('pointerdown', close); removeEventListener('keydown', close) }
  }, [open])
  return (
    <div class="menu" ref={root}>
      <button type="button" class="btn" aria-expanded={open} onClick={() => setOpen(!open)}>Copy as<svg viewBox="0 0 10 6" width="9" height="6" aria-hidden="true"><path fill="none" stroke="currentColor" stroke-width="1.5" d="m1 1 4 4 4-4" /></svg></button>
      {open && <ul>{formsOf(shown, geo).map(([name, make]) => <li key={name}><button type="button" onClick={() => { onCopy(make()); setOpen(false) }}>{name}</button></li>)}</ul>}
    </div>
  )
}
