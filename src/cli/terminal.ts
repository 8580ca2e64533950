import { styleText } from 'node:util'
import { bounded, escaped } from './escape.ts'
import { JsonWriter } from './json.ts'

/** A stream that the command writes to: `process.stdout`, or a test's own. */
export interface Output {
  /** @returns false where the reader is behind, and `drain` comes later */
  write(data: string | Uint8Array): unknown
  once?(event: 'drain', listener: () => void): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

/** Everything outside the command that it touches, files apart. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array | string> & { readonly isTTY?: boolean }
  readonly stdout: Output
  readonly stderr: Output
  readonly env: Readonly<Record<string, string | undefined>>
}

/** When text is coloured. */
export const WHEN = ['auto', 'always', 'never'] as const
export type When = (typeof WHEN)[number]

type Paint = (text: string) => string
export type Style = Readonly<Record<'bold' | 'dim' | 'name' | 'good' | 'bad', Paint>>

/** Width where neither the terminal nor `COLUMNS` says it. */
const WIDTH = 100

/** How much text is gathered before it is written. */
const BATCH = 1 << 16

/** What a command prints with: results on standard output, diagnostics on standard error. */
export class Terminal {
  readonly io: Io
  /** Width in columns. */
  readonly width: number
  /** Styles of standard output. */
  style: Style
  /** Exit status: 1 once an error was printed. */
  status = 0
  private errors: Style
  private text = ''
  /** Bytes that are gathered; text is written before them. Whoever writes here says so by `written`. */
  readonly bytes = new JsonWriter()
  private behind = false
  private bar = ''

  constructor(io: Io) {
    this.io = io
    this.width = io.stdout.columns || columnsOf(io.env['COLUMNS']) || WIDTH
    this.style = styleOf(io.stdout, io.env)
    this.errors = styleOf(io.stderr, io.env)
  }

  /** Whether text is coloured from now on: for terminals and as the environment says, or in any case, or in none. */
  colored(when: When): void {
    this.style = styleOf(this.io.stdout, this.io.env, when)
    this.errors = styleOf(this.io.stderr, this.io.env, when)
  }

  /** Prints lines. Whoever prints without end waits for `ready` from time to time. */
  print(...lines: string[]): void {
    this.printAll(lines)
  }

  printAll(lines: Iterable<string>): void {
    if (this.bytes.size > 0) this.flush()
    for (const line of lines) {
      this.text += `${line}\n`
      if (this.text.length >= BATCH) this.flush()
    }
  }

  /** Prints bytes as they are. They are copied. */
  append(bytes: Uint8Array): void {
    this.begin()
    this.bytes.copy(bytes)
    this.written()
  }

  /** Before `bytes` is written to: what was printed as text comes first. */
  begin(): void {
    if (this.text !== '') this.flush()
  }

  /** After `bytes` was written to. */
  written(): void {
    if (this.bytes.size >= BATCH) this.flush()
  }

  error(message: string): void {
    this.status = 1
    this.diagnose(this.errors.bad('error:'), message)
  }

  note(message: string): void {
    this.diagnose(this.errors.bold('note:'), message)
  }

  /** Shows a line on standard error that the next one takes the place of; an empty one clears it. */
  progress(line: string): void {
    const clear = ' '.repeat(Math.max(0, this.bar.length - line.length))
    if (line !== '' || this.bar !== '') this.io.stderr.write(`\r${line}${clear}${line === '' ? '\r' : ''}`)
    this.bar = line
  }

  /** Writes what was printed. */
  flush(): void {
    const { text, bytes } = this
    this.text = ''
    if (text !== '') this.write(this.io.stdout, text)
    // Each batch has memory of its own: a slow reader takes it later.
    if (bytes.size > 0) this.write(this.io.stdout, bytes.take().slice())
  }

  /** Whether the reader of the output keeps up; otherwise, wait for `ready`. */
  get isReady(): boolean {
    return !this.behind
  }

  /** Waits until the reader of the output has caught up. */
  async ready(): Promise<void> {
    if (!this.behind) return
    this.behind = false
    await new Promise<void>((resolve) => void this.io.stdout.once!('drain', resolve))
  }

  private diagnose(title: string, message: string): void {
    // What was printed before comes before it.
    this.flush()
    this.progress('')
    this.io.stderr.write(`${title} ${escaped(bounded(message))}\n`)
  }

  private write(output: Output, data: string | Uint8Array): void {
    if (output.write(data) === false && output.once !== undefined) this.behind = true
  }
}

function columnsOf(text = ''): number {
  const columns = /^[0-9]{1,4}$/.test(text) ? Number(text) : 0
  return columns >= 20 ? columns : 0
}

/** https://no-color.org and https://force-color.org: set and not empty. Otherwise colour is for terminals. */
function hasColor({ isTTY }: Output, { NO_COLOR, FORCE_COLOR, TERM }: Io['env']): boolean {
  if (NO_COLOR) return false
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  return isTTY === true && TERM !== 'dumb'
}

function styleOf(output: Output, env: Io['env'], when: When = 'auto'): Style {
  const color = when === 'auto' ? hasColor(output, env) : when === 'always'
  // The stream has been asked already; newer releases of Node.js would ask the real standard output.
  const paint = (...format: ('bold' | 'dim' | 'cyan' | 'green' | 'red')[]): Paint => (text) => (color ? styleText(format, text, { validateStream: false }) : text)
  return { bold: paint('bold'), dim: paint('dim'), name: paint('cyan'), good: paint('green'), bad: paint('bold', 'red') }
}
