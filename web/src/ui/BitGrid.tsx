import { useMemo, useRef, useState } from 'preact/hooks'
import type { GeoCell, GeoPart, Geometry } from '../geometry.ts'
import { afterPaint } from '../hooks.ts'
import { Word } from './Hex.tsx'

interface Props {
  readonly geo: Geometry
  readonly bytes: Uint8Array
  /** Which bits are known. */
  readonly known: Uint8Array
  readonly before: Uint8Array | undefined
  readonly cols: 16 | 32
  readonly selected: number | undefined
  readonly bad: ReadonlySet<number>
  readonly values: readonly string[]
  onToggle(bits: readonly number[]): void
  onSelect(part: number | undefined): void
}

interface Line { readonly label: string; readonly id: string; readonly first: boolean; readonly hi: number; readonly cells: readonly GeoCell[]; readonly fold: boolean; readonly cont: boolean; readonly row: readonly number[] }

const on = (bytes: Uint8Array, bit: number): number => ((bytes[bit >> 3] ?? 0) >> (bit & 7)) & 1

export function BitGrid({ geo, bytes, known, before, cols, selected, bad, values, onToggle, onSelect }: Props) {
  const [open, setOpen] = useState(false)
  const [cursor, setCursor] = useState<number | undefined>(undefined)
  const root = useRef<HTMLDivElement>(null)
  // A bit that is pressed is turned over at once, by hand; what comes of it takes longer, and follows when that has been painted.
  const turned = useRef(new Set<number>())
  const latest = useRef(onToggle)
  latest.current = onToggle
  const cell = (bit: number): HTMLElement => root.current!.querySelector<HTMLElement>(`[data-b="${bit}"]`)!
  const follow = (): void => {
    const bits = [...turned.current]
    turned.current.clear()
    if (bits.length > 0) latest.current(bits)
  }
  const turn = (bit: number): void => {
    const { firstChild, classList } = cell(bit)
    firstChild!.nodeValue = classList.toggle('on') ? '1' : '0'
    if (turned.current.size === 0) afterPaint(follow)
    if (!turned.current.delete(bit)) turned.current.add(bit)
  }

  const lines = useMemo(() => linesOf(geo, cols), [geo, cols])
  const quiet = (line: Line): boolean => line.fold && line.cells.every((c) => c.mem.every((b) => on(bytes, b) === 0))
  const shown = open ? lines : lines.filter((l) => !quiet(l))
  const hidden = open ? [] : lines.filter(quiet)
  const bits = shown.map((l) => l.cells.flatMap((c) => c.mem))
  const focusBit = cursor !== undefined && bits.some((row) => row.includes(cursor)) ? cursor : bits[0]?.[0]

  const move = (event: KeyboardEvent): void => {
    const at = (event.target as HTMLElement).dataset['b']
    if (at === undefined) return
    const bit = Number(at)
    const r = bits.findIndex((row) => row.includes(bit))
    const c = bits[r]!.indexOf(bit)
    const go = (row: number, col: number): void => {
      const next = bits[Math.min(bits.length - 1, Math.max(0, row))]?.[Math.min(cols - 1, Math.max(0, col))]
      if (next === undefined) return
      setCursor(next)
      cell(next).focus()
      event.preventDefault()
    }
    const flat = bits.flat()
    const jump = (step: number): void => {
      const i = flat.indexOf(bit)
      let j = i
      const part = geo.partOfBit.get(bit)
      while (j >= 0 && j < flat.length && geo.partOfBit.get(flat[j]!) === part) j += step
      const next = flat[Math.min(flat.length - 1, Math.max(0, j))]!
      go(bits.findIndex((row) => row.includes(next)), bits.find((row) => row.includes(next))!.indexOf(next))
    }
    switch (event.key) {
      case 'ArrowLeft': return c > 0 ? go(r, c - 1) : r > 0 ? go(r - 1, cols - 1) : undefined
      case 'ArrowRight': return c < cols - 1 ? go(r, c + 1) : r < bits.length - 1 ? go(r + 1, 0) : undefined
      case 'ArrowUp': return go(r - 1, c)
      case 'ArrowDown': return go(r + 1, c)
      case 'Home': return event.ctrlKey ? go(0, 0) : go(r, 0)
      case 'End': return event.ctrlKey ? go(bits.length - 1, cols - 1) : go(r, cols - 1)
      case '[': return jump(-1)
      case ']': return jump(1)
      case '0':
      case '1':
        if (cell(bit).textContent !== event.key) turn(bit)
        return go(c < cols - 1 ? r : r + 1, c < cols - 1 ? c + 1 : 0)
      case 'Enter': { if (event.altKey) onSelect(geo.partOfBit.get(bit)) ; return }
    }
  }

  const press = ({ target }: Event): void => {
    const { b: bit, p: part } = (target as HTMLElement).closest<HTMLElement>('[data-p]')?.dataset ?? {}
    if (bit !== undefined) turn(Number(bit))
    else if (part !== undefined) onSelect(Number(part))
  }
  return (
    <div class="bitbox">
    <div class={`grid cols${cols}`} role="grid" aria-label="Bits, 32 in a row, most significant first" ref={root} onKeyDown={move} onClick={press} onFocusIn={({ target }) => setCursor(Number((target as HTMLElement).dataset['b']))}>
      {cols === 32 && <div class="ruler" aria-hidden="true"><span />{Array.from({ length: 32 }, (_, i) => <span key={i} class={(31 - i) % 8 === 7 || (31 - i) % 8 === 0 ? 'edge' : ''}>{`${31 - i}`}</span>)}</div>}
      {shown.map((line) => <Row key={`${line.id}${line.label}${line.hi}`} {...{ line, geo, bytes, known, before, cols, bad, values }} selected={selected !== undefined && line.cells.some(({ part }) => part === selected) ? selected : undefined} stop={line.row.includes(focusBit!) ? focusBit : undefined} />)}
    </div>
      {(hidden.length > 0 || open) && lines.some((l) => l.fold) && (
        <button type="button" class="fold" aria-expanded={open} onClick={() => setOpen(!open)}>
          <span>{open ? 'Hide rows that are reserved and 0' : `${namesOf(hidden)}: ${hidden.length * cols} reserved bits, ${hidden.every((line) => line.row.every((bit) => on(known, bit))) ? 'all 0' : hidden.some((line) => line.row.some((bit) => on(known, bit))) ? 'all 0 or not there' : 'not there'}`}</span>
          <span aria-hidden="true">{open ? '−' : '+'}</span>
        </button>
      )}
    </div>
  )
}

