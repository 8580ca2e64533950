import { CodecError, decodePacket, modeOf, sentenceOf, svg } from '../../src/index.ts'
import { textForms } from '../../src/outputs/index.ts'
import { wordsText } from './geometry.ts'
import type { Geometry } from './geometry.ts'
import { recordOf } from './library.ts'
import { hexOf } from './model.ts'
import type { Shown } from './model.ts'

/** The record as other programs take it: what it is called, and the text. A form that cannot hold it is left out. */
export function formsOf({ id, bytes, sentence: said }: Shown, geo: Geometry): readonly (readonly [name: string, make: () => string])[] {
  const record = recordOf(id)
  const mode = modeOf(record)
  const outgoing = { bytes, title: `${id}: ${sentenceOf(said)}`, ...(mode && { mode }) }
  const other = (name: string, form: keyof typeof textForms): [string, () => string] => {
    const { lines, before = [], behind = [] }: { lines(o: typeof outgoing, n: number): readonly string[]; before?: readonly string[]; behind?: readonly string[] } = textForms[form]
    return [name, () => [...before, ...lines(outgoing, 1), ...behind].join('\n')]
  }
  const all: (readonly [string, () => string])[] = [
    ['Bytes in memory', () => hexOf(bytes, record.layout.word)],
    ...(record.layout.order === 'little' ? [[`Words of ${record.layout.word * 8} bits`, () => wordsText(geo, bytes, false).replaceAll(/\S+/g, '0x$&')] as const] : []),
    ['JSON', () => JSON.stringify({ record: id, message: decodePacket(record, bytes, 0, { reserved: 'ignore' }).packet }, (_, value: unknown) => (typeof value === 'bigint' ? `0x${value.toString(16)}` : value), 2)],
    other('C', 'c'),
    other('SystemVerilog', 'systemverilog'),
    other('cocotb', 'cocotb'),
    other('aer-inject', 'aer-inject'),
    ['Command', () => `pci-ats-pri decode ${id} ${hexOf(bytes, record.layout.word)}`],
    ['SVG', () => svg(record, bytes)],
  ]
  return all.filter(([, make]) => {
    try {
      return make() !== ''
    } catch (error) {
      if (error instanceof CodecError) return false
      throw error
    }
  })
}
