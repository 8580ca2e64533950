import { pcie, vtd } from '../../src/index.ts'
import { numbersOf as words, piecesOf as every, textOf as text, x as hex } from './printing.ts'

/**
 * The same bytes in every shape in which tools print them: two page requests, or the packet of a response. The bytes are
 * synthetic, the shapes written after what each tool prints.
 */

const page = { pasidPresent: true, rid: 0x3b01, pasid: 0x2345, executeRequested: false, privilegedModeRequested: false, last: true, read: true }
export const two = Buffer.concat([
  vtd.pageRequest.encode({ ...page, write: true, prgIndex: 0x2c, address: 0x7f11_2233_4000n }),
  vtd.pageRequest.encode({ ...page, write: false, prgIndex: 0x2d, address: 0x7f11_2233_5000n }),
])
export const tlp = Buffer.from(pcie.prgResponse.encode({ requesterId: 0, destinationId: 0x3b01, respCode: 0, prgIndex: 0x2c } as never))

const pairs = (bytes: Uint8Array): string[] => Array.from(bytes, (byte) => hex(byte, 2))
/** Rows of 16 bytes, each with its offset. */
const rows = (row: (at: number, bytes: Buffer) => string, size = 16): string => every(two, size).map((bytes, i) => row(size * i, bytes)).join('\n')
const quads = words(two, 8).map((word) => `0x${word}`)
const short = words(two, 8).map((word) => `0x${word.replace(/^0+(?=.)/, '')}`)
const python = `b'${Array.from(two, (byte) => (byte >= 0x20 && byte < 0x7f && byte !== 0x5c && byte !== 0x27 ? String.fromCharCode(byte) : `\\x${hex(byte, 2)}`)).join('')}'`
/** With the escapes that have a letter, and `\\0` where no digit follows. */
const c = (bytes: Buffer): string => `"${Array.from(bytes, (byte, i) => ({ 0: bytes[i + 1]! >= 0x30 && bytes[i + 1]! <= 0x39 ? '\\x00' : '\\0', 7: '\\a', 8: '\\b', 9: '\\t', 10: '\\n', 11: '\\v', 12: '\\f', 13: '\\r', 0x22: '\\"', 0x5c: '\\\\' })[byte] ?? `\\x${hex(byte, 2)}`).join('')}"`
const dash = (bytes: Buffer): string => `${pairs(bytes.subarray(0, 8)).join(' ')}-${pairs(bytes.subarray(8)).join(' ')}`

const numpy = every(two, 14).map((row) => [...row].map((byte) => String(byte).padStart(3)).join(', '))

