import { spawn } from 'node:child_process'
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { systemWords } from '../system-error.ts'
import { LineSplitter, LONGEST } from './lines.ts'

/** The testee cannot be used at all. */
export class UnusableTestee extends Error {
  override readonly name = 'UnusableTestee'
}

/** How much of what a testee wrote to its standard error is kept. */
const STDERR = 2000

/** What a running testee tells the one who asks it. */
export interface Listener {
  line(text: string): void
  /** It is gone or of no use, with the reason; said once. */
  ended(reason: string): void
}

/** @throws {UnusableTestee} for words that can be no command, such as an empty one */
function started(file = '', argv: readonly string[]): ChildProcessWithoutNullStreams {
  try {
    return spawn(file, argv, { stdio: 'pipe' })
  } catch (error) {
    throw new UnusableTestee(`the testee cannot be started: ${(error as Error).message}`)
  }
}

/** A testee as a process: lines in, lines out. It is ended by its own id, and nothing that it does ends the caller. */
export class TesteeProcess {
  readonly #child: ChildProcessWithoutNullStreams
  readonly #listener: Listener
  #over = false
  #stderr = ''

  constructor(command: readonly string[], listener: Listener) {
    this.#listener = listener
    const [file, ...argv] = command
    this.#child = started(file, argv)
    const lines = new LineSplitter(
      (line) => { if (!this.#over) listener.line(line) },
      () => this.#end(`wrote a line of more than ${LONGEST / 1024} KiB`),
    )
    this.#child.stdout.setEncoding('utf8').on('data', (text: string) => { if (!this.#over) lines.push(text) })
    this.#child.stderr.setEncoding('utf8').on('data', (text: string) => { this.#stderr = (this.#stderr + text).slice(-STDERR) })
    // A closed standard input shows itself by an end or a silence of the testee.
    this.#child.stdin.on('error', () => undefined)
    this.#child.on('error', (error) => this.#end(`cannot be started: ${file}: ${systemWords(error)}`))
    this.#child.on('exit', (code, signal) => {
      // What it wrote before its end may still be on its way.
      const end = (): void => this.#end(signal ? `was ended by ${signal}` : `ended with status ${code}`)
      this.#child.on('close', end)
      setTimeout(end, 500).unref()
    })
    this.#child.stdout.on('close', () => setTimeout(() => this.#end('closed its standard output'), 200).unref())
  }

  /** The end of what it wrote to its standard error. */
  get stderr(): string {
    return this.#stderr.trim()
  }

  write(text: string): void {
    if (this.#child.stdin.writable) this.#child.stdin.write(text)
  }

  closeInput(): void {
    this.#child.stdin.end()
  }

  /** Ends it without a word to the listener. */
  kill(): void {
    this.#over = true
    this.#child.kill('SIGKILL')
    for (const stream of [this.#child.stdin, this.#child.stdout, this.#child.stderr]) stream.destroy()
  }

  #end(reason: string): void {
    if (this.#over) return
    this.kill()
    this.#listener.ended(reason)
  }
}
