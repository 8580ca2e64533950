import { Readable } from 'node:stream'
import { run } from '../../src/cli/run.ts'

export interface Ran {
  readonly status: number
  readonly out: string
  readonly err: string
  /** The lines of JSON on standard output. */
  readonly json: Record<string, any>[]
}

export interface Surroundings {
  readonly stdin?: string | Uint8Array
  readonly env?: Record<string, string>
  /** Whether the output is a terminal. */
  readonly tty?: boolean
  /** Whether the input is a terminal. */
  readonly typed?: boolean
  readonly columns?: number
}

/** Runs the command in this process. */
export async function command(argv: readonly string[], { stdin = '', env = {}, tty, typed = false, columns }: Surroundings = {}): Promise<Ran> {
  let out = ''
  let err = ''
  const terminal = { ...(tty !== undefined && { isTTY: tty }), ...(columns !== undefined && { columns }) }
  const status = await run(argv, {
    stdin: Object.assign(Readable.from([Buffer.from(stdin as string)]), { isTTY: typed }),
    stdout: { ...terminal, write: (data) => (out += typeof data === 'string' ? data : Buffer.from(data).toString()) },
    stderr: { ...terminal, write: (text) => (err += text) },
    env,
  })
  return {
    status,
    out,
    err,
    get json() {
      return out.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Record<string, any>)
    },
  }
}
