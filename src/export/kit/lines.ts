/** A line longer than this is no answer to anything. */
export const LONGEST = 64 * 1024

/** Cuts what arrives into lines, and holds no more than one of bounded length. */
export class LineSplitter {
  #rest = ''
  readonly #line: (line: string) => void
  readonly #tooLong: () => void

  constructor(line: (line: string) => void, tooLong: () => void) {
    this.#line = line
    this.#tooLong = tooLong
  }

  push(text: string): void {
    const lines = (this.#rest + text).split('\n')
    this.#rest = lines.pop()!
    for (const line of lines) {
      if (line.length > LONGEST) return this.#tooLong()
      this.#line(line.endsWith('\r') ? line.slice(0, -1) : line)
    }
    if (this.#rest.length > LONGEST) {
      this.#rest = ''
      this.#tooLong()
    }
  }
}
