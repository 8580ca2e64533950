/** The few pictures of the page. */

export const Icon = ({ kind }: { kind: string }) => (
  <svg class={`sev ${kind}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    {kind === 'error' && <><path fill="currentColor" d="M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2z" /><path stroke="var(--surface)" stroke-width="1.8" d="M5.5 5.5l5 5m0-5l-5 5" /></>}
    {kind === 'warning' && <><path fill="currentColor" d="M8 1.2 15.2 14.5H.8z" /><path stroke="var(--surface)" stroke-width="1.8" d="M8 5.5v4.2m0 1.4v1.7" /></>}
    {kind === 'note' && <><circle cx="8" cy="8" r="7" fill="currentColor" /><path stroke="var(--surface)" stroke-width="1.8" d="M8 7v5M8 4v1.8" /></>}
    {kind === 'good' && <><circle cx="8" cy="8" r="7" fill="currentColor" /><path fill="none" stroke="var(--surface)" stroke-width="1.8" d="m4.6 8.2 2.3 2.4 4.4-5" /></>}
  </svg>
)
export const Arrow = () => <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true"><path fill="none" stroke="currentColor" stroke-width="1.5" d="M3 3v4.5h4.5M3.4 7.2a5.2 5.2 0 1 1 .5 4" /></svg>
export const CopyIcon = () => <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true"><path fill="none" stroke="currentColor" stroke-width="1.4" d="M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z" /></svg>
export const Logo = () => <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><path fill="var(--c-requester)" d="M1 3h8v6H1z" /><path fill="var(--c-pasid)" d="M10 3h4v6h-4z" /><path fill="var(--c-access)" d="M15 3h4v6h-4z" /><path fill="var(--c-group)" d="M1 11h4v6H1z" /><path fill="var(--c-address)" d="M6 11h13v6H6z" /></svg>
