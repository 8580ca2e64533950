#!/usr/bin/env node
import { writeSync } from 'node:fs'
import { run } from './run.ts'

// A reader that has seen enough, such as `head`, closes the pipe: no more is wanted, and nothing is wrong.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit()
    try {
      writeSync(2, `error: the output cannot be written: ${error.message}\n`)
    } finally {
      process.exit(2)
    }
  })
}

process.exitCode = await run(process.argv.slice(2), process)
