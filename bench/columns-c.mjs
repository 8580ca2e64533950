/** The contenders in C: compiled here, run as processes of their own, timed by themselves. */
import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const source = fileURLToPath(new URL('columns.c', import.meta.url))

/** Compiles columns.c; gives the compiler's first line, or nothing where there is no compiler. */
export function compileC(directory) {
  try {
    execFileSync('cc', ['-O3', '-std=c99', '-o', `${directory}/columns`, source])
    return execFileSync('cc', ['--version'], { encoding: 'utf8' }).split('\n')[0]
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Starts the loop or the copy. The loop has proved its columns when this returns. */
export function startC(name, what, id, directory, count) {
  const program = `${directory}/columns`
  const input = `${directory}/${id}.bin`
  if (what === 'loop') {
    execFileSync(program, [id, input, 'check', `${directory}/columns.out`])
    const digest = createHash('sha256').update(readFileSync(`${directory}/columns.out`)).digest('hex')
    assert.equal(digest, readFileSync(`${directory}/${id}.digest`, 'utf8'))
  }
  const process = spawn(program, [id, input, what], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: process.stdout })[Symbol.asyncIterator]()
  return {
    name,
    async sample() {
      process.stdin.write('\n')
      return Number((await lines.next()).value) / count
    },
    finish: () => process.stdin.end(),
  }
}
