/** The command that prints a JSON object for each record, against `hexdump -C` of the same file. */
import { vtd } from '../../dist/index.js'
import { COMMAND } from '../commands.mjs'
import { messagesOf, random, written } from '../records.mjs'
import { writeRepeated } from '../texts.mjs'

export const title = '`pci-ats-pri read --json` of records, as bytes and as text'
export const unit = 's of user time'
export const by = 'user'
export const sizes = { proof: 1, usual: 1 << 24, large: 1 << 26 }

const AS = ['--as', 'vtd.page-request']

const hexOf = (bytes) => Buffer.from(bytes).toString('hex')
/** The bytes that a dump shows. */
const dumped = (text) => [...text.matchAll(/^[\da-f]{8}  ([\da-f ]{48}) /gm)].map(([, row]) => row).join('').replaceAll(' ', '')
/** The bytes of all objects. */
const told = (text) => text.trimEnd().split('\n').map((line) => JSON.parse(line).bytes.replaceAll(' ', '')).join('')

/** What devices ask for: user addresses, mostly whole groups. */
function requests(count) {
  const { uint, flag } = random(1)
  return Array.from({ length: count }, () => ({
    pasidPresent: true, rid: 0x3b00 + uint(3), pasid: 1 + uint(6), executeRequested: false, privilegedModeRequested: false,
    read: true, write: flag(), last: uint(2) !== 0, prgIndex: uint(9), address: BigInt(0x7f0000000 + uint(20)) << 12n,
  }))
}

export function commands(directory, size) {
  // The records themselves, and one a line, its words as hexadecimal numbers.
  const records = written(vtd.pageRequest, requests(65536))
  // Every bit at random: each has three findings, and no group comes again while it is remembered.
  const odd = written(vtd.pageRequest, messagesOf('vtd.page-request', 65536))
  const words = new BigUint64Array(records.buffer)
  const lines = Array.from({ length: words.length / 4 }, (_, i) => `${Array.from(words.subarray(4 * i, 4 * i + 4), (word) => `0x${word.toString(16).padStart(16, '0')}`).join(' ')}\n`)
  const text = Buffer.from(lines.join(''))
  const [bytesPath, oddPath, textPath] = ['bin', 'odd', 'txt'].map((kind) => `${directory}/json-${size}.${kind}`)
  writeRepeated(bytesPath, records, size)
  writeRepeated(oddPath, odd, size)
  writeRepeated(textPath, text, size)
  const [start, same] = [hexOf(records), hexOf(text)]
  return {
    'hexdump -C of the bytes': { needs: 'hexdump', command: ['hexdump', '-C', bytesPath], as: dumped, expected: start },
    'pci-ats-pri read --json of the bytes': { command: [...COMMAND, 'read', '--json', '--binary', ...AS, bytesPath], as: told, expected: start, against: 'hexdump -C of the bytes', most: 1.3 },
    'pci-ats-pri read --json of bytes at random': { command: [...COMMAND, 'read', '--json', '--binary', ...AS, oddPath], as: told, expected: hexOf(odd), against: 'hexdump -C of the bytes' },
    'hexdump -C of the text': { needs: 'hexdump', command: ['hexdump', '-C', textPath], as: dumped, expected: same },
    'pci-ats-pri read --json of the text': { command: [...COMMAND, 'read', '--json', '--words', 'number', ...AS, textPath], as: told, expected: start, against: 'hexdump -C of the text', most: 1.8 },
  }
}
