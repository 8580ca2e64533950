import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { blank, formatFieldValue, readBits, withBits } from '../../src/index.ts'
import { flipped, geometryOf } from './geometry.ts'
import { useHistory } from './history.ts'
import { useKeys } from './hooks.ts'
import { layoutOf, recordOf } from './library.ts'
import { linkedBytes, linkOf, readLink } from './link.ts'
import { becameOf, edited as editedOf, EMPTY, readingOf, shownOf, stateOf } from './model.ts'
import type { State } from './model.ts'
import { Head } from './ui/Head.tsx'
import { watchHover } from './ui/hot.ts'
import { Plain, Question } from './ui/Question.tsx'
import { RecordList } from './ui/RecordList.tsx'
import { RecordPicker } from './ui/RecordPicker.tsx'
import { Source } from './ui/Source.tsx'
import { Hello, Start } from './ui/Start.tsx'
import { Work } from './ui/Work.tsx'

export function App() {
  const initial = useMemo(() => readLink(location.hash), [])
  const linked = initial && 'state' in initial ? initial : undefined
  const { state, pasted, go, look, undo, redo } = useHistory(linked?.state ?? EMPTY)
  const [field, setField] = useState(linked?.field)
  const [base, setBase] = useState<{ id: string; bytes: Uint8Array } | undefined>(undefined)
  const [picker, setPicker] = useState(false)
  const [status, setStatus] = useState('')
  const [toast, setToast] = useState(initial && 'unknown' in initial ? `No record is called ${initial.unknown}` : '')
  const root = useRef<HTMLElement>(null)

  const reading = useMemo(() => readingOf(state), [state.text, state.as, state.words])
  const { entries } = reading
  const original = useMemo(() => (pasted.text === state.text && pasted.as === state.as ? entries : readingOf(pasted).entries), [pasted, entries])
  // A text of which nothing was chosen yet shows its first record.
  const index = Math.min(state.index < 0 ? Math.max(0, entries.findIndex(({ id }) => id !== undefined)) : state.index, Math.max(0, entries.length - 1))
  const entry = entries[index]
  const shown = useMemo(() => (entry && entry.choices.length === 0 ? shownOf(entry) : undefined), [entry])
  const geo = shown && geometryOf(shown.parts)
  const rows = shown ? shown.parts.flatMap(({ id, inspection }) => inspection.parts.map((part) => ({ record: id, part }))).map((row, i) => ({ ...row, index: i })) : []
  const found = field === undefined ? -1 : geo?.parts.findIndex((part) => `${part.record}.${part.name}` === field || part.name === field) ?? -1
  const selected = found < 0 ? undefined : found
  const pastedBytes = original.length === entries.length && original[index]?.id === shown?.id ? original[index]?.data?.bytes : undefined
  const isEdited = shown !== undefined && pastedBytes !== undefined && pastedBytes.length === shown.bytes.length && pastedBytes.some((byte, i) => byte !== shown.bytes[i])
  const before = base && shown && base.id === shown.id ? base.bytes : isEdited ? pastedBytes : undefined
  const became = useMemo(() => shown && becameOf(shown), [shown])

  const say = useCallback((text: string) => { setToast(text); setTimeout(() => setToast(''), 1600) }, [])
  const copy = useCallback((text: string) => { void Promise.resolve(navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('none'))).then(() => say('Copied'), () => say('Copying is not allowed here')) }, [say])
  const fresh = useCallback((next: State) => { go(next, true); setField(undefined) }, [go])
  /** Another reading of the same text: what was pasted is read so, too. */
  const choose = (how: Partial<State>): void => go({ ...state, ...how }, state.text === pasted.text)
  const open = (id: string, bytes: Uint8Array): void => fresh(stateOf(id, bytes))

  /** Other bytes for what is shown, of which `part` has changed. */
  const put = (bytes: Uint8Array, part: number, did = ''): void => {
    const { name, kind, record, bits } = geo!.parts[part]!
    go(editedOf(state, entry!, index, bytes))
    if (kind === 'field') setField(`${record}.${name}`)
    const value = readBits(bytes, bits)
    setStatus(`${did}${name} is now ${kind === 'field' ? formatFieldValue(layoutOf(record), name, value) : `0x${value.toString(16)}`}`)
  }
  const setPart = (part: number, raw: bigint): void => put(withBits(shown!.bytes, geo!.parts[part]!.bits, raw), part)
  const toggle = (bits: readonly number[]): void => {
    const last = bits.at(-1)!
    const part = geo!.partOfBit.get(last)
    const bytes = flipped(shown!.bytes, bits)
    if (part !== undefined) put(bytes, part, readBits(bytes, [last]) ? 'Set; ' : 'Cleared; ')
  }

  useKeys({ undo, redo, records: useCallback(() => setPicker(true), []) })
  // The address follows what is shown; it is replaced, so that the way back leads out of the page.
  const target = useMemo(() => (shown?.whole ? linkedBytes(entries, index) : undefined), [entries, index, shown])
  const link = shown && target ? linkOf(shown.id, target.bytes, selected !== undefined && rows[selected]!.part.kind === 'field' ? rows[selected]!.part.name : undefined, target.n) : ''
  useEffect(() => {
    const timer = setTimeout(() => { if (link !== location.hash) history.replaceState(null, '', link || location.pathname + location.search) }, 250)
    return () => clearTimeout(timer)
  }, [link])
  useEffect(() => {
    // What was asked for: the address may follow what is still shown by the time this is heard.
    const changed = ({ newURL }: HashChangeEvent): void => {
      const read = readLink(new URL(newURL).hash)
      if (read && 'state' in read) { fresh(read.state); setField(read.field) }
      else if (read) say(`No record is called ${read.unknown}`)
    }
    addEventListener('hashchange', changed)
    return () => removeEventListener('hashchange', changed)
  }, [fresh, say])
  // What was chosen may be gone with what it was chosen from: the keyboard goes on at what came of it.
  const came = useRef(entry)
  useEffect(() => {
    if (came.current !== entry && document.activeElement === document.body) root.current?.querySelector<HTMLElement>('h1[tabindex]')?.focus({ preventScroll: true })
    came.current = entry
  }, [entry])
  useEffect(() => (root.current ? watchHover(root.current, (part) => geo?.parts[part]?.concept) : undefined), [geo])

  return (
    <>
      <Head onHome={() => fresh(EMPTY)} onRecords={() => setPicker(true)} onLink={shown?.whole ? () => copy(new URL(link, location.href).href) : undefined} />
      <main ref={root} class={entry ? '' : 'start'}>
        {!entry && <Hello />}
        <Source state={state} reading={reading} index={index} shown={shown} edited={isEdited} comparing={base?.id} onText={(text) => fresh({ text, index: -1 })} onWords={(words) => choose({ words, kind: state.kind === 'queue' ? 'queue' : undefined })} onAs={(as) => choose({ as, kind: undefined })} onRevert={() => go(pasted)} onCompare={shown?.whole ? () => setBase(base ? undefined : { id: shown.id, bytes: shown.bytes }) : undefined} undo={undo} redo={redo} />
        {!entry && <Start onPick={(text) => fresh({ text, index: -1 })} />}
        {entries.length > 1 && <RecordList entries={entries} index={index} onSelect={(i) => { look(i); setField(undefined) }} />}
        {entry && entry.choices.length > 0 && <Question entry={entry} onPick={choose} />}
        {entry && entry.choices.length === 0 && !shown && <Plain entry={entry} onPick={(as) => (entry.data ? open(as, entry.data.bytes) : undefined)} />}
        {entry && shown && geo && <Work entry={entry} shown={shown} geo={geo} rows={rows} before={before} base={base && base.id !== shown.id ? base.id : undefined} selected={selected} became={became} onSelect={(part) => setField(part === undefined ? undefined : `${geo.parts[part]!.record}.${geo.parts[part]!.name}`)} onToggle={toggle} onSet={setPart} onAs={(as) => open(as, shown.bytes)} onOpen={open} onCopy={copy} />}
      </main>
      <p class="sr" role="status">{status}</p>
      {toast && <p class="toast" role="status">{toast}</p>}
      {picker && <RecordPicker canKeep={({ size }) => (entry?.data?.bytes.length ?? 0) === size} onClose={() => setPicker(false)} onPick={(id) => { setPicker(false); open(id, entry?.data && entry.data.bytes.length === recordOf(id).size ? entry.data.bytes : blank(recordOf(id))) }} />}
    </>
  )
}
