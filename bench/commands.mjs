/** Tables of commands, each timed as a whole process: files of `tables/` that export `commands`. */
import { execFileSync, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { race, row } from './race.mjs'
import { list } from './report.mjs'

const ROUNDS = 5

/** Our command, as it is installed. */
export const COMMAND = [process.execPath, fileURLToPath(new URL('../dist/cli.js', import.meta.url))]

const environment = { ...process.env, LC_ALL: 'C', NO_COLOR: '1' }

/** What a command prints; that it finds nothing is no error. */
function printed([file, ...more]) {
  try {
    return execFileSync(file, more, { encoding: 'latin1', env: environment, maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] })
  } catch (error) {
    if (error.status === 1) return error.stdout
    throw error
  }
}

/** Seconds of a whole process, by the clock and of its own: bash knows what its children took. */
function timed(command) {
  return new Promise((resolve, reject) => {
    const shell = spawn('bash', ['-c', 'TIMEFORMAT="times %R %U %S"; time "$@" > /dev/null', 'bash', ...command], { env: environment, stdio: ['ignore', 'ignore', 'pipe'] })
    let text = ''
    shell.stderr.setEncoding('latin1').on('data', (piece) => (text += piece))
    shell.on('error', reject)
    shell.on('close', () => {
      const [, clock, user, system] = /times ([\d.]+) ([\d.]+) ([\d.]+)\n$/.exec(text) ?? reject(new Error(`${command.join(' ')}: ${text}`)) ?? []
      resolve({ clock: Number(clock), user: Number(user), system: Number(system) })
    })
  })
}

export const installed = (program) => {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** The table of a file: `commands(directory, size)` makes the input of some bytes, and says who reads it. */
export function commandTable(file, { title, sizes, unit, commands, by }) {
  const present = (all) => Object.entries(all).filter(([, { needs }]) => needs === undefined || installed(needs))
  return {
    title,
    unit,

    async prove({ directory }) {
      const all = present(commands(directory, sizes.proof))
      for (const [name, { command, as, expected }] of all) {
        // What they print is long: an error that showed it would tell nothing.
        if (as(printed(command)) !== expected) throw new Error(`${name}, table ${file}: it does not print what is in the file`)
      }
      return all.length
    },

    async measure(context) {
      await this.prove(context)
      const { directory, large } = context
      const all = present(commands(directory, large ? sizes.large : sizes.usual))
      const runners = all.map(([name, { command }]) => ({ name, sample: () => timed(command), finish() {} }))
      const samples = await race(runners, ROUNDS)
      return all.map(([name, { against, most }], i) => row(name, samples[i].map((times) => times[by]), { ...(against !== undefined && { against }), ...(most !== undefined && { most }) }))
    },

    show: (rows) => list(rows, unit),
  }
}