interface RowProps extends Omit<Props, 'onToggle' | 'onSelect'> { readonly line: Line; readonly stop: number | undefined }

/** A row is drawn anew where it would look different: of a change of one bit all others are as they were. */
function Row(props: RowProps) {
  const { line, geo, bytes, known, before, cols, bad, values, selected, stop } = props
  const looks = [selected, stop, bad.size > 0 && line.cells.map(({ part }) => bad.has(part)), line.cells.map(({ part }) => values[part]), line.row.map((bit) => `${on(bytes, bit)}${on(known, bit)}${before && on(before, bit)}`)].join()
  return useMemo(() => drawn(props), [line, geo, cols, looks])
}

function drawn({ line, geo, bytes, known, before, cols, selected, bad, values, stop }: RowProps) {
  const valueOf = (part: GeoPart, width: number): string => {
    const text = values[part.index] ?? ''
    return width > 2 && (labelOf(part, width).length + text.length + 1.5) * 6.6 < width * 24 ? text : ''
  }
  return (
    <div class={`line${line.cont ? ' cont' : ''}`} role="row">
      <div class="label" role="rowheader">{geo.ids.length > 1 && line.first && !line.cont && <small>{line.id.replace(/^.*\./, '')}</small>}<span>{line.label}{cols === 16 && <i>{line.hi}…{line.hi - 15}</i>}</span><code>{line.cont ? null : <Word geo={geo} bytes={bytes} known={known} bits={line.row} own />}</code></div>
      {line.cells.map((cell) => {
        const part = geo.parts[cell.part]!
        const start = cols - 1 - (cell.hi % cols) + 2
        const width = cell.mem.length
        return (
          <span key={`${cell.part}-${cell.hi}`} class={`blk g-${part.group}${bad.has(cell.part) ? ' bad' : ''}${selected === cell.part ? ' sel' : ''}`} data-p={cell.part} data-c={part.concept || undefined} aria-hidden="true" style={{ gridColumn: `${start} / span ${width}` }} title={part.kind === 'reserved' ? 'reserved' : part.name}>
            <span class={`cap${width === 1 ? ' one' : ''}`}><b>{labelOf(part, width) || null}</b>{cell.top && part.kind !== 'reserved' && valueOf(part, width) !== '' && <em>{valueOf(part, width)}</em>}</span>
          </span>
        )
      })}
      {line.cells.flatMap((cell) => cell.mem.map((bit, i) => {
        const part = geo.parts[cell.part]!
        const value = on(bytes, bit)
        const n = cell.hi - i
        const changed = before !== undefined && on(before, bit) !== value
        const there = on(known, bit)
        return <button type="button" role="gridcell" key={bit} disabled={!there} class={`bit g-${part.group}${value ? ' on' : ''}${changed ? ' ch' : ''}${n % 8 === 0 ? ' byte' : ''}`} data-b={bit} data-p={cell.part} data-c={part.concept || undefined} tabIndex={bit === stop ? 0 : -1} style={{ gridColumn: cols - 1 - (n % cols) + 2 }} aria-label={`${line.label} bit ${n}, ${part.name}: ${there ? value : 'not there'}`}>{there ? `${value}` : null}</button>
      }))}
    </div>
  )
}

