import { rows } from './outgoing.ts'
import type { TextForm } from './outgoing.ts'

/** Forms of programming languages: the bytes in the order of memory or of the wire, as an array. */

export const c: TextForm = {
  title: 'an array of C',
  before: ['#include <stdint.h>', ''],
  lines: ({ bytes, title }, number) => [`/* ${title.replaceAll('*/', '* /')} */`, `static const uint8_t record_${number}[${bytes.length}] = {`, ...rows(bytes, '0x', '\t'), '};', ''],
}

export const systemVerilog: TextForm = {
  title: 'an array of SystemVerilog',
  lines: ({ bytes, title }, number) => [`/* ${title.replaceAll('*/', '* /')} */`, `localparam byte unsigned RECORD_${number} [0:${bytes.length - 1}] = '{`, ...rows(bytes, "8'h", '  '), '};', ''],
}

/** Byte strings of Python, which cocotb takes as they are. */
export const cocotb: TextForm = {
  title: 'bytes of Python, for cocotb',
  before: ['records = ['],
  behind: [']'],
  lines: ({ bytes, title }) => [`    # ${title}`, `    b"${Array.from(bytes, (byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')}",`],
}
