import { useMemo, useState } from 'preact/hooks'
import { decodePacket, inspectPacket, CodecError, requestFormats, responseFormats, responses, toPageRequest, translations } from '../../../src/index.ts'
import type { Translation } from '../../../src/index.ts'
import { geometryOf, wordsText } from '../geometry.ts'
import { recordOf } from '../library.ts'
import { faultText } from '../text.tsx'
import { Hex } from './Hex.tsx'
import { CopyIcon } from './icons.tsx'

interface Props { readonly id: string; readonly bytes: Uint8Array; onOpen(id: string, bytes: Uint8Array): void; onCopy(text: string): void }

/** PRG Response Codes. */
const CODES = [['0', 'Success'], ['1', 'Invalid Request'], ['15', 'Response Failure']] as const

export function Formats({ id, bytes, onOpen, onCopy }: Props) {
  const [answer, setAnswer] = useState(false)
  const [code, setCode] = useState(0)
  const [be, setBe] = useState(false)
  const [memory, setMemory] = useState(false)
  const [cookie, setCookie] = useState(1)
  const isRequest = requestFormats.includes(id)
  const carries = isRequest || responseFormats.includes(id)
  const isAnswer = isRequest && answer
  const results = useMemo(() => (carries ? resultsOf(id, bytes, isAnswer ? { code, cookie } : undefined) : []), [id, bytes, isAnswer, code, cookie])
  if (!carries) return <section class="panel" aria-labelledby="fmt"><h2 id="fmt">Other formats</h2><p class="empty">Page requests and page responses have counterparts in other formats; this record carries neither.</p></section>
  const shown = results.filter((one) => (isAnswer || one.id !== id) && (be || !one.id.endsWith('-be')))
  const none = shown.flatMap((one) => ('error' in one ? [one] : []))
  return (
    <section class="panel" aria-labelledby="fmt">
      <div class="head">
        <h2 id="fmt">{isAnswer ? 'Its response' : `Same ${isRequest ? 'request' : 'response'} elsewhere`}</h2>
        {isRequest && <div class="seg" role="group" aria-label="What to show"><button type="button" aria-pressed={!isAnswer} onClick={() => setAnswer(false)}>Request</button><button type="button" aria-pressed={isAnswer} onClick={() => setAnswer(true)}>Response</button></div>}
      </div>
      <div class="opts">
        {isAnswer && <label>Code <select value={code} onChange={(e) => setCode(Number(e.currentTarget.value))}>{CODES.map(([value, name]) => <option key={value} value={value}>{name}</option>)}</select></label>}
        {isAnswer && <label>Cookie <input class="num" size={4} inputMode="numeric" value={cookie} onInput={(e) => { const value = Number(e.currentTarget.value); if (Number.isInteger(value) && value >= 0 && value < 2 ** 32) setCookie(value) }} /></label>}
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

function resultsOf(id: string, bytes: Uint8Array, answer: { code: number; cookie: number } | undefined): readonly Translation[] {
  if (!answer) return translations(recordOf(id), bytes, { allowLoss: true, reserved: 'ignore' })
  try {
    const read = toPageRequest(recordOf(id), decodePacket(recordOf(id), bytes, 0, { reserved: 'ignore' }).packet)
    return responses(read, answer.code, { allowLoss: true, identity: { cookie: answer.cookie } })
  } catch (error) {
    if (error instanceof CodecError) return responseFormats.map((to) => ({ id: to, error }))
    throw error
  }
}
