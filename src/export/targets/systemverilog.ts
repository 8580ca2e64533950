import { formOf, ones } from '../form.ts'
import type { FlatPiece, Form, FormField } from '../form.ts'
import { checkNames, upper } from '../names.ts'
import { headOf, namesOf } from '../options.ts'
import type { ExportedRecord, ExportOptions, Files, Names } from '../options.ts'
import { commentOf, plain } from '../text.ts'
import { members } from './systemverilog-members.ts'
import { systemVerilogTestee } from './systemverilog-testee.ts'

/**
 * A SystemVerilog package: for each record a packed struct, and getters and setters on the whole record as one vector.
 * An address is held without the low bits that the record does not have, so that no value is too large for its port.
 */
export function exportSystemVerilog(records: readonly ExportedRecord[], options: ExportOptions = {}): Files {
  const names = namesOf(options)
  const forms = records.map(({ layout }) => formOf(layout))
  const head = headOf(
    records,
    'A record is one vector. Little-endian: byte n of memory is [8*n+7:8*n]. Big-endian: byte 0 is the most significant, as TLPs are drawn;',
    '_from_byte_lanes takes a bus with byte n in [8*n+7:8*n], _from_dw_lanes one with DW 0 in [31:0], each DW a number; both are their own inverse.',
    'An address is held without its low zeros; _ZEROS says how many.',
  )
  const text = [
    ...head.map((line) => `// ${line}`),
    `package ${names.file};\n`,
    ...forms.map((form) => recordText(form, names)),
    'endpackage\n',
  ].join('\n')
  checkNames('systemverilog', [...text.matchAll(/^ *(?:localparam .*?|function .*?|} )(\w+)(?= =|\(|;)/gm)].map((match) => match[1]!))
  for (const form of forms) checkNames(`systemverilog ${form.id}`, members(form).map(({ name }) => name))
  const files = new Map([[`${names.file}.sv`, text]])
  if (options.testee) files.set(`${names.file}_testee.sv`, systemVerilogTestee(forms, names, headOf(records)))
  return files
}

const logic = (width: number): string => (width === 1 ? 'logic' : `logic [${width - 1}:0]`)
const select = ({ lo, width }: Pick<FlatPiece, 'lo' | 'width'>): string => (width === 1 ? `[${lo}]` : `[${lo + width - 1}:${lo}]`)
const constant = (width: number, value: bigint): string => `${width}'h${value.toString(16)}`

function maskOf(pieces: readonly (readonly FlatPiece[])[]): bigint {
  return pieces.flat().reduce((mask, { lo, width }) => mask | (ones(width) << BigInt(lo)), 0n)
}

function recordText(form: Form, names: Names): string {
  const { layout, size, fields, fixed, reserved } = form
  const bits = 8 * size
  const id = `${names.record}${form.name}`
  const ID = id.toUpperCase()
  const blank = fixed.reduce((sum, { value, flat }) => flat.reduce((w, { lo, width, to }) => w | (((value >> BigInt(to)) & ones(width)) << BigInt(lo)), sum), 0n)
  const vector = logic(bits)
  const constants = fields.flatMap(({ name, width, zeros, codes }) => [
    ...(zeros > 0 ? [`localparam int ${ID}_${upper(name)}_ZEROS = ${zeros};`] : []),
    ...Object.entries(codes).map(([code, value]) => `localparam ${logic(width)} ${ID}_${upper(name)}_${upper(code)} = ${constant(width, BigInt(value))};`),
  ])
  return [
    `// ${plain(`${form.id}: ${layout.title}. ${layout.clause}.`)}`,
    `localparam int ${ID}_BITS = ${bits};`,
    '// Fixed values in their places, everything else 0.',
    `localparam ${vector} ${ID}_BLANK = ${constant(bits, blank)};`,
    ...constants,
    'typedef struct packed {',
    ...members(form).map(({ name, width, comment }) => `  ${logic(width)} ${name}; // ${comment}`),
    `} ${id}_t;`,
    ...fields.flatMap((field) => accessors(field, id, vector)),
    ...predicate(`${id}_match`, vector, 'Whether the fixed values are right.', maskOf(fixed.map(({ flat }) => flat)), bits, blank),
    ...predicate(`${id}_reserved_clear`, vector, 'Whether all reserved bits are 0.', maskOf(reserved.map(({ flat }) => flat)), bits, 0n),
    ...(form.order === 'big' ? [...lanes(`${id}_from_byte_lanes`, bits, 8), ...lanes(`${id}_from_dw_lanes`, bits, 32)] : []),
    '',
  ].join('\n')
}

function accessors(field: FormField, id: string, vector: string): string[] {
  const { member, flat, width, zeros } = field
  const name = member.replace(/_$/, '')
  const held = zeros > 0 ? { ...field, unit: `byte address without its ${zeros} low zeros` } : field
  const parts = [...flat].reverse()
  const value = parts.map((piece) => `w${select(piece)}`)
  const set = `${id}_set_${name}`
  return [
    `// ${commentOf(held)}`,
    `function automatic ${logic(width)} ${id}_get_${name}(input ${vector} w);`,
    `  ${id}_get_${name} = ${value.length === 1 ? value[0] : `{${value.join(', ')}}`};`,
    'endfunction',
    `function automatic ${vector} ${set}(input ${vector} w, input ${logic(width)} value);`,
    `  ${set} = w;`,
    ...parts.map((piece) => `  ${set}${select(piece)} = value${width === 1 ? '' : select({ lo: piece.to, width: piece.width })};`),
    'endfunction',
  ]
}

function predicate(name: string, vector: string, doc: string, mask: bigint, bits: number, due: bigint): string[] {
  return [`// ${doc}`, `function automatic logic ${name}(input ${vector} w);`, `  ${name} = (w & ${constant(bits, mask)}) == ${constant(bits, due)};`, 'endfunction']
}

/** Turns the order of the lanes of a vector round. */
function lanes(name: string, bits: number, lane: number): string[] {
  const parts = Array.from({ length: bits / lane }, (_, i) => `w[${lane * i + lane - 1}:${lane * i}]`)
  return [`function automatic ${logic(bits)} ${name}(input ${logic(bits)} w);`, `  ${name} = {${parts.join(', ')}};`, 'endfunction']
}
