import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { audit, AuditError, suggest } from '../../export/index.ts'
import type { AuditMapping } from '../../export/index.ts'
import { records } from '../../registry.ts'
import { fileError, UsageError } from '../errors.ts'
import { examples } from '../options.ts'
import type { Terminal } from '../terminal.ts'
import { gather, list, select } from './select.ts'

interface Options {
  readonly include?: string[]
  readonly define?: string[]
  readonly cc?: string
  readonly suggest?: string[]
  readonly json?: true
}

export function addAudit(program: Command, terminal: Terminal): void {
  program
    .command('audit')
    .summary('compare the masks and structs of a C header with the tables')
    .description('Lets a C compiler read a header, and compares its masks, structs and codes with the tables. A mapping file says which name means which field; docs/exports.md has its form.')
    .argument('<files...>', 'the mapping file, JSON, and the headers; after --suggest headers only')
    .option('-I, --include <dir>', 'where headers are looked for; may be repeated', gather)
    .option('-D, --define <name>', 'a macro for the compiler; may be repeated', gather)
    .option('--cc <compiler>', 'the compiler', 'cc')
    .option('--suggest <ids>', 'compare nothing: write a draft of a mapping file for these records or families', list)
    .option('--json', 'the report as one JSON object')
    .addHelpText('after', `${examples('audit examples/audit/linux-iommu-v6.1.json /usr/include/linux/iommu.h', 'audit --suggest smmuv3 arm-smmu-v3.h > draft.json')}

Exit status: 0; 1 where something differs; 2 where the header does not compile or the mapping is wrong.`)
    .action((files: string[], { suggest: ids, ...options }: Options) => (ids ? draft(ids, files, options, terminal) : run(files, options, terminal)))
}

/** What a header or a mapping has wrong is the user's to mend. */
const blamed = (error: unknown): never => {
  if (error instanceof AuditError) throw new UsageError(shortened(error.message))
  throw error instanceof RangeError ? new UsageError(error.message) : error
}

/** The first error of a compiler: of one in a header, all the others follow. */
function shortened(message: string): string {
  const errors = message.split('\n').filter((line) => /\berror\b/.test(line))
  return errors.length === 0 ? message : `${errors[0]}${errors.length === 1 ? '' : `; and ${errors.length - 1} more`}`
}

async function draft(ids: readonly string[], headers: readonly string[], options: Options, terminal: Terminal): Promise<void> {
  const { mapping, suggestions, broken } = await suggest(select(ids), headers, options).catch(blamed)
  terminal.print(JSON.stringify(mapping, undefined, 2))
  const other = suggestions.filter(({ sameBits }) => !sameBits)
  for (const one of other) terminal.note(`${one.record} ${'type' in one ? `${one.type}.` : ''}${one.name}: a name like ${one.field}, with other bits`)
  if (broken !== undefined) terminal.note(`structs are left out, as the headers do not compile alone: ${shortened(broken)}`)
  terminal.note(`${suggestions.length} lines, ${other.length} of them by their names alone: confirm each`)
}

async function run([path, ...headers]: readonly string[], { json, ...options }: Options, terminal: Terminal): Promise<void> {
  if (headers.length === 0) throw new UsageError('give the mapping file, and then the headers')
  const report = await audit(records, await mappingOf(path!), headers, options).catch(blamed)
  if (!report.ok) terminal.status = 1
  if (json) return terminal.print(JSON.stringify(report))
  const { style } = terminal
  for (const { record, name, field, has, due, clause, confidence } of report.findings) {
    const doubt = confidence === 'sure' ? '' : `; we may be wrong: our table says "${confidence}"`
    terminal.print(`${record} ${style.name(name)}: has ${style.bad(has)}, ${field} is ${due}   (${clause}${doubt})`)
  }
  for (const { record, than, findings } of report.better) terminal.print(`it fits ${style.name(record)} better than ${than}: ${findings === 0 ? 'nothing differs' : `${findings} names differ`}`)
  for (const [record, fields] of Object.entries(report.unmapped)) terminal.print(style.dim(`${record}: the mapping names no ${fields.join(', ')}`))
  terminal.print(`${report.ok ? style.good('ok') : style.bad('not ok')}: ${report.compared} names compared, ${report.findings.length} differ`)
}

async function mappingOf(path: string): Promise<AuditMapping> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as AuditMapping
  } catch (error) {
    throw fileError(path, error)
  }
}
