import { formOf, greatest, ones, valueWidth } from '../form.ts'
import type { FlatPiece, Form, FormField } from '../form.ts'
import { checkNames, pascal, upper } from '../names.ts'
import { headOf, namesOf } from '../options.ts'
import type { ExportedRecord, ExportOptions, Files, Names } from '../options.ts'
import { commentOf, hex, plain } from '../text.ts'

/** A Python module without dependencies: a dataclass for each record. */
export function exportPython(records: readonly ExportedRecord[], options: ExportOptions = {}): Files {
  const names = namesOf(options)
  const forms = records.map(({ layout }) => formOf(layout))
  const className = (form: Form): string => pascal(`${names.record}${form.name}`)
  checkNames('python', ['CodecError', ...forms.map(className)])
  for (const form of forms) checkNames('python', [...form.fields.map(({ member }) => member), ...constants(form).map(([name]) => name)])
  const text = [
    ...headOf(records, 'Needs Python 3.7, and nothing else.').map((line) => `# ${line}`),
    PRELUDE,
    ...forms.map((form) => recordText(form, className(form))),
    `\nRECORDS = {\n${forms.map((form) => `    "${form.id}": ${className(form)},\n`).join('')}}\n`,
  ].join('\n')
  const files = new Map([[`${names.file}.py`, text]])
  if (options.testee) files.set(`${names.file}_testee.py`, testee(names, headOf(records)))
  return files
}

const PRELUDE = `from dataclasses import dataclass
from operator import index


class CodecError(ValueError):
    """code is truncated, fixed, reserved or range; field and bits say where."""

    def __init__(self, code, record, field="", bits=""):
        super().__init__(" ".join(part for part in (record, field, bits) if part) + ": " + code)
        self.code = code
        self.record = record
        self.field = field
        self.bits = bits


def _checked(value, most, unit, record, field, bits):
    value = index(value)
    if value < 0 or value > most or value % unit:
        raise CodecError("range", record, field, bits)
    return value
`

function constants({ fields }: Form): (readonly [name: string, value: number])[] {
  return [['SIZE', 0], ['ID', 0], ...fields.flatMap(({ name, codes }) => Object.entries(codes).map(([code, value]) => [`${upper(name)}_${upper(code)}`, value] as const))]
}

const bigness = ({ order }: Form): string => (order === 'little' ? '"little"' : '"big"')

/** The bits of the pieces out of the integer `w`. */
function take(flat: readonly FlatPiece[]): string {
  return flat.map(({ lo, width, to }) => `${to > 0 ? '(' : ''}w${lo > 0 ? ` >> ${lo}` : ''} & ${hex(ones(width))}${to > 0 ? `) << ${to}` : ''}`).join(' | ')
}

function value({ flat, as, zeros }: FormField): string {
  const raw = take(flat)
  return as === 'flag' ? `bool(${raw})` : zeros > 0 ? `(${raw}) << ${zeros}` : raw
}

/** The pieces of a checked value `v` at their places. */
function put({ flat, zeros }: FormField): string {
  return flat.map(({ lo, width, to }) => `(v${zeros + to > 0 ? ` >> ${zeros + to}` : ''} & ${hex(ones(width))})${lo > 0 ? ` << ${lo}` : ''}`).join(' | ')
}

function recordText(form: Form, name: string): string {
  const { layout, size, fields, fixed } = form
  const blank = fixed.reduce((sum, one) => sum | one.flat.reduce((w, { lo, width, to }) => w | (((one.value >> BigInt(to)) & ones(width)) << BigInt(lo)), 0n), 0n)
  const reserved = form.reserved.reduce((sum, { flat }) => flat.reduce((w, { lo, width }) => w | (ones(width) << BigInt(lo)), sum), 0n)
  return [
    `\n@dataclass\nclass ${name}:`,
    `    """${plain(`${form.id}: ${layout.title}. ${layout.clause}.`)}"""\n`,
    ...fields.map((field) => `    ${field.member}: ${field.as === 'flag' ? 'bool = False' : 'int = 0'}  # ${commentOf(field)}`),
    '',
    `    @classmethod\n    def decode(cls, data, offset=0, strict=True):`,
    `        """The message in the bytes at offset. Unless strict, reserved bits are read over."""`,
    `        b = bytes(data[offset:offset + ${size}])`,
    `        if len(b) < ${size}:\n            raise CodecError("truncated", "${form.id}")`,
    `        return cls.from_int(int.from_bytes(b, ${bigness(form)}), strict)\n`,
    `    @classmethod\n    def from_int(cls, w, strict=True):`,
    `        """The message in the record as one integer, in its ${layout.order}-endian order."""`,
    ...fixed.map((one) => `        if (${take(one.flat)}) != ${hex(one.value)}:\n            raise CodecError("fixed", "${form.id}", "${one.name}", "${one.bits}")`),
    ...(reserved === 0n ? [] : [`        if strict and w & ${hex(reserved)}:\n            raise CodecError("reserved", "${form.id}")`]),
    `        return cls(\n${fields.map((field) => `            ${field.member}=${value(field)},\n`).join('')}        )\n`,
    `    def encode(self):\n        """The bytes of the record; CodecError where a value does not fit."""`,
    `        return self.to_int().to_bytes(${size}, ${bigness(form)})\n`,
    `    def to_int(self):\n        w = ${hex(blank)}`,
    ...fields.flatMap((field) => [
      `        v = _checked(self.${field.member}, ${hex(greatest(field))}, ${hex(1n << BigInt(field.zeros))}, "${form.id}", "${field.name}", "${field.bits}")`,
      `        w |= ${put(field)}`,
    ]),
    '        return w\n',
    // Set after the class is made, so that they are no fields of the dataclass.
    `\n${name}.ID = "${form.id}"\n${name}.SIZE = ${size}`,
    ...constants(form).slice(2).map(([constant, code]) => `${name}.${constant} = ${hex(code)}`),
    `${name}.FIELDS = (${fields.map((field) => `("${field.name}", "${field.member}", ${valueWidth(field)}), `).join('').trimEnd()})\n`,
  ].join('\n')
}

function testee({ file }: Names, head: readonly string[]): string {
  return `${head.map((line) => `# ${line}`).join('\n')}
# Answers the questions of \`pci-ats-pri conformance\`: python3 ${file}_testee.py
import sys
import ${file} as codec


def answer(op, record, words):
    try:
        if op == "decode":
            data = b"" if words[1] == "-" else bytes.fromhex(words[1])
            message = record.decode(data, 0, words[0] == "strict")
            return "ok " + " ".join("%s=0x%x" % (name, getattr(message, member)) for name, member, _ in record.FIELDS)
        values = dict(word.split("=") for word in words)
        return "ok " + record(**{member: int(values[name], 0) for name, member, _ in record.FIELDS}).encode().hex()
    except codec.CodecError as error:
        return ("error %s %s" % (error.code, error.field)).rstrip()


for line in sys.stdin:
    words = line.split()
    if words[0] == "hello":
        print("hello 1 name=${file}.py ops=decode,encode records=" + ",".join(codec.RECORDS), flush=True)
        continue
    record = codec.RECORDS.get(words[2])
    print(words[0], answer(words[1], record, words[3:]) if record else "skip no such record", flush=True)
`
}
