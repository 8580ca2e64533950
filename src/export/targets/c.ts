import { formOf, greatest, ones, valueWidth } from '../form.ts'
import type { Form, FormField, WordPiece } from '../form.ts'
import { checkNames } from '../names.ts'
import { headOf, namesOf } from '../options.ts'
import type { ExportedRecord, ExportOptions, Files, Names } from '../options.ts'
import { commentOf, hex, plain } from '../text.ts'
import { codesOf, macro, masksOf } from './c-names.ts'
import { cTestee } from './c-testee.ts'

/** A C11 header, which is C++11 too: a struct of plain types for each record, and functions that load by bytes. */
export function exportC(records: readonly ExportedRecord[], options: ExportOptions = {}): Files {
  const names = namesOf(options)
  const forms = records.map(({ layout }) => formOf(layout))
  const guard = `${names.file.toUpperCase()}_H`
  const text = [
    `/*\n${headOf(records, 'Loads go by bytes: no alignment is asked for, and the byte order of the host does not matter.').map((line) => ` * ${line}`).join('\n')}\n */`,
    `#ifndef ${guard}\n#define ${guard}\n\n#include <stdbool.h>\n#include <stddef.h>\n#include <stdint.h>\n`,
    prelude(forms, names),
    ...forms.map((form) => recordText(form, names)),
    `#endif\n`,
  ].join('\n')
  const defined = [...text.matchAll(/^#define (\w+) /gm), ...text.matchAll(/^static inline .*?(\w+)\(/gm), ...text.matchAll(/^struct (\w+)/gm)]
  checkNames('c', defined.map((match) => match[1]!))
  const files = new Map([[`${names.file}.h`, text]])
  if (options.testee) files.set(`${names.file}_testee.c`, cTestee(forms, names, headOf(records)))
  return files
}

const suffixOf = ({ word, order }: Form): string => `${word * 8}${order === 'little' ? 'le' : 'be'}`

function prelude(forms: readonly Form[], { own }: Names): string {
  const kinds = new Map(forms.map((form) => [suffixOf(form), form]))
  const loads = [...kinds].map(([suffix, { word, order }]) => {
    const shift = (i: number): number => 8 * (order === 'little' ? i : word - 1 - i)
    const bytes = Array.from({ length: word }, (_, i) => i)
    return [
      `static inline uint64_t ${own}ld${suffix}(const uint8_t *p)\n{`,
      `    return ${bytes.map((i) => `(uint64_t)p[${i}] << ${shift(i)}`).join(' | ')};\n}`,
      `static inline void ${own}st${suffix}(uint8_t *p, uint64_t w)\n{`,
      ...bytes.map((i) => `    p[${i}] = (uint8_t)(w >> ${shift(i)} & 0xff);`),
      '}\n',
    ].join('\n')
  })
  const S = own.toUpperCase()
  return `/* What is wrong with bytes (truncated, fixed, reserved) or with a message (range). */
enum ${own}status { ${S}OK, ${S}TRUNCATED, ${S}FIXED, ${S}RESERVED, ${S}RANGE };

${loads.join('\n')}`
}

/** The C type of a member. */
function typeOf(field: FormField): string {
  if (field.as === 'flag') return 'bool'
  const width = valueWidth(field)
  return `uint${width <= 8 ? 8 : width <= 16 ? 16 : width <= 32 ? 32 : 64}_t`
}

const u64 = (value: bigint): string => `UINT64_C(${hex(value)})`

function recordText(form: Form, names: Names): string {
  const { layout, size, fields, fixed } = form
  const id = `${names.record}${form.name}`
  const ID = id.toUpperCase()
  return [
    `/* ${plain(`${form.id}: ${layout.title}. ${layout.clause}.`)} */`,
    `#define ${ID}_SIZE ${size}u`,
    ...[...fields, ...fixed].flatMap((one) => masksOf(form, names.record, one).map(({ name, piece: { lo, width, to } }) => {
      const part = one.words.length > 1 ? `, value bits ${to + width - 1}:${to}` : ''
      return `#define ${name} ${u64(ones(width) << BigInt(lo))} /* [${width > 1 ? `${lo + width - 1}:` : ''}${lo}]${part} */`
    })),
    ...fixed.map(({ name, value }) => `#define ${macro(form, names.record, name)} ${hex(value)}u`),
    ...fields.flatMap((field) => codesOf(form, names.record, field).map(({ name, value }) => `#define ${name} ${hex(value)}u`)),
    '',
    `struct ${id} {`,
    ...fields.map((field) => `    ${typeOf(field)} ${field.member}; /* ${commentOf(field)} */`),
    ...(fields.length === 0 ? ['    bool nothing_; /* C has no struct without a member. */'] : []),
    '};\n',
    ...fields.flatMap((field) => [getter(form, names, field), setter(form, names, field)]),
    checker(form, names),
    decoder(form, names),
    encoder(form, names),
  ].join('\n')
}

/** The bits of a piece out of a loaded word, at their place in the value. */
function take(load: string, { lo, width, to }: WordPiece): string {
  const shifted = lo === 0 ? load : `${load} >> ${lo}`
  const masked = `(${shifted} & ${u64(ones(width))})`
  return to === 0 ? masked : `${masked} << ${to}`
}

function load(form: Form, names: Names, word: number): string {
  return `${names.own}ld${suffixOf(form)}(p + ${word * form.word})`
}

function rawOf(form: Form, names: Names, words: readonly WordPiece[]): string {
  return words.map((piece) => take(load(form, names, piece.word), piece)).join(' | ')
}

function getter(form: Form, names: Names, field: FormField): string {
  const raw = rawOf(form, names, field.words)
  const value = field.as === 'flag' ? `(${raw}) != 0` : `(${typeOf(field)})(${field.zeros > 0 ? `(${raw}) << ${field.zeros}` : raw})`
  return `/* ${commentOf(field)} */
static inline ${typeOf(field)} ${names.record}${form.name}_get_${field.member}(const uint8_t *p)
{
    return ${value};
}`
}

/** A condition that holds where a value does not fit; empty where every value of the C type does. */
function misfit(field: FormField, value: string): string {
  if (field.as === 'flag') return ''
  const room = { uint8_t: 8, uint16_t: 16, uint32_t: 32, uint64_t: 64 }[typeOf(field)]!
  const bad = ((1n << BigInt(room)) - 1n) ^ greatest(field)
  return bad === 0n ? '' : `((uint64_t)${value} & ${u64(bad)}) != 0`
}

function setter(form: Form, names: Names, field: FormField): string {
  const st = `${names.own}st${suffixOf(form)}`
  const bad = misfit(field, 'value')
  return [
    `/* ${bad ? 'Writes nothing and returns false where the value does not fit.' : 'Every value fits: returns true.'} */`,
    `static inline bool ${names.record}${form.name}_set_${field.member}(uint8_t *p, ${typeOf(field)} value)\n{`,
    `    uint64_t v = (uint64_t)value${field.zeros > 0 ? ` >> ${field.zeros}` : ''};\n`,
    ...(bad ? [`    if (${bad})\n        return false;`] : []),
    ...field.words.map(({ word, lo, width, to }) => {
      const bits = `(v${to > 0 ? ` >> ${to}` : ''} & ${u64(ones(width))})${lo > 0 ? ` << ${lo}` : ''}`
      return `    ${st}(p + ${word * form.word}, (${load(form, names, word)} & ~${u64(ones(width) << BigInt(lo))}) | ${bits});`
    }),
    '    return true;\n}',
  ].join('\n')
}

/** What is wrong with the bytes, in the order of the library: truncated, fixed, reserved. */
function checker(form: Form, names: Names): string {
  const { own } = names
  const S = own.toUpperCase()
  const masks = new Map<number, bigint>()
  for (const { words } of form.reserved) for (const { word, lo, width } of words) masks.set(word, (masks.get(word) ?? 0n) | (ones(width) << BigInt(lo)))
  const dirty = [...masks].map(([word, mask]) => `(${load(form, names, word)} & ${u64(mask)}) != 0`)
  return [
    `static inline enum ${own}status ${names.record}${form.name}_check(const uint8_t *p, size_t size, bool strict, const char **bad)\n{`,
    '    *bad = NULL;',
    `    if (size < ${form.size})\n        return ${S}TRUNCATED;`,
    ...form.fixed.map(({ name, words, value }) => `    if ((${rawOf(form, names, words)}) != ${u64(value)}) {\n        *bad = "${name}";\n        return ${S}FIXED;\n    }`),
    dirty.length > 0 ? `    if (strict && (${dirty.join(' ||\n                   ')}))\n        return ${S}RESERVED;` : '    (void)strict;',
    ...(form.fixed.length === 0 && dirty.length === 0 ? ['    (void)p;'] : []),
    `    return ${S}OK;\n}`,
  ].join('\n')
}

function decoder(form: Form, names: Names): string {
  const { own } = names
  const id = `${names.record}${form.name}`
  return [
    `/* Where it refuses, *bad names the fixed value that is wrong, and *out is left alone. */`,
    `static inline enum ${own}status ${id}_decode(const uint8_t *p, size_t size, bool strict, struct ${id} *out, const char **bad)\n{`,
    `    enum ${own}status status = ${id}_check(p, size, strict, bad);\n`,
    `    if (status != ${own.toUpperCase()}OK)\n        return status;`,
    ...(form.fields.length === 0 ? ['    (void)out;'] : []),
    ...form.fields.map(({ member }) => `    out->${member} = ${id}_get_${member}(p);`),
    '    return status;\n}',
  ].join('\n')
}

function encoder(form: Form, names: Names): string {
  const { own } = names
  const S = own.toUpperCase()
  const id = `${names.record}${form.name}`
  const parts = Array.from({ length: form.size / form.word }, (): string[] => [])
  for (const { words, value } of form.fixed) {
    for (const { word, lo, width, to } of words) {
      const bits = ((value >> BigInt(to)) & ones(width)) << BigInt(lo)
      if (bits !== 0n) parts[word]!.push(u64(bits))
    }
  }
  for (const { words, member, zeros } of form.fields) {
    for (const { word, lo, width, to } of words) {
      const from = zeros + to
      parts[word]!.push(`((uint64_t)in->${member}${from > 0 ? ` >> ${from}` : ''} & ${u64(ones(width))})${lo > 0 ? ` << ${lo}` : ''}`)
    }
  }
  const checks = form.fields.flatMap((field) => {
    const bad = misfit(field, `in->${field.member}`)
    return bad ? [`    if (${bad}) {\n        *bad = "${field.name}";\n        return ${S}RANGE;\n    }`] : []
  })
  return [
    '/* All or nothing: where it refuses, *bad names the field that does not fit, and nothing is written. */',
    `static inline enum ${own}status ${id}_encode(const struct ${id} *in, uint8_t *p, size_t size, const char **bad)\n{`,
    '    *bad = NULL;',
    ...checks,
    `    if (size < ${form.size})\n        return ${S}TRUNCATED;`,
    ...(form.fields.length === 0 ? ['    (void)in;'] : []),
    ...parts.map((part, word) => `    ${own}st${suffixOf(form)}(p + ${word * form.word}, ${part.length === 0 ? '0' : part.join(' |\n        ')});`),
    `    return ${S}OK;\n}\n`,
  ].join('\n')
}