export const PAGES: Readonly<Record<string, string>> = {
  'xxd': rows((at, b) => `${hex(at, 8)}: ${every(b, 2).map((w) => w.toString('hex')).join(' ')}  ${text(b)}`),
  'xxd -e': rows((at, b) => `${hex(at, 8)}: ${words(b, 4).join(' ')}  ${text(b)}`),
  'xxd -e -g 8': rows((at, b) => `${hex(at, 8)}: ${words(b, 8).join(' ')}   ${text(b)}`),
  'xxd -p': two.toString('hex').match(/.{1,60}/g)!.join('\n'),
  'od -t x8': `${rows((at, b) => `${at.toString(8).padStart(7, '0')} ${words(b, 8).join(' ')}`)}\n0000100`,
  'od -A x -t x8z': `${rows((at, b) => `${hex(at, 6)} ${words(b, 8).join(' ')}  >${text(b)}<`)}\n000040`,
  'hexdump -x': `${rows((at, b) => `${hex(at, 7)}    ${words(b, 2).join('    ')}`)}\n0000040`,
  'hexdump -C': `${rows((at, b) => `${hex(at, 8)}  ${pairs(b.subarray(0, 8)).join(' ')}  ${pairs(b.subarray(8)).join(' ')}  |${text(b)}|`)}\n00000040`,
  'bytes by fours': rows((at, b) => `${hex(at, 4)}: ${every(b, 4).map((four) => pairs(four).join(' ')).join('  ')}`),
  'bytes by fours, with text': rows((at, b) => `${hex(at, 8)}: ${every(b, 4).map((four) => pairs(four).join(' ')).join('  ')}  ${text(b)}`),
  'bytes by eights, 32 in a row': rows((at, b) => `0x${hex(at, 4)}: ${every(b, 8).map((eight) => pairs(eight).join(' ')).join('  ')}`, 32),
  'bytes by fours, behind a label': rows((_, b) => `prq: ${every(b, 4).map((four) => pairs(four).join(' ')).join('  ')}`),
  'print_hex_dump with offset and text': rows((at, b) => `[  12.345678] prq: ${hex(at, 8)}: ${pairs(b).join(' ')}  ${text(b)}`),
  'print_hex_dump with address, by 8': rows((at, b) => `[  12.345678] iommu prq: ${hex(0xffff888100200000n + BigInt(at), 16)}: ${words(b, 8).join(' ')}`),
  'print_hex_dump with nothing, and text': rows((_, b) => `[  12.345678] prq: ${pairs(b).join(' ')}  ${text(b)}`),
  'gdb x/8gx': rows((at, b) => `0x${hex(0xffff888100200000n + BigInt(at), 16)}:\t${words(b, 8).map((w) => `0x${w}`).join('\t')}`),
  'gdb x/16wx with symbols': rows((at, b) => `0xffff888100200${hex(at, 3)} <prq+${at}>:\t${words(b, 4).map((w) => `0x${w}`).join('\t')}`),
  'gdb print of an array': `$1 = {${short.join(', ')}}`,
  'crash rd': rows((at, b) => `ffff888100200${hex(at, 3)}:  ${words(b, 8).join(' ')}   ${text(b)}`),
  'drgn': `(u64 [8]){ ${short.map((word) => BigInt(word).toString()).join(', ')} }`,
  'bytes of Python': python,
  'bytes of Python, assigned': `data = ${python}`,
  'a string of C with named escapes': c(two),
  'bytearray of Python': `bytearray(${python})`,
  'a list of Python': `[${Array.from(two, (byte) => `0x${byte.toString(16)}`).join(', ')}]`,
  'hex with blanks of Python': `'${pairs(two).join(' ')}'`,
  'a tuple of struct.unpack': `(${short.join(', ')})`,
  'an array of Rust': `let raw: [u8; 64] = [${pairs(two).map((pair) => `0x${pair}`).join(', ')}];`,
  'an array of u64 of Rust': `let raw: [u64; 8] = [${quads.map((word) => `${word}_u64`).join(', ')}];`,
  'dbg! of Rust': `[\n${pairs(two).map((pair) => `    0x${pair},`).join('\n')}\n]`,
  'JSON in decimal': JSON.stringify([...two]),
  'an object of JSON': JSON.stringify({ data: [...two] }),
  'texts of JSON': JSON.stringify(quads),
  'a slice of Go': `[]byte{${Array.from(two, (byte) => `0x${byte.toString(16)}`).join(', ')}}`,
  'an array of Go': `[8]uint64{${short.join(', ')}}`,
  'bytes of Go, %v': `[${[...two].join(' ')}]`,
  'an array of Go, %v': `2026/01/02 10:00:00 prq: [${short.map((word) => BigInt(word)).join(' ')}]`,
  'an array of Go, %#x': `prq: [${short.join(' ')}]`,
  'bytes of numpy': `array([${numpy.join(',\n       ')}],\n      dtype=uint8)`,
  'bytes of numpy, printed': `[${numpy.join('\n ').replaceAll(',', '')}]`,
  'words of numpy': `array([${short.map((word) => BigInt(word)).join(', ')}], dtype=uint64)`,
  'an array of C in lines': `u64 prq[] = {\n${quads.map((word) => `\t${word}ULL,`).join('\n')}\n};`,
  'bytes of C in lines, small ones as one digit': every(two, 8).map((row) => `${[...row].map((byte) => (byte === 0 ? '0' : `0x${byte.toString(16)}`)).join(', ')},`).join('\n'),
  'an array of JavaScript': `Uint8Array(64) [\n  ${every(two, 12).map((row) => [...row].join(', ')).join(',\n  ')}\n]`,
  'numbers of Verilog': every(two, 32).map((record) => `256'h${Buffer.from(record).reverse().toString('hex')}`).join('\n'),
  'WinDbg db': rows((at, b) => `fffff802\`1234${hex(at, 4)}  ${dash(b)}  ${text(b)}`),
  'WinDbg dd': rows((at, b) => `fffff802\`1234${hex(at, 4)}  ${words(b, 4).join(' ')}`),
  'WinDbg dq': rows((at, b) => `fffff802\`1234${hex(at, 4)}  ${words(b, 8).map((w) => `${w.slice(0, 8)}\`${w.slice(8)}`).join(' ')}`),
  'EDK II': rows((at, b) => `  ${hex(at, 8).toUpperCase()}: ${dash(b).toUpperCase()}  *${text(b)}*`),
  'U-Boot md.q': rows((at, b) => `8010${hex(at, 4)}: ${words(b, 8).join(' ')}  ${text(b)}`),
  'OpenOCD mdw': `> mdw 0x80100000 16\n${rows((at, b) => `0x8010${hex(at, 4)}: ${words(b, 4).join(' ')} `, 32)}`,
  'TRACE32': rows((at, b) => `   SD:8010${hex(at, 4)}|>${words(b, 4).join(' ').toUpperCase()} ${text(b)}`),
  'perf script -D': rows((at, b) => `.  ${hex(at, 4)}:  ${pairs(b).join(' ')}  ${text(b)}`),
  'buf of bpftrace': `@: ${pairs(two).map((pair) => `\\x${pair}`).join('')}`,
  'semicolons': pairs(two).join(';'),
  'an assembler': pairs(two).map((pair) => `0${pair}h`.slice(-3)).join(' '),
}

const dws = every(tlp, 4).map((word) => word.toString('hex'))
export const PACKETS: Readonly<Record<string, string>> = {
  'hex stream of Wireshark': tlp.toString('hex'),
  'hex dump of Wireshark': `0000   ${pairs(tlp).join(' ')}   ${text(tlp)}`,
  'C arrays of Wireshark': `/* Frame (16 bytes) */\nstatic const unsigned char pkt1[16] = {\n${every(tlp, 8).map((row) => `${pairs(row).map((pair) => `0x${pair}`).join(', ')}, /* ${text(row)} */`).join('\n')}\n};`,
  'a number of Verilog': `128'h${tlp.toString('hex')}`,
  'a list of Verilog': `{${dws.map((word) => `32'h${word}`).join(', ')}}`,
  '%h of SystemVerilog': `tlp = ${tlp.toString('hex')}`,
  'a buffer of Node.js': `<Buffer ${pairs(tlp).join(' ')}>`,
  'numbered words': dws.map((word, i) => `DW${i}: 0x${word}`).join('\n'),
  'numbered words in a line': dws.map((word, i) => `dw[${i}] = 0x${word}`).join(' '),
}
