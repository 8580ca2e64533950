import { Option } from 'commander'
import type { Command } from 'commander'
import { CODES } from '../codes.ts'
import { parseId } from '../options.ts'
import { FORMS } from './export.ts'
import { OWN_FIELDS } from './fields.ts'

const collect = (field: string, before: readonly string[] = []): readonly string[] => [...before, field]

/** The forms of output, for each command that reads items, and those that only one has. */
export function addFormOptions(command: Command, own: readonly Option[] = []): Command {
  command
    .optionsGroup('Forms of output:')
    .option('-v, --verbose', 'every field on a line of its own')
    .option('-x', 'an annotated dump: each word, and each run of its bits with its place and its clause')
    .option('--to <id>', 'each request or response in this format, too, and what is lost', parseId)
    .addOption(new Option('--answer <code>', 'answer each group of page requests, as its IOMMU takes it and on the link').choices(Object.keys(CODES)))
    .option('--json', 'one JSON object for each record')
    .option('-T <form>', 'as in tshark: "fields", with -e')
    .option('-e <field>', `a field of -T fields and --csv, as often as wanted: of the records, or ${OWN_FIELDS.join(', ')}`, collect)
    .option('--csv', 'comma-separated values, with a head line')
    .addOption(new Option('--export <form>', 'only the bytes, as another tool takes them').choices(FORMS))
  for (const option of own) command.addOption(option)
  return command.optionsGroup('Options:')
}
