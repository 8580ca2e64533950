import type { Finding } from '../model.ts'
import { upper } from '../text.tsx'
import { Icon } from './icons.tsx'

/** What is wrong with the record, the worst first. */
export function Findings({ findings, whole, onSelect, part }: { findings: readonly Finding[]; whole: boolean; onSelect(finding: Finding): void; part(finding: Finding): number }) {
  return (
    <section class="panel" aria-labelledby="find">
      <div class="head"><h2 id="find">Findings</h2><span class="count">{countOf(findings)}</span></div>
      {findings.length === 0
        ? <p class="empty good"><Icon kind="good" />{whole ? 'Well-formed, and breaks no rule that this record alone can break.' : 'Nothing is wrong with what is there.'}</p>
        : <ul class="findings">{findings.map((finding, i) => (
          <li key={i} class={finding.severity}><button type="button" data-p={part(finding)} onClick={() => onSelect(finding)}>
            <Icon kind={finding.severity} /><span><b class="sr">{finding.severity}: </b>{upper(finding.message)}.<small>{finding.bits && <code>{finding.field !== 'reserved' && finding.field ? `${finding.field} ` : ''}{finding.bits}</code>}{finding.clause}</small></span>
          </button></li>
        ))}</ul>}
    </section>
  )
}

export function countOf(findings: readonly Finding[]): string {
  return (['error', 'warning', 'note'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    return count === 0 ? [] : [`${count} ${severity}${count > 1 ? 's' : ''}`]
  }).join(', ')
}
