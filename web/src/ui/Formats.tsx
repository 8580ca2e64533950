import { useMemo, useState } from 'preact/hooks'
import { CodecError, decodePacket, inspectPacket, parseFieldValue, PRG_RESPONSE_CODE, requestFormats, responseFormats, responses, toPageRequest, translations } from '../../../src/index.ts'
import type { Identity, Translation } from '../../../src/index.ts'
import { geometryOf, wordsText } from '../geometry.ts'
import { useLater } from '../hooks.ts'
import { layoutOf, recordOf } from '../library.ts'
import type { Shown } from '../model.ts'
import { faultText } from '../text.tsx'
import { Hex } from './Hex.tsx'
import { CopyIcon } from './icons.tsx'

interface Props { onOpen(id: string, bytes: Uint8Array): void; onCopy(text: string): void }

/** What the sources may not say of a device, by a field that has the same bits. */
const ASKED = {
  rid: ['Requester', 'pcie.page-request', 'requesterId'],
  devId: ['iommufd device', 'linux.iommufd-pgfault', 'devId'],
  cookie: ['iommufd cookie', 'linux.iommufd-pgfault', 'cookie'],
} as const satisfies Partial<Record<keyof Identity, readonly [label: string, record: string, field: string]>>
type Asked = keyof typeof ASKED

/** The record in other formats; it follows what is shown by a frame. */
export function Formats({ shown, onOpen, onCopy }: Props & { shown: Shown }) {
  const late = useLater(shown)
  return useMemo(() => late.whole && late.bytes.length >= geometryOf(late.parts).bytes && <Carried key={late.id} id={late.id} bytes={late.bytes} onOpen={onOpen} onCopy={onCopy} />, [late])
}

function Carried({ id, bytes, onOpen, onCopy }: Props & { readonly id: string; readonly bytes: Uint8Array }) {
  const [answer, setAnswer] = useState(false)
  const [code, setCode] = useState(0)
  const [be, setBe] = useState(false)
  const [memory, setMemory] = useState(false)
  const [identity, setIdentity] = useState<Partial<Record<Asked, number>>>({})
  const isRequest = requestFormats.includes(id)
  const carries = isRequest || responseFormats.includes(id)
  const isAnswer = isRequest && answer
  const results = useMemo(() => (carries ? resultsOf(id, bytes, identity, isAnswer ? code : undefined) : []), [id, bytes, isAnswer, code, identity])
  if (!carries) return <section class="panel" aria-labelledby="fmt"><h2 id="fmt">Other formats</h2><p class="empty">Page requests and page responses have counterparts in other formats; this record carries neither.</p></section>
  const shown = results.filter((one) => (isAnswer || one.id !== id) && (be || !one.id.endsWith('-be')))
  const none = shown.flatMap((one) => ('error' in one ? [one] : []))
  const asked = (Object.keys(ASKED) as Asked[]).filter((name) => identity[name] !== undefined || none.some(({ error }) => error.field === name && error.actual === undefined))
  return (
    <section class="panel" aria-labelledby="fmt">
      <div class="head">
        <h2 id="fmt">{isAnswer ? 'Its response' : `Same ${isRequest ? 'request' : 'response'} elsewhere`}</h2>
        {isRequest && <div class="seg" role="group" aria-label="What to show"><button type="button" aria-pressed={!isAnswer} onClick={() => setAnswer(false)}>Request</button><button type="button" aria-pressed={isAnswer} onClick={() => setAnswer(true)}>Response</button></div>}
      </div>
      <div class="opts">
        {isAnswer && <label>Code <select value={code} onChange={(e) => setCode(Number(e.currentTarget.value))}>{Object.entries(PRG_RESPONSE_CODE).map(([name, value]) => <option key={value} value={value}>{name}</option>)}</select></label>}
        {asked.map((name) => <Ask key={name} name={name} onValue={(value) => setIdentity(({ [name]: _, ...rest }) => (value === undefined ? rest : { ...rest, [name]: value }))} />)}
        <label><input type="checkbox" checked={memory} onChange={() => setMemory(!memory)} /> bytes in memory order</label>
        <label><input type="checkbox" checked={be} onChange={() => setBe(!be)} /> big-endian too</label>
      </div>
      <ul class="formats">
        {shown.map((one) => 'error' in one ? null : <li key={one.id}><Format result={one} memory={memory} onOpen={onOpen} onCopy={onCopy} /></li>)}
        {none.length > 0 && <li class="cannot"><details><summary>{none.length} cannot carry it</summary><dl>{none.map((one) => <div key={one.id}><dt>{one.id}</dt><dd>{faultText(one.error)}</dd></div>)}</dl></details></li>}
      </ul>
    </section>
  )
}

/** Asks for what other formats need and this one does not say. */
function Ask({ name, onValue }: { name: Asked; onValue(value: number | undefined): void }) {
  const [error, setError] = useState('')
  const [label, record, field] = ASKED[name]
  const read = (text: string): void => {
    if (text.trim() === '') { setError(''); return onValue(undefined) }
    const parsed = parseFieldValue(layoutOf(record), field, text)
    setError(parsed.ok ? '' : faultText({ ...parsed.error, field: label }))
    onValue(parsed.ok ? Number(parsed.raw) : undefined)
  }
  return <label class="asked">{label} <input class="num" placeholder={name === 'rid' ? '3b:00.1' : 'not said'} spellcheck={false} autocomplete="off" aria-invalid={error !== ''} onInput={(e) => read(e.currentTarget.value)} />{error && <span role="alert">{error}</span>}</label>
}

type Good = Exclude<Translation, { error: CodecError }>

function Format({ result, memory, onOpen, onCopy }: { result: Good; memory: boolean; onOpen(id: string, bytes: Uint8Array): void; onCopy(text: string): void }) {
  const { id, bytes, dropped, notes } = result
  const geo = geometryOf(inspectPacket(recordOf(id), bytes).parts)
  return (
    <>
      <div class="fhead"><button type="button" class="fname" onClick={() => onOpen(id, bytes)} title="Open in the grid">{id}</button><span class="fsize">{bytes.length} B</span>
        <button type="button" class="icon" aria-label={`Copy ${id}`} onClick={() => onCopy(wordsText(geo, bytes, memory))}><CopyIcon /></button></div>
      <Hex geo={geo} bytes={bytes} memory={memory} />
      {dropped.length > 0 && <p class="lost">Loses {dropped.map(({ field, reason }) => `${field} (${reason})`).join('; ')}</p>}
      {notes.length > 0 && <details class="notes"><summary>{notes.length === 1 ? '1 note' : `${notes.length} notes`}</summary>{notes.map((note) => <p key={note}>{note}</p>)}</details>}
    </>
  )
}

function resultsOf(id: string, bytes: Uint8Array, identity: Identity, code: number | undefined): readonly Translation[] {
  if (code === undefined) return translations(recordOf(id), bytes, { allowLoss: true, reserved: 'ignore', identity })
  try {
    return responses(toPageRequest(recordOf(id), decodePacket(recordOf(id), bytes, 0, { reserved: 'ignore' }).packet), code, { allowLoss: true, identity })
  } catch (error) {
    if (error instanceof CodecError) return responseFormats.map((to) => ({ id: to, error }))
    throw error
  }
}
