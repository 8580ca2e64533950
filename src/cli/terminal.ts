import { styleText } from 'node:util'

/** A stream that the command writes to: `process.stdout`, or a test's own. */
export interface Output {
  write(text: string): unknown
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

type Paint = (text: string) => string
export type Style = Readonly<Record<'bold' | 'dim' | 'name' | 'good' | 'bad', Paint>>

/** Width where the terminal does not say its own. */
const WIDTH = 100

/** What a command prints with: results on standard output, diagnostics on standard error. */
export class Terminal {
  readonly io: Io
  /** Width in columns. */
  readonly width: number
  /** Styles of standard output. */
  readonly style: Style
  /** Exit status: 1 once an error was printed. */
  status = 0
  private readonly errors: Style

  constructor(io: Io) {
    this.io = io
    this.width = io.stdout.columns || WIDTH
    this.style = styleOf(io.stdout, io.env)
    this.errors = styleOf(io.stderr, io.env)
  }

  print(...lines: string[]): void {
    for (const line of lines) this.io.stdout.write(`${line}\n`)
  }

  error(message: string): void {
    this.status = 1
    this.io.stderr.write(`${this.errors.bad('error:')} ${message}\n`)
  }

  note(message: string): void {
    this.io.stderr.write(`${this.errors.bold('note:')} ${message}\n`)
  }
}

/** https://no-color.org and https://force-color.org: set and not empty. Otherwise colour is for terminals. */
function hasColor({ isTTY }: Output, { NO_COLOR, FORCE_COLOR, TERM }: Io['env']): boolean {
  if (NO_COLOR) return false
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  return isTTY === true && TERM !== 'dumb'
}

function styleOf(output: Output, env: Io['env']): Style {
  const color = hasColor(output, env)
  // The stream has been asked already; newer releases of Node.js would ask the real standard output.
  const paint = (...format: ('bold' | 'dim' | 'cyan' | 'green' | 'red')[]): Paint => (text) => (color ? styleText(format, text, { validateStream: false }) : text)
  return { bold: paint('bold'), dim: paint('dim'), name: paint('cyan'), good: paint('green'), bad: paint('bold', 'red') }
}
