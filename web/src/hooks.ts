import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks'

/** How many bits stand in a row: as many as have room. */
export function useColumns(): 16 | 32 {
  const query = useMemo(() => matchMedia('(max-width: 819px)'), [])
  const [narrow, setNarrow] = useState(query.matches)
  useEffect(() => {
    const change = (): void => setNarrow(query.matches)
    query.addEventListener('change', change)
    return () => query.removeEventListener('change', change)
  }, [query])
  return narrow ? 16 : 32
}

/** The keys that hold everywhere. Where one types, undo is the input's own. */
export function useKeys({ undo, redo, records }: { undo: (() => void) | undefined; redo: (() => void) | undefined; records(): void }): void {
  // Before anything is painted: a key that is pressed early counts.
  useLayoutEffect(() => {
    const key = (event: KeyboardEvent): void => {
      const { target } = event
      const typing = target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'checkbox')
      const command = event.ctrlKey || event.metaKey
      const name = event.key.toLowerCase()
      if (command && name === 'z' && !typing) (event.shiftKey ? redo : undo)?.()
      else if (command && name === 'k') records()
      else if (name === '/' && !typing && !command) document.querySelector<HTMLElement>('#source')?.focus()
      else return
      event.preventDefault()
    }
    addEventListener('keydown', key)
    return () => removeEventListener('keydown', key)
  }, [undo, redo, records])
}

/** Calls when what has changed so far has been painted. */
export const afterPaint = (then: () => void): void => { requestAnimationFrame(() => setTimeout(then)) }

/** The value as it was, until what depends on it at once has been painted: what may come a frame later lets a changed bit not wait for it. */
export function useLater<T>(value: T): T {
  const [late, setLate] = useState(value)
  useEffect(() => setLate(value), [value])
  return late
}

/** The theme, kept where the browser keeps anything for a page. */
export function useTheme(): readonly [theme: string, next: string, change: () => void] {
  const [theme, setTheme] = useState(stored)
  useEffect(() => {
    if (theme === 'auto') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = theme
    try {
      localStorage.setItem('theme', theme)
    } catch {
      // A page from a file may have no storage.
    }
  }, [theme])
  const next = theme === 'auto' ? 'light' : theme === 'light' ? 'dark' : 'auto'
  return [theme, next, () => setTheme(next)]
}

function stored(): string {
  try {
    return localStorage.getItem('theme') ?? 'auto'
  } catch {
    return 'auto'
  }
}
