import { useTheme } from '../hooks.ts'
import { Logo } from './icons.tsx'

export function Head({ onHome, onRecords, onLink }: { onHome(): void; onRecords(): void; onLink: (() => void) | undefined }) {
  const [theme, next, change] = useTheme()
  return (
    <header class="top">
      <a class="brand" href="#" onClick={(e) => { e.preventDefault(); onHome() }}><Logo /><b>pci-ats-pri</b><span>inspector</span></a>
      <nav aria-label="Page">
        <button type="button" onClick={onRecords}>Records<kbd>Ctrl K</kbd></button>
        {onLink && <button type="button" onClick={onLink}>Copy link</button>}
        <button type="button" class="icon" aria-label={`Theme: ${theme}; change to ${next}`} title={`Theme: ${theme}`} onClick={change}><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.5" /><path fill="currentColor" d="M8 2a6 6 0 0 1 0 12z" /></svg></button>
      </nav>
    </header>
  )
}