const namesOf = (lines: readonly Line[]): string => {
  const labels = [...new Set(lines.map((l) => l.label))]
  const words = labels.map((l) => l.replace(/\[.*/, ''))
  const names = [...new Set(labels.map((l, i) => (words.filter((w) => w === words[i]).length > 1 ? words[i]! : l)))]
  return names.length > 4 ? `${names[0]} to ${names.at(-1)}` : names.join(', ')
}

function linesOf(geo: Geometry, cols: 16 | 32): Line[] {
  return geo.rows.flatMap((row) => {
    const fold = row.cells.every((c) => geo.parts[c.part]!.kind === 'reserved')
    const make = (hi: number, lo: number, cont: boolean): Line => ({
      label: row.label, id: row.record, first: row.first, hi, fold, cont, row: row.cells.flatMap((c) => c.mem),
      cells: row.cells.filter((c) => c.lo <= hi && c.hi >= lo).map((c) => {
        const top = Math.min(c.hi, hi)
        const bottom = Math.max(c.lo, lo)
        return { ...c, hi: top, lo: bottom, mem: c.mem.slice(c.hi - top, c.hi - bottom + 1) }
      }),
    })
    return cols === 32 ? [make(31, 0, false)] : [make(31, 16, false), make(15, 0, true)]
  })
}

/** The longest name that a cell of so many bits has room for. */
export function labelOf(part: GeoPart, width: number, pitch = 24): string {
  if (part.kind === 'reserved') return width * pitch > 130 ? 'reserved' : ''
  const initials = part.name.replace(/([a-z])([A-Z0-9])/g, '$1 $2').split(' ').map((word) => word[0]!.toUpperCase()).join('')
  const room = Math.floor((width * pitch - 4) / 6.6)
  return [part.name, part.short ?? part.name, initials].find((text) => text.length <= Math.max(1, room)) ?? (initials.length <= 3 ? initials : initials[0]!)
}
