import { identify, nearest } from '../../../src/index.ts'
import { layoutOf } from '../library.ts'
import { hexOf } from '../model.ts'
import type { Choice, Entry } from '../model.ts'
import { upper } from '../text.tsx'

/** Where several readings fit: the question, not a guess. */
export function Question({ entry: { choices }, onPick }: { entry: Entry; onPick(chooses: Choice['chooses']): void }) {
  const size = Math.max(...choices.map(({ items }) => items.reduce((sum, { data }) => sum + (data?.bytes.length ?? 0), 0)))
  return (
    <section class="panel ask" aria-labelledby="ask">
      <h1 id="ask" tabIndex={-1}>{size} bytes fit {choices.length} readings. Which is it?</h1>
      <ul>{choices.map(({ items, chooses }) => {
        const { as, record, name, reading, summary, data, findings } = items[0]!
        const found = data && identify(data.bytes).find(({ id }) => id === (record ?? as))
        const note = record === null ? findings[0]?.message : summary
        return (
          <li key={as! + reading}><button type="button" onClick={() => onPick(chooses)}>
            <b>{record === null ? upper(name) : layoutOf(record).title}</b><code>{record ?? as}</code>{note && <span>{items.length > 1 ? `${items.length} records; the first: ` : ''}{record === null ? upper(note) : note}</span>}<small>{found ? `${found.evidence} fixed and reserved bits agree; ` : ''}{reading}</small>
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
      <h1 id="ask" tabIndex={-1}>{upper(name)}</h1>
      {summary !== name && <p>{summary}</p>}
      {findings.map(({ message }) => <p key={message} class="dim">{upper(message.replace(/; .*--as says what they are$/, ''))}.</p>)}
      {data && <p><code class="hex">{hexOf(data.bytes)}</code></p>}
      {near.length > 0 && <><h2>The nearest records</h2><ul>{near.map((one) => (
        <li key={one.id}><button type="button" onClick={() => onPick(one.id)}><b>{layoutOf(one.id).title}</b><code>{one.id}</code><span>{upper(one.difference)}</span></button></li>
      ))}</ul></>}
    </section>
  )
}
