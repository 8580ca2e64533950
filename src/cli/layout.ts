import type { Command } from 'commander'
import { diagram } from '../codec/diagram.ts'
import { bitsOf, widthOf } from '../codec/message.ts'
import type { AnyRecord } from '../registry.ts'
import { rulesOf } from '../spec/rules/facts.ts'
import type { Field } from '../spec/vocabulary.ts'
import { json } from './json.ts'
import { examples, parseId } from './options.ts'
import { table } from './table.ts'
import type { Cell } from './table.ts'
import type { Terminal } from './terminal.ts'

export function addLayout(program: Command, terminal: Terminal): void {
  program
    .command('layout')
    .summary('show where every bit of a record is, and what it means')
    .description('Shows a record: its diagram, and a table of every field, fixed value and reserved bit, with codes and clauses.')
    .argument('<id>', 'id of the record', parseId)
    .option('--json', 'the table that everything else is derived from, as one JSON object')
    .addHelpText('after', examples('layout vtd.page-request', 'layout linux.page-response-msg-be'))
    .action((codec: AnyRecord, options: { json?: true }) => layout(codec, options, terminal))
}

function layout({ layout: record }: AnyRecord, options: { json?: true }, terminal: Terminal): void {
  if (options.json) {
    terminal.print(json({ ...record, rules: rulesOf(record).map(({ flags: _, ...rule }) => rule) }))
    return
  }
  const { style, width } = terminal
  const { id, title, clause, source, size, word, order, place, refines } = record
  const unit = word === 1 ? 'in bytes' : `in ${order}-endian words of ${word * 8} bits`
  const facts = [['size', `${size} bytes, ${unit}`], ['clause', clause], ['source', source]]
  if (place !== undefined) facts.push(['place', place])
  if (refines !== undefined) facts.push(['refines', refines])
  terminal.print(`${style.name(id)}  ${style.bold(title)}`)
  terminal.print(...table(facts.map(([name, text]) => [{ text: name!, paint: style.dim }, text!]), width, 2))
  terminal.print('', diagram(record), '')

  const row = (name: string, at: Parameters<typeof bitsOf>[1], type: string, text: string, paint = style.name): Cell[] => [
    { text: name, paint },
    { text: bitsOf(record, at), paint: style.dim },
    type,
    text,
  ]
  const clauses = [...new Set(Object.values(record.fields).flatMap((field) => field.clause ?? []))]
  const rows = [
    ['field', 'bits', 'type', 'meaning'].map((text) => ({ text, paint: style.bold })),
    ...Object.entries(record.fields).map(([name, field]) => row(name, field.at, typeOf(field), meaningOf(field, clauses))),
    ...Object.entries(record.fixed ?? {}).map(([name, { at, value, doc, confidence }]) => {
      return row(name, at, `= 0x${value.toString(16)}`, `${doc}${confidence && confidence !== 'sure' ? ` {${confidence}}` : ''}`)
    }),
    ...(record.reserved ?? []).map((slice) => row('reserved', [slice], '= 0', slice[3] ?? '', style.dim)),
  ]
  terminal.print(...table(rows, width))
  const notes = clauses.map((text, i) => [`[${i + 1}]`, text])
  for (const [mark, text] of [['{one source}', 'rests on a single public source'], ['{confirm}', 'from memory or a weak source']] as const) {
    if (rows.some((cells) => String(cells.at(-1)).includes(mark))) notes.push([mark, text])
  }
  if (notes.length > 0) terminal.print('', ...table(notes, width))
}

/** Type and width: what a message has there. */
function typeOf({ as, at }: Field): string {
  const name = { flag: 'boolean', uint: 'number', bigint: 'bigint', address: 'bigint, address', page: 'bigint, page' }[as]
  return as === 'flag' ? name : `${name} ${widthOf(at)}`
}

/** `clauses` are those that are not the record's; they stand below the table, by number. */
function meaningOf({ doc, unit, codes, masks, optional, clause, confidence }: Field, clauses: readonly string[]): string {
  const details = [
    unit === undefined ? '' : `(${unit})`,
    optional ? '(optional)' : '',
    clause === undefined ? '' : `[${clauses.indexOf(clause) + 1}]`,
    confidence === undefined || confidence === 'sure' ? '' : `{${confidence}}`,
  ].filter((text) => text !== '')
  const names = Object.entries({ ...codes, ...masks }).map(([name, value]) => `  0x${value.toString(16)} ${name}`)
  return [[doc, ...details].join(' '), ...names].join('\n')
}
