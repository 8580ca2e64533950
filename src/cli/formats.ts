import type { Command } from 'commander'
import { didYouMean } from '../codec/suggest.ts'
import { records } from '../registry.ts'
import type { AnyRecord } from '../registry.ts'
import { familyOf } from '../spec/families.ts'
import { UsageError } from './errors.ts'
import { json } from './json.ts'
import { examples } from './options.ts'
import { table } from './table.ts'
import type { Terminal } from './terminal.ts'

/** What a format carries, for `convert` and `answer`. */
const carries = ({ layout }: AnyRecord): string => layout.carries?.what.replace('page ', '') ?? ''

export function addFormats(program: Command, terminal: Terminal): void {
  program
    .command('formats')
    .summary('list every record: id, size in bytes, what it carries, title')
    .description('Lists every record by family: its id, its size in bytes, whether it carries a page request or a page response, and its title.')
    .option('--family <name>', 'only the records of a family')
    .option('--json', 'one JSON object for each record')
    .addHelpText('after', examples('formats', 'formats --family vtd'))
    .action((options: FormatsOptions) => formats(options, terminal))
}

interface FormatsOptions {
  readonly family?: string
  readonly json?: boolean
}

function formats(options: FormatsOptions, terminal: Terminal): void {
  const families = [...new Set(records.map(({ id }) => familyOf(id)))]
  const { family } = options
  if (family !== undefined && !families.includes(family)) {
    throw new UsageError(`no family is called ${family}${didYouMean(family, families)}; there are ${families.join(', ')}`)
  }
  const listed = records.filter(({ id }) => family === undefined || familyOf(id) === family)

  if (options.json) {
    for (const codec of listed) {
      const { id, size, layout } = codec
      terminal.print(json({ id, family: familyOf(id), size, carries: carries(codec) || null, title: layout.title, clause: layout.clause }))
    }
    return
  }
  const { style } = terminal
  // A table for each family, so that its longest id does not push the titles of the others off the line.
  for (const [i, name] of [...new Set(listed.map(({ id }) => familyOf(id)))].entries()) {
    if (i > 0) terminal.print('')
    terminal.print(style.bold(name))
    const mine = listed.filter(({ id }) => familyOf(id) === name)
    const rows = mine.map((codec) => [{ text: codec.id, paint: style.name }, String(codec.size).padStart(2), { text: carries(codec), paint: style.dim }, codec.layout.title])
    for (const row of table(rows, terminal.width, 2)) terminal.print(row)
  }
}
