import { Option } from 'commander'
import type { Command } from 'commander'
import { probe, UnusableTestee } from '../../export/index.ts'
import type { ProbeOptions } from '../../export/index.ts'
import type { AnyRecord } from '../../registry.ts'
import { UsageError } from '../errors.ts'
import { examples, parseId } from '../options.ts'
import type { Terminal } from '../terminal.ts'
import { count, seconds } from './select.ts'

interface Options extends ProbeOptions {
  readonly json?: true
}

export function addProbe(program: Command, terminal: Terminal): void {
  program
    .command('probe')
    .summary('find out which bits a decoder or encoder has for each field, over a pipe')
    .description('Flips every bit of a record through a program, and says which bits it reads for which field. It does not see missing checks: "conformance" does.')
    .argument('<id>', 'id of the record', parseId)
    .argument('<command...>', 'the program and its arguments, after --')
    .addOption(new Option('--op <op>', 'what is asked: where a decoder reads, or where an encoder writes').choices(['decode', 'encode']).default('decode'))
    .option('--window <n>', 'how many questions are open at a time', count(1), 64)
    .option('--batch', 'ask everything at once, then end the input')
    .option('--timeout <seconds>', 'time for each answer', seconds, 5)
    .option('--json', 'the report as one JSON object')
    .addHelpText('after', `${examples('probe vtd.page-request -- ./my-decoder')}

Exit status: 0; 1 where a field has other bits; 2 where the program cannot be asked.`)
    .action((record: AnyRecord, command: string[], options: Options) => run(record, command, options, terminal))
}

async function run(record: AnyRecord, command: readonly string[], { json, ...options }: Options, terminal: Terminal): Promise<void> {
  const report = await probe(record, command, options).catch((error: unknown) => {
    throw error instanceof UnusableTestee ? new UsageError(error.message) : error
  })
  if (!report.ok) terminal.status = 1
  if (json) return terminal.print(JSON.stringify(report))
  const { style } = terminal
  const verb = report.op === 'decode' ? ['reads', 'read'] : ['writes', 'write']
  for (const { field, has, due, clause, confidence } of report.misplaced) {
    const doubt = confidence === 'sure' ? '' : `; we may be wrong: our table says "${confidence}"`
    terminal.print(`${record.id} ${style.name(field)}: ${verb[0]} ${style.bad(has)}, should ${verb[1]} ${due}   (${clause}${doubt})`)
  }
  for (const text of report.refused.slice(0, 10)) terminal.print(`${record.id}: refused: ${text}`)
  if (report.refused.length > 10) terminal.print(`${record.id}: refused: and ${report.refused.length - 10} more`)
  if (report.misplaced.length > 0) terminal.print('', report.figure, '')
  const verdict = report.ok ? style.good('every field is where it should be') : style.bad(`fields with other bits: ${report.misplaced.length}; questions refused: ${report.refused.length}`)
  terminal.print(`${record.id}: ${verdict} (${report.questions} questions)`)
}
