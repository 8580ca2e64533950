import type { Digits } from '../hit.ts'
import { words } from '../hit.ts'
import { sentence } from '../source.ts'

const INPUT = /^pcileech\b[^\r\n]{0,160}? -in ([0-9a-f]{16,8192})(?!\w|[:.]\w|: |\.\.)/di

/** A TLP on the command line of pcileech: its bytes in wire order. What it sends and receives is printed as a hex dump. */
export const pcileechInput = sentence({
  id: 'pcileech.input',
  anchors: ['pcileech tlp '],
  read(text, { pieces }) {
    const match = INPUT.exec(text)
    if (!match || match[1]!.length % 8 !== 0) return undefined
    const [start] = match.indices![1]!
    const digits = Array.from({ length: match[1]!.length / 8 }, (_, i): Digits => ({ value: BigInt(`0x${match[1]!.slice(8 * i, 8 * i + 8)}`), column: start + 8 * i, length: 8 }))
    return { place: 'tlp', data: words(4 * digits.length, 4, 'memory', digits, pieces), said: {}, notes: [] }
  },
})
