import { ArrowFile } from '../../src/arrow/index.ts'

/** Prints the memory in use after a few batches of a file, and after many more of them. Started as a program of its own. */

const file = new ArrowFile('vtd.page-request', () => {})
const piece = new Uint8Array(1 << 21)
function after(pieces: number): number {
  for (let i = 0; i < pieces; i++) file.add(piece)
  globalThis.gc!()
  const { heapUsed, external, arrayBuffers } = process.memoryUsage()
  return heapUsed + external + arrayBuffers
}
const early = after(4)
console.log(JSON.stringify({ early, late: after(60) }))
