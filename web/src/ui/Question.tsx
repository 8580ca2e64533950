import { identify, nearest } from '../../../src/index.ts'
import { layoutOf } from '../library.ts'
import { hexOf, wordsOf } from '../model.ts'
import type { Entry } from '../model.ts'

/** Where several readings fit: the question, not a guess. */
export function Question({ entry, onPick }: { entry: Entry; onPick(id: string, words: 'bytes' | 'number' | undefined): void }) {
  const size = entry.data?.bytes.length ?? 0
  const choices = entry.choices.filter(({ record, reading }, i, all) => record !== null && all.findIndex((one) => one.record === record && one.reading === reading) === i)
  return (
    <section class="panel ask" aria-labelledby="ask">
      <h1 id="ask">{size} bytes fit {choices.length} readings. Which is it?</h1>
      <ul>{choices.map(({ record, reading, summary, data }) => {
        const found = data && identify(data.bytes).find(({ id }) => id === record)
        return (
          <li key={record! + reading}><button type="button" onClick={() => onPick(record!, wordsOf(reading))}>
            <b>{layoutOf(record!).title}</b><code>{record}</code><span>{summary}</span><small>{found ? `${found.evidence} fixed and reserved bits agree; ` : ''}{reading}</small>
          </button></li>
        )
      })}</ul>
    </section>
  )
}

/** Where no record fits: the bytes, or what is known of them, and what they nearly are. */
export function Plain({ entry, onPick }: { entry: Entry; onPick(id: string): void }) {
  const { data, name, summary, findings } = entry
  const near = data && entry.bad ? nearest(data.bytes) : []
  return (
    <section class="panel ask" aria-labelledby="ask">
      <h1 id="ask">{name}</h1>
      {summary !== name && <p>{summary}</p>}
      {findings.map(({ message }) => <p key={message} class="dim">{message.replace('; --as says what they are', '')}</p>)}
      {data && <p><code class="hex">{hexOf(data.bytes)}</code></p>}
      {near.length > 0 && <><h2>The nearest records</h2><ul>{near.map(({ id, bits, differs }) => (
        <li key={id}><button type="button" onClick={() => onPick(id)}><b>{layoutOf(id).title}</b><code>{id}</code><span>{bits} fixed bit{bits === 1 ? '' : 's'} differ{bits === 1 ? 's' : ''}: {differs.map((one) => `${one.name} ${one.bits} is 0x${one.actual.toString(16)}, not 0x${one.expected.toString(16)}`).join('; ')}</span></button></li>
      ))}</ul></>}
    </section>
  )
}
