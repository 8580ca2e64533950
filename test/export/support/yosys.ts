import { formOf } from '../../../src/export/form.ts'
import type { Form } from '../../../src/export/form.ts'
import { exporters } from '../../../src/export/index.ts'
import { members } from '../../../src/export/targets/systemverilog-members.ts'
import type { AnyRecord, Layout } from '../../../src/index.ts'
import type { Folder } from './tools.ts'

/**
 * A module for each record whose assertions say, of every vector and every value: the getter is the bits of the table, the
 * struct is the getter, a getter gives what the setter was given, a setter moves nothing else. Yosys proves them by SAT.
 */

type At = readonly (readonly [word: number, hi: number, lo: number, note?: string])[]

/** The bits of the vector, most significant first, straight from the slices of the table. */
function bitsOfTable({ size, word: bytes, order }: Layout, at: At): number[] {
  return at.flatMap(([word, hi, lo]) => Array.from({ length: hi - lo + 1 }, (_, n) => 8 * (order === 'little' ? word * bytes : size - (word + 1) * bytes) + hi - n))
}

const wires = (bits: readonly number[]): string => `{${bits.map((bit) => `w[${bit}]`).join(', ')}}`

/** A vector of so many bits with these set. */
function mask(width: number, bits: readonly number[]): string {
  const sum = bits.reduce((all, bit) => all | (1n << BigInt(bit)), 0n)
  return `${width}'h${sum.toString(16)}`
}

function moduleOf(form: Form): { text: string; assertions: number } {
  const { layout, name, fields, fixed, reserved, size } = form
  const bits = 8 * size
  const of = (call: string): string => `pci_ats_pri::${name}_${call}`
  const structOf = new Map(members(form).map((member) => [member.lo, member.name]))
  const lines: string[] = []
  const claim = (text: string): void => void lines.push(`    assert (${text});`)
  for (const { name: field, member, width, flat } of fields) {
    const places = bitsOfTable(layout, layout.fields[field]!.at)
    const own = member.replace(/_$/, '')
    const value = `value[${width - 1}:0]`
    claim(`${of(`get_${own}`)}(w) == ${wires(places)}`)
    claim(`${of(`get_${own}`)}(w) == {${[...flat].reverse().map(({ lo }) => `s.${structOf.get(lo)}`).join(', ')}}`)
    claim(`${of(`get_${own}`)}(${of(`set_${own}`)}(w, ${value})) == ${value}`)
    claim(`${of(`set_${own}`)}(w, ${of(`get_${own}`)}(w)) == w`)
    claim(`((${of(`set_${own}`)}(w, ${value}) ^ w) & ~${mask(bits, places)}) == 0`)
  }
  const due = fixed.map((one) => `${wires(bitsOfTable(layout, layout.fixed![one.name]!.at))} == ${one.width}'h${one.value.toString(16)}`)
  claim(`${of('match')}(w) == (${due.join(' && ') || "1'b1"})`)
  claim(`${of('reserved_clear')}(w) == ${reserved.length === 0 ? "1'b1" : `!(${wires(bitsOfTable(layout, layout.reserved!))})`}`)
  if (form.order === 'big') for (const lanes of ['from_byte_lanes', 'from_dw_lanes']) claim(`${of(lanes)}(${of(lanes)}(w)) == w`)
  const text = `module prove_${name}(input [${bits - 1}:0] w, input [127:0] value);\n  pci_ats_pri::${name}_t s;\n  assign s = w;\n  always @* begin\n${lines.join('\n')}\n  end\nendmodule\n`
  return { text, assertions: lines.length }
}

/** Proves the packages of the records, one by one, for every input; what Yosys says of the first that is wrong. */
export async function proved(folder: Folder, records: readonly AnyRecord[], damage: (text: string) => string = (text) => text): Promise<{ assertions: number; wrong: string | undefined }> {
  let assertions = 0
  const script = records.flatMap((record) => {
    const form = formOf(record.layout)
    const [packaged] = exporters.systemverilog([record]).values()
    const proof = moduleOf(form)
    assertions += proof.assertions
    folder.put(`${form.name}.sv`, `${damage(packaged!)}\n${proof.text}`)
    return ['design -reset', `read_verilog -sv -formal ${form.name}.sv`, `prep -top prove_${form.name} -flatten`, `sat -verify -prove-asserts prove_${form.name}`]
  })
  folder.put('prove.ys', `${script.join('\n')}\n`)
  const wrong = await folder.run('yosys', '-q', '-s', 'prove.ys').then(() => undefined, (error: { stdout?: string; stderr?: string }) => `${error.stdout}${error.stderr}`.trim())
  return { assertions, wrong }
}
