import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { identify } from '../../../src/index.ts'
import { useLater } from '../hooks.ts'
import type { Reading, Shown, State } from '../model.ts'
import { Arrow, Icon } from './icons.tsx'

interface Props {
  readonly state: State
  readonly reading: Reading
  readonly index: number
  readonly shown: Shown | undefined
  readonly edited: boolean
  /** Id of the record that others are compared with. */
  readonly comparing: string | undefined
  onText(text: string): void
  onWords(words: State['words']): void
  onAs(id: string): void
  onRevert(): void
  onCompare: (() => void) | undefined
  readonly undo: (() => void) | undefined
  readonly redo: (() => void) | undefined
}

/** Above it, the box has no tints behind it and does not wrap. */
const BIG = 8192

/** The text, how it was read, and the tools of editing. */
export function Source({ state, reading: { entries, tooLong }, index, shown, edited, comparing, onText, onWords, onAs, onRevert, onCompare, undo, redo }: Props) {
  const area = useRef<HTMLTextAreaElement>(null)
  const back = useRef<HTMLDivElement>(null)
  const big = state.text.length > BIG
  const entry = entries[index]
  useLayoutEffect(() => { if (area.current && back.current) back.current.scrollTop = area.current.scrollTop }, [big])
  useEffect(() => { if (!state.text) area.current?.focus({ preventScroll: true }) }, [])
  const pasted = useRef(false)
  /** Scrolls to the digits of the record that is chosen. */
  const reveal = (): void => {
    const own = back.current?.querySelector<HTMLElement>('mark.own')
    const first = entry?.data?.spans[0]?.start
    if (own) area.current!.scrollTop = own.offsetTop - 10
    else if (first !== undefined) area.current!.scrollTop = state.text.slice(0, first).split('\n').length * 20 - 30
  }
  useEffect(() => { if (document.activeElement !== area.current) reveal() }, [index, entries.length])
  useEffect(() => {
    if (pasted.current) reveal()
    pasted.current = false
  }, [state.text])
  const lines = Math.min(entries.length > 1 ? 4 : 6, Math.max(state.text ? 1 : 3, state.text.split('\n', 8).length))
  const wrong = entries.length === 0 && state.text.trim() !== '' ? offender(state.text) : undefined
  const marks = big ? [] : wrong ? [{ ...wrong, kind: 'no' }] : entries.flatMap(({ data }, i) => (data?.spans ?? []).map(({ start, end }) => ({ start, end, kind: i === index ? 'own' : '' }))).sort((a, b) => a.start - b.start)
  return (
    <section class="source" aria-label="Input">
      <div class="box">
        {!big && <div class="back" ref={back} aria-hidden="true">{marked(state.text, marks)}{'\n'}</div>}
        <textarea id="source" class={big ? 'big' : ''} ref={area} rows={lines} value={state.text} spellcheck={false} autocapitalize="off" autocomplete="off" aria-label="Log line, dump, queue or TLP" aria-describedby="how" placeholder="Paste a log line, a hex dump, a queue or a TLP" onPaste={() => { pasted.current = true }} onInput={(e) => onText(e.currentTarget.value)} onScroll={() => { if (back.current && area.current) back.current.scrollTop = area.current.scrollTop }} />
      </div>
      <div class="how" id="how">
        {wrong && <span class="problem"><Icon kind="error" />No record here: “{state.text.slice(wrong.start, Math.min(wrong.end, wrong.start + 24))}” is no hexadecimal word, and the text is no message that is known</span>}
        {!wrong && entries.length === 0 && state.text.trim() !== '' && <span class="problem"><Icon kind="error" />No record here: too few bytes, or a text that is not known</span>}
        {entry && <span>{entry.choices.length > 0 ? 'Several readings fit' : <>Read as <b>{entry.name}</b></>}{entry.source !== 'hex' && ` from ${entry.source}`}{entry.reading && `, ${entry.reading}`}</span>}
        {tooLong.length > 0 && <span class="problem"><Icon kind="error" />{tooLong.length === 1 ? `Line ${tooLong[0]} is` : `${tooLong.length} lines, the first of them ${tooLong[0]}, are`} too long to be read</span>}
        {entry && (entry.source === 'hex' || state.words) && <label class="inline">Words <select value={state.words ?? ''} onChange={(e) => onWords((e.currentTarget.value || undefined) as State['words'])}><option value="">auto</option><option value="bytes">as bytes in order</option><option value="number">as numbers</option></select></label>}
        {shown && entry?.source === 'hex' && <Others shown={shown} onAs={onAs} />}
        {state.text !== '' && <span class="tools">
          {edited && <button type="button" class="edited" onClick={onRevert}>Edited<u>revert</u></button>}
          {onCompare && <button type="button" class="btn" aria-pressed={comparing !== undefined} title={comparing ? '' : 'Keep this record, and underline the bits in which the next one differs'} onClick={onCompare}>{comparing ? 'Stop comparing' : 'Compare'}</button>}
          <button type="button" class="icon" aria-label="Undo" title="Undo (Ctrl Z)" disabled={!undo} onClick={undo}><Arrow /></button>
          <button type="button" class="icon flip" aria-label="Redo" title="Redo (Ctrl Shift Z)" disabled={!redo} onClick={redo}><Arrow /></button>
        </span>}
      </div>
    </section>
  )
}

/** Other records that fit as well. */
function Others({ shown, onAs }: { shown: Shown; onAs(id: string): void }) {
  const { id: own, bytes } = useLater(shown)
  const others = useMemo(() => identify(bytes).filter(({ id, evidence, rest, reservedSet, doubts }) => id !== own && evidence > 0 && rest === 0 && reservedSet === 0 && doubts === 0 && !id.endsWith('-be')).slice(0, 2), [own, bytes])
  return others.length > 0 && <span class="alt">or {others.map(({ id }) => <button type="button" class="link" key={id} onClick={() => onAs(id)}>{id}</button>)}</span>
}

/** The first word that is no hexadecimal. */
function offender(text: string): { start: number; end: number } | undefined {
  for (const { 0: word, index } of text.matchAll(/[^\s,;]+/g)) if (!/^(?:0x)?[0-9a-f]+$/i.test(word)) return { start: index, end: index + word.length }
  return undefined
}

function marked(text: string, marks: readonly { start: number; end: number; kind: string }[]) {
  const out = []
  let at = 0
  for (const { start, end, kind } of marks) {
    if (start < at) continue
    out.push(text.slice(at, start), <mark key={start} class={kind}>{text.slice(start, end)}</mark>)
    at = end
  }
  out.push(text.slice(at))
  return out
}
