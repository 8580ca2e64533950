import ts from 'typescript'
import type { Field, Layout, ReservedSlice } from '../../../src/spec/vocabulary.ts'
import { and, bv, not, or } from './terms.ts'
import type { Any, Term } from './terms.ts'
import { Translator } from './translate.ts'

/**
 * The statements of a record as SMT-LIB: each says that the code is wrong, and is proved where no solver can satisfy it.
 * The table is read by words: a slice is an `extract` of its word, a word the bytes in the order of the table.
 */
export interface Statement {
  readonly name: 'read' | 'write'
  readonly text: string
}

export function statementsOf(layout: Layout, source: ts.SourceFile): Statement[] {
  return [{ name: 'read', text: readStatement(layout, source) }, { name: 'write', text: writeStatement(layout, source) }]
}

function functionOf(source: ts.SourceFile, name: string): ts.FunctionDeclaration {
  for (const statement of source.statements) if (ts.isFunctionDeclaration(statement) && statement.name?.text === name) return statement
  throw new Error(`no function ${name}`)
}

const join = (parts: readonly Term[]): Term => (parts.length === 1 ? parts[0]! : `(concat ${parts.join(' ')})`)
const widthOf = ({ at }: Pick<Field, 'at'>): number => at.reduce((sum, [, hi, lo]) => sum + hi - lo + 1, 0)
const zerosOf = ({ as, zeros = 0 }: Field): number => (as === 'page' ? 12 : as === 'address' ? zeros : 0)
const binary = (value: number, width: number): Term => `#b${BigInt(value).toString(2).padStart(width, '0')}`

/** The words of a record, out of bytes by their names. */
function words({ size, word, order }: Layout, byte: (n: number) => Term): string {
  return Array.from({ length: size / word }, (_, w) => {
    const bytes = Array.from({ length: word }, (_, i) => byte(w * word + (order === 'little' ? word - 1 - i : i)))
    return `(define-fun word${w} () (_ BitVec ${8 * word}) ${join(bytes)})`
  }).join('\n')
}

const slice = ([word, hi, lo]: ReservedSlice): Term => `((_ extract ${hi} ${lo}) word${word})`

const fixedRight = ({ fixed = {} }: Layout): Term[] => Object.values(fixed).map(({ at, value }) => `(= ${join(at.map(slice))} ${binary(value, widthOf({ at }))})`)
const reservedClear = ({ reserved = [] }: Layout): Term[] => reserved.map((at) => `(= ${slice(at)} ${binary(0, at[1] - at[2] + 1)})`)

function script(layout: Layout, name: string, lines: readonly string[]): string {
  return [`; ${layout.id}: ${name} differs from the table. Proved if unsat.`, '(set-logic ALL)', ...lines, '(check-sat)', ''].join('\n')
}

function readStatement(layout: Layout, source: ts.SourceFile): string {
  const { declines, duties, fields } = new Translator(layout.size, Object.keys(layout.fields)).translate(functionOf(source, 'read'))
  const wrong = Object.entries(layout.fields).map(([name, field]) => {
    const width = widthOf(field)
    const want = `((_ zero_extend ${64 - width}) ${join(field.at.map(slice))})`
    return not(sameField(fields.get(name), field, `(bvshl ${want} ${bv(zerosOf(field))})`))
  })
  if ([...fields.keys()].join() !== Object.keys(layout.fields).join()) throw new Error('other fields than the table has')
  return script(layout, 'read', [
    ...Array.from({ length: layout.size }, (_, n) => `(declare-const b${n} (_ BitVec 8))`),
    '(declare-const outside Bool)', '(declare-const noOptions Bool)', '(declare-const mode (_ BitVec 64))',
    `(assert (or (= mode ${bv(-1)}) (= mode ${bv(0)}) (= mode ${bv(1)})))`,
    words(layout, (n) => `b${n}`),
    `(define-fun accepts () Bool ${not(or(declines))})`,
    `(define-fun ignores () Bool (and (not noOptions) (= mode ${bv(1)})))`,
    `(define-fun should () Bool ${and([not('outside'), `(or noOptions (not (= mode ${bv(-1)})))`, ...fixedRight(layout), or(['ignores', and(reservedClear(layout))])])})`,
    `(assert (or (not (= accepts should)) (and accepts ${or([...wrong, ...duties.map(not)])})))`,
  ])
}

