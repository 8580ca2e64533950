import type { Digits, Hit } from '../hit.ts'
import { words } from '../hit.ts'
import type { Line, Piece } from '../line.ts'
import type { Session, Source } from '../source.ts'

export const ID = 'linux.intel.debugfs-queue'

/** The queue, by the size of its entries in bytes. */
export const queueOf = (size: number): string => (size === 32 ? 'vtd.invalidation-queue' : 'vtd.invalidation-queue-128')

/** Rows of one queue; the hardware has at most 32,768 entries. */
const MOST = 32768

const COLUMNS = ['qw0', 'qw1', 'qw2', 'qw3', 'status']

interface Row {
  readonly index: number | undefined
  readonly line: number
  readonly cells: Map<string, Digits & { readonly pieces: readonly Piece[] }>
}

/**
 * The invalidation queue as debugfs shows it: a row for each entry of two or of four words. Pasted, its columns may go on
 * in a second block, and a mail client may have broken its rows; so it is read word by word.
 */
export const intelDebugfs: Source = {
  id: ID,
  anchors: ['Invalidation queue on IOMMU: '],
  open: (line, column) => new Table(/on IOMMU: (\S{1,40})/.exec(line.text.slice(column, column + 80))?.[1] ?? ''),
}

class Table implements Session {
  readonly patience = 2
  /** Whether another queue has begun. */
  done = false
  private readonly iommu: string
  private head: number | undefined
  private tail: number | undefined
  private columns: string[] = []
  private indexed = false
  private readonly rows: Row[] = []
  private row = 0
  private cell = 0
  private readonly shown = new Set<string>()

  constructor(iommu: string) {
    this.iommu = iommu
  }

  take(line: Line): boolean {
    const text = line.text.trim()
    if (text === '') return this.rows.length > 0 || this.columns.length > 0
    if (text.includes('Invalidation queue on IOMMU')) {
      this.done = true
      return false
    }
    const base = /Base: 0x[0-9a-f]{1,16}\s{1,16}Head: (\d{1,9})\s{1,16}Tail: (\d{1,9})/i.exec(text)
    if (base) {
      this.head = Number(base[1])
      this.tail = Number(base[2])
      return true
    }
    const names = text.split(/\s+/)
    if (names.every((name) => name === 'Index' || COLUMNS.includes(name))) {
      if (names[0] === 'Index' || names[0] === 'qw2' || names[0] === 'qw3') this.begin(names)
      else for (const name of names) this.name(name)
      return true
    }
    if (this.columns.length === 0) return false
    if (!names.every((name) => /^[0-9a-f]{1,16}$/i.test(name))) return false
    for (const match of line.text.matchAll(/[0-9a-f]+/gi)) this.take1(match[0], match.index, line)
    return true
  }

  /** A new block of columns: its rows are those of the first block again. */
  private begin(names: readonly string[]): void {
    this.columns = []
    this.indexed = names[0] === 'Index'
    this.row = 0
    this.cell = 0
    for (const name of names) this.name(name)
  }

  private name(name: string): void {
    if (name !== 'Index') {
      this.columns.push(name)
      this.shown.add(name)
    }
  }

  private take1(text: string, column: number, line: Line): void {
    const width = this.columns.length + (this.indexed ? 1 : 0)
    if (this.row >= MOST) return
    const at = this.indexed ? this.cell - 1 : this.cell
    let row = this.rows[this.row]
    if (row === undefined) this.rows.push((row = { index: undefined, line: line.number, cells: new Map() }))
    if (at < 0) this.rows[this.row] = { ...row, index: Number(text) }
    else row.cells.set(this.columns[at]!, { value: BigInt(`0x${text}`), column, length: text.length, pieces: line.pieces })
    if (++this.cell === width) {
      this.cell = 0
      this.row++
    }
  }

  hits(): readonly Hit[] {
    const wide = this.shown.has('qw2') || this.shown.has('qw3')
    const size = wide ? 32 : 16
    return this.rows.flatMap((row): Hit[] => {
      const given = ['qw0', 'qw1', 'qw2', 'qw3'].slice(0, size / 8).map((name) => row.cells.get(name))
      if (given.every((digits) => digits === undefined)) return []
      const parts = given.map((digits, i) => (digits === undefined ? undefined : words(size, 8, 'number', [...Array<undefined>(i), digits], digits.pieces)))
      const data = { bytes: new Uint8Array(size), known: new Uint8Array(size), spans: parts.flatMap((part) => part?.spans ?? []) }
      for (const part of parts) {
        part?.bytes.forEach((byte, i) => { data.bytes[i]! |= byte })
        part?.known.forEach((byte, i) => { data.known[i]! |= byte })
      }
      const status = row.cells.get('status')
      return [{
        source: ID, line: row.line, lastLine: row.line, place: queueOf(size), data, notes: [],
        said: {
          iommu: this.iommu, entrySize: size,
          ...(row.index !== undefined && { index: row.index }),
          ...(this.head !== undefined && { head: this.head }),
          ...(this.tail !== undefined && { tail: this.tail }),
          ...(status !== undefined && { status: status.value }),
        },
      }]
    })
  }
}
