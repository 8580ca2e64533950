import { VERSION } from './protocol.ts'
import { TesteeProcess, UnusableTestee } from './process.ts'

export interface AskOptions {
  /** How many questions may be open at a time; 1 for programs with strange buffers. Default: 64. */
  readonly window?: number
  /** All questions at once, then the end of input, for programs that answer at the end only. */
  readonly batch?: boolean
  /** Seconds for each answer. Default: 5. */
  readonly timeout?: number
  /** Seconds until the first answer: simulators and interpreters start slowly. Default: 20, or `timeout` where that is more. */
  readonly start?: number
  /** How often a testee that ended is started again at most. Default: 20. */
  readonly restarts?: number
}

/** What became of a question: an answer; `blamed` is why it alone ended the testee or was met with silence. */
export type Told = { readonly answer: string } | { readonly blamed: string }

/** What a testee says of itself. */
export interface Hello {
  readonly name?: string
  readonly ops?: readonly string[]
  readonly records?: readonly string[]
}

export interface Course {
  readonly restarts: number
  readonly noise: number
  /** Ends that did not come again when their questions were asked one at a time. */
  readonly unexplained: readonly string[]
  readonly stderr: string
}

const RESTARTS = 20
/** So many lines without a number are read over: simulators print banners. */
const NOISE = 100
const START = 20

/**
 * Asks a testee, window by window. A death or a silence with several open questions blames nobody:
 * those are asked again one at a time, until one is caught alone.
 * @param questions without their numbers; asked of what the testee says it can do
 * @throws {UnusableTestee} where it cannot be started, says no hello, floods, answers what was not asked, or was restarted too often
 */
export async function ask(
  command: readonly string[],
  choose: (hello: Hello) => readonly string[],
  { window = 64, batch = false, timeout = 5, start = Math.max(START, timeout), restarts: most = RESTARTS }: AskOptions,
  told: (index: number, what: Told) => void,
): Promise<Course> {
  let restarts = 0
  let noise = 0
  let stderr = ''
  const unexplained: string[] = []
  let questions: readonly string[] | undefined
  const waiting: number[] = []
  /** Those that were open when the testee ended, to be asked alone. */
  let suspects: number[] = []
  let lastEnd = ''

  for (;;) {
    const end = await session()
    if (end === undefined) return { restarts, noise, unexplained, stderr }
    restarts++
    if (restarts > most) throw new UnusableTestee(`gave up after ${most} restarts; the last time it ${end}${said(stderr)}`)
  }

  /** One life of the testee: undefined when all is asked, otherwise how it ended. */
  function session(): Promise<string | undefined> {
    return new Promise((resolve, reject) => {
      const open = new Set<number>()
      let greeted = false
      let introduced = false
      let timer: NodeJS.Timeout | undefined
      const settle = (then: () => void): void => {
        clearTimeout(timer)
        stderr = child.stderr || stderr
        child.kill()
        then()
      }
      const fatal = (reason: string): void => settle(() => reject(new UnusableTestee(`the testee ${reason}${said(stderr)}`)))
      const wait = (seconds: number): void => {
        clearTimeout(timer)
        timer = setTimeout(() => ended(`gave no answer in ${seconds} seconds`), seconds * 1000)
      }

      const send = (index: number): void => {
        open.add(index)
        child.write(`${index + 1} ${questions![index]}\n`)
      }
      const fill = (): void => {
        if (suspects.length > 0) {
          if (open.size === 0) send(suspects.shift()!)
        } else while (open.size < window && waiting.length > 0) send(waiting.shift()!)
        if (open.size > 0) return wait(timeout)
        if (lastEnd) unexplained.push(lastEnd)
        settle(() => resolve(undefined))
      }

      const hello = (text: string): void => {
        const [, version, ...words] = text.split(/\s+/)
        if (version !== String(VERSION)) return fatal(`speaks version ${version} of the protocol, not ${VERSION}`)
        // In a batch everything has been asked already.
        if (greeted) return
        greeted = true
        if (questions === undefined) {
          const said = Object.fromEntries(words.map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]))
          const list = (value: string | undefined): readonly string[] | undefined => value?.split(',').filter((item) => item !== '')
          questions = choose({ ...said, ops: list(said['ops']), records: list(said['records']) } as Hello)
          waiting.push(...questions.keys())
        }
        fill()
      }

      const line = (text: string): void => {
        if (!introduced && /^hello\s/.test(text)) {
          introduced = true
          return hello(text)
        }
        const [, number, answer] = /^\s*(\d+)\s+(.*)$/.exec(text) ?? []
        if (number === undefined || !greeted) {
          if (text.trim() !== '' && ++noise > NOISE) fatal(`wrote more than ${NOISE} lines that answer nothing`)
          return
        }
        const index = Number(number) - 1
        if (!open.delete(index)) return fatal(`answered question ${number}, which was not open`)
        told(index, { answer: answer! })
        // The last suspect answered: the end did not come again.
        if (lastEnd && suspects.length === 0 && open.size === 0) {
          unexplained.push(lastEnd)
          lastEnd = ''
        }
        if (batch && open.size > 0) wait(timeout)
        else fill()
      }

      const ended = (reason: string): void => {
        if (!greeted) return fatal(`said no hello${restarts > 0 ? ', when it was started again' : ''}: it ${reason}`)
        settle(() => {
          if (batch) {
            for (const index of open) told(index, { blamed: reason })
            return resolve(undefined)
          }
          const left = [...open]
          if (left.length === 1) {
            told(left[0]!, { blamed: reason })
            lastEnd = ''
          } else {
            suspects = left.sort((a, b) => a - b)
            lastEnd = reason
          }
          resolve(reason)
        })
      }

      const child = new TesteeProcess(command, { line, ended })
      wait(start)
      child.write(`hello ${VERSION}\n`)
      if (!batch) return
      // It may say everything at the end, its hello too.
      greeted = true
      questions = choose({})
      for (const index of questions.keys()) send(index)
      child.closeInput()
      if (open.size === 0) settle(() => resolve(undefined))
    })
  }
}

function said(stderr: string): string {
  return stderr === '' ? '' : `; its standard error ends: ${stderr}`
}