function sameField(got: Any | undefined, { as }: Field, want: Term): Term {
  const is = as === 'flag' ? 'boolean' : as === 'uint' ? 'number' : 'wide'
  if (got?.is !== is || !('term' in got)) return 'false'
  return as === 'flag' ? `(= ${got.term} (= ${want} ${bv(1)}))` : `(= ${got.term} ${want})`
}

function writeStatement(layout: Layout, source: ts.SourceFile): string {
  const { declines, ways } = new Translator(layout.size, Object.keys(layout.fields)).translate(functionOf(source, 'write'))
  const entries = Object.entries(layout.fields)
  const optional = entries.filter(([, field]) => field.optional).map(([name]) => `(= |${name}.kind| undefined)`)
  const wrong = ways.flatMap((bytes) => {
    // Each way has its own words: they are written out in place.
    const word = (w: number): Term => join(Array.from({ length: layout.word }, (_, i) => bytes.get(w * layout.word + (layout.order === 'little' ? layout.word - 1 - i : i)) ?? missing(w)))
    const at = ([w, hi, lo]: ReservedSlice): Term => `((_ extract ${hi} ${lo}) ${word(w)})`
    return [
      ...entries.map(([name, field]) => not(`(= ${join(field.at.map(at))} ${bitsOf(name, field)})`)),
      ...Object.values(layout.fixed ?? {}).map(({ at: slices, value }) => not(`(= ${join(slices.map(at))} ${binary(value, widthOf({ at: slices }))})`)),
      ...(layout.reserved ?? []).map((reserved) => not(`(= ${at(reserved)} ${binary(0, reserved[1] - reserved[2] + 1)})`)),
    ]
  })
  if (ways.length !== 2) throw new Error('write has another number of ways')
  return script(layout, 'write', [
    '(declare-datatypes ((Kind 0)) (((undefined) (boolean) (number) (bigint) (other))))',
    ...entries.flatMap(([name]) => [
      `(declare-const |${name}.kind| Kind)`, `(declare-const |${name}.bool| Bool)`, `(declare-const |${name}.num| (_ BitVec 64))`, `(declare-const |${name}.odd| Bool)`,
      `(declare-const |${name}.wide| (_ BitVec 64))`, `(declare-const |${name}.fits| Bool)`,
    ]),
    ...['outside', 'notObject', 'isNull', 'known'].map((name) => `(declare-const ${name} Bool)`),
    `(define-fun accepts () Bool ${not(or(declines))})`,
    `(define-fun should () Bool ${and([not('outside'), not('notObject'), not('isNull'), or([not(or(optional)), 'known']), ...entries.map(([name, field]) => inRange(name, field))])})`,
    `(assert (or (not (= accepts should)) (and accepts ${or(wrong)})))`,
  ])
}

function missing(word: number): never {
  throw new Error(`a byte of word ${word} is not written`)
}

function inRange(name: string, field: Field): Term {
  const width = widthOf(field)
  const zeros = zerosOf(field)
  const fits = {
    flag: `(= |${name}.kind| boolean)`,
    uint: `(and (= |${name}.kind| number) (not |${name}.odd|) (= |${name}.num| (bvand |${name}.num| ${bv(2n ** BigInt(width) - 1n)})))`,
    wide: `(and (= |${name}.kind| bigint) |${name}.fits| (= |${name}.wide| (bvand |${name}.wide| ${bv((2n ** BigInt(width) - 1n) << BigInt(zeros))})))`,
  }[field.as === 'flag' || field.as === 'uint' ? field.as : 'wide']
  return field.optional ? or([`(= |${name}.kind| undefined)`, fits]) : fits
}

/** The bits of a field in the record; 0 where it is left out. */
function bitsOf(name: string, field: Field): Term {
  const width = widthOf(field)
  const zeros = zerosOf(field)
  const value = field.as === 'flag' ? `(ite |${name}.bool| #b1 #b0)` : field.as === 'uint' ? `((_ extract ${width - 1} 0) |${name}.num|)` : `((_ extract ${width + zeros - 1} ${zeros}) |${name}.wide|)`
  return field.optional ? `(ite (= |${name}.kind| undefined) ${binary(0, width)} ${value})` : value
}
