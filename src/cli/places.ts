/** Remembers on which line of the input each byte stands, of those that are still of interest. */
export class Places {
  private offsets: number[] = []
  private lines: number[] = []

  private readonly name: (line: number) => string

  /** @param name names a line, counted from 1 */
  constructor(name: (line: number) => string) {
    this.name = name
  }

  /** From `offset` on, bytes are of `line`. */
  add(offset: number, line: number): void {
    this.offsets.push(offset)
    this.lines.push(line)
  }

  /** The place of the byte at `offset`, such as `queue.hex:12`. By halving, because a bad dump asks for every record. */
  at(offset: number): string {
    let low = 0
    for (let high = this.offsets.length; high - low > 1; ) {
      const middle = (low + high) >> 1
      if (this.offsets[middle]! <= offset) low = middle
      else high = middle
    }
    return this.name(this.lines[low] ?? 1)
  }

  /** Bytes before `offset` are not asked for any more. */
  forget(offset: number): void {
    if (this.offsets.length < 1 << 16) return
    const from = Math.max(0, this.offsets.findIndex((start) => start > offset) - 1)
    this.offsets = this.offsets.slice(from)
    this.lines = this.lines.slice(from)
  }
}
