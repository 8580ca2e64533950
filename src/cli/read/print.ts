import type { LinkedItem, Places } from '../../ingest/index.ts'
import type { AnyRecord } from '../../registry.ts'
import type { Identity } from '../../translate/index.ts'
import { CODES } from '../codes.ts'
import { UsageError } from '../errors.ts'
import { json } from '../json.ts'
import type { Terminal } from '../terminal.ts'
import { Answers } from './answers.ts'
import { convertItem } from './convert.ts'
import type { Conversion } from './convert.ts'
import { exporter } from './export.ts'
import { csvRow, NamedFields } from './fields.ts'
import { itemWriter } from './json.ts'
import type { Printer } from './printer.ts'
import { answerLines, conversionLines, itemLines, wrapped } from './text.ts'

/** The forms of output that several commands have. */
export interface FormOptions {
  readonly json?: boolean
  readonly csv?: boolean
  readonly T?: string
  readonly e?: readonly string[]
  readonly verbose?: boolean
  readonly x?: boolean
  readonly to?: AnyRecord
  readonly answer?: keyof typeof CODES
  readonly export?: string
  readonly arrow?: string
}

const nothing = (): undefined => undefined

/** @throws {UsageError} for forms that exclude each other, and for fields that are not named */
export function checkForms({ json: asJson, csv, T, e, verbose, x, to, answer, export: form, arrow }: FormOptions): void {
  if (T !== undefined && T !== 'fields') throw new UsageError(`-T ${T}: the form is "fields"`)
  if ((T !== undefined || csv) && e === undefined) throw new UsageError('-e names the fields')
  if (e !== undefined && T === undefined && !csv) throw new UsageError('-e goes with -T fields or --csv')
  const forms = Object.entries({ '--json': asJson, '--csv': csv, '-T': T !== undefined, '--export': form !== undefined, '--arrow': arrow !== undefined }).filter(([, given]) => given).map(([name]) => name)
  if (forms.length > 1) throw new UsageError(`${forms.join(' and ')} exclude each other`)
  const inText = Object.entries({ '-v': verbose, '-x': x }).find(([, given]) => given)
  if (inText && forms.length > 0) throw new UsageError(`${inText[0]} is of the text for people, and not of ${forms[0]}`)
  if (answer && forms.length > 0 && !asJson) throw new UsageError(`--answer goes with the text for people and with --json, and not with ${forms[0]}`)
  if (to && forms.length > 0 && !asJson) throw new UsageError(`--to goes with the text for people and with --json, and not with ${forms[0]}`)
}

/** @param named whether the text names the file of each item */
export function printer(options: FormOptions, identity: Identity, named: boolean, terminal: Terminal): Printer {
  const { e = [], to, verbose = false, x = false } = options
  if (options.export !== undefined) return exporter(options.export, terminal)
  if (options.csv || options.T !== undefined) {
    const fields = new NamedFields(e)
    const row = options.csv ? csvRow : (values: readonly string[]): string => values.join('\t')
    if (options.csv) terminal.print(csvRow(e))
    return { item: (file, item) => terminal.print(row(fields.of(file, item))), conclusion: nothing, end: () => fields.end() }
  }

  const answers = options.answer && new Answers(CODES[options.answer], identity)
  let converted = 0
  const conversionOf = (item: LinkedItem): Conversion | undefined => {
    const conversion = to && convertItem(item, to, identity)
    if (conversion) converted++
    if (conversion?.ok === false) terminal.status = 1
    return conversion
  }
  const end = (): void => {
    if (to && converted === 0) terminal.note(`nothing in this input can be carried into ${to.id}`)
  }
  if (options.json) {
    const write = itemWriter(terminal.bytes)
    return {
      item(file, item) {
        const conversion = conversionOf(item)
        const answer = answers?.add(item)
        terminal.begin()
        write(file, item, conversion, answer)
        terminal.written()
      },
      conclusion: (file, { what, lines, offsets, text }) => terminal.print(json({
        file, line: lines?.at(-1) ?? 0, offset: offsets?.at(-1), source: 'correlation', record: null, name: what, reading: '', absent: [], message: {}, summary: text, findings: [], lines, offsets,
      })),
      end,
    }
  }
  let first = true
  return {
    item(file, item) {
      terminal.print(...(first ? [] : ['']), ...itemLines(file, item, terminal, { verbose, named, dump: x }))
      const conversion = conversionOf(item)
      if (conversion) terminal.print(...conversionLines(to!, conversion, terminal))
      const answer = answers?.add(item)
      if (answer) terminal.print(...answerLines(answer, terminal))
      first = false
    },
    conclusion: (_file, conclusion) => terminal.print('', ...wrapped(`${conclusion.text}${placesText(conclusion)}`, terminal.width, '')),
    end,
  }
}

function placesText({ lines = [], offsets = [] }: Places): string {
  const found = [...lines, ...offsets.map((offset) => `0x${offset.toString(16)}`)].reverse()
  return found.length === 0 ? '' : ` (${offsets.length > 0 ? 'offset' : 'line'}${found.length === 1 ? '' : 's'} ${found.join(', ')})`
}
