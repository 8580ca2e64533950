import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compile, run } from './compiler.ts'
import { auditProgram } from './program.ts'

/** A compiler that is asked about headers: what it refuses is an answer. */
export class Asked {
  readonly #folder: string
  readonly #cc: string
  readonly #flags: readonly string[]
  readonly #headers: string
  #quiet: readonly string[] | undefined

  /** @param headers the text that brings the names of the headers */
  constructor(folder: string, cc: string, flags: readonly string[], headers: string) {
    this.#folder = folder
    this.#cc = cc
    this.#flags = flags
    this.#headers = headers
  }

  /**
   * Which statements, a line each, the compiler takes.
   * @throws {AuditError} where it refuses what is none of them
   */
  async taken(statements: readonly string[]): Promise<boolean[]> {
    const left = new Set(statements.keys())
    for (;;) {
      const asked = [...left]
      const failure = await this.#compile(asked.map((i) => statements[i]!), ['-fsyntax-only', ...(await this.#all())]).then(() => undefined, (error: Error) => error)
      if (failure === undefined) return statements.map((_, i) => left.has(i))
      for (const line of linesRefused(failure.message, this.#source)) left.delete(asked[line - this.#first()]!)
      if (left.size === asked.length) throw failure
    }
  }

  /** The words that each statement prints after its number, which is its place among them. */
  async answers(statements: readonly string[]): Promise<string[][]> {
    const program = join(this.#folder, 'asked')
    await this.#compile(statements, ['-o', program])
    const { stdout } = await run(program, [], { maxBuffer: 1e8 })
    return stdout.trimEnd().split('\n').map((line) => line.split(' ').slice(1))
  }

  get #source(): string {
    return join(this.#folder, 'asked.c')
  }

  /** The line of the first statement. */
  #first(): number {
    return this.#program([MARK]).split(MARK)[0]!.split('\n').length
  }

  #program(statements: readonly string[]): string {
    return auditProgram({}, this.#headers, []).replace('    return 0;', () => `${statements.join('\n')}\n    return 0;`)
  }

  async #compile(statements: readonly string[], argv: readonly string[]): Promise<void> {
    await writeFile(this.#source, this.#program(statements))
    await compile(this.#cc, [...this.#flags, '-Werror=implicit-function-declaration', ...argv, this.#source])
  }

  /** What makes the compiler tell all errors, and only where they are: thousands are the rule. */
  async #all(): Promise<readonly string[]> {
    if (this.#quiet) return this.#quiet
    await writeFile(this.#source, '')
    const clang = (await compile(this.#cc, [...this.#flags, '-E', '-dM', this.#source])).includes('__clang__')
    return (this.#quiet = clang ? ['-ferror-limit=0', '-fno-caret-diagnostics'] : ['-fmax-errors=0', '-fno-diagnostics-show-caret'])
  }
}

const MARK = '/* statements */'

/** Lines of the source with errors. One may stand where a macro was defined, with a note where it is used. */
function linesRefused(message: string, source: string): number[] {
  let error = false
  return [...message.matchAll(/^(.*?):(\d+):\d+: (?:fatal )?(error|warning|note)/gm)].flatMap(([, file, line, severity]) => {
    if (severity !== 'note') error = severity === 'error'
    return error && file!.endsWith(source) ? [Number(line)] : []
  })
}
