import { createInterface } from 'node:readline'
import { testee } from '../../../src/export/kit/testee.ts'
import { records } from '../../../src/registry.ts'

/** The library as a testee; with an argument, wrong in the way that it names. */
const slip = process.argv[2]
const answer = testee(records)
createInterface({ input: process.stdin }).on('line', (line) => {
  const text = answer(line)
  if (text === undefined) return
  console.log(slip === 'shifted' && text.includes('prgIndex=') ? text.replace(/prgIndex=(0x[0-9a-f]+)/, (_, hex: string) => `prgIndex=0x${(Number(hex) >> 1).toString(16)}`) : text)
})
