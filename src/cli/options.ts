import { InvalidArgumentError } from 'commander'
import type { Command } from 'commander'
import type { CodecError } from '../codec/errors.ts'
import { didYouMean } from '../codec/suggest.ts'
import { record, records } from '../registry.ts'
import type { AnyRecord } from '../registry.ts'
import type { Identity } from '../translate/index.ts'
import { UsageError } from './errors.ts'
import { wrap } from './table.ts'
import { parseNumber, parseRequester } from './values.ts'
import type { Requester } from './values.ts'

/** Arguments and options that several commands have. */

/** @throws {UsageError} for an id that is unknown, with the nearest known one */
export function parseId(id: string): AnyRecord {
  const ids = records.map((known) => known.id)
  if (ids.includes(id)) return record(id)
  throw new UsageError(`no record is called ${JSON.stringify(id)}${didYouMean(id, ids)}; "pci-ats-pri formats" lists them all`)
}

export interface DeviceOptions {
  readonly rid?: Requester
  readonly segment?: number
  readonly iommuRid?: Requester
  readonly devId?: number
  readonly cookie?: number
  readonly pasidRequired?: boolean
}

/** What a format may say of the device, beside the message. */
export function addDeviceOptions(command: Command, heading: string): Command {
  return command
    .optionsGroup(heading)
    .option('--rid <device>', 'its Requester ID: 0000:3b:00.1, 3b:00.1, 0x3b01 or decimal', requester)
    .option('--segment <n>', 'its PCI segment', numberOption(16))
    .option('--iommu-rid <device>', 'the Requester ID under which PRG Responses are sent (default: 0)', requester)
    .option('--dev-id <n>', 'its iommufd object ID', numberOption(32))
    .option('--cookie <n>', 'the iommufd cookie of the group', numberOption(32))
    .option('--pasid-required', 'it takes a PASID on responses (PRG Response PASID Required)')
    .option('--no-pasid-required', 'it takes none: leave the PASID out of responses')
}

export function identityOf({ rid, segment, iommuRid, devId, cookie, pasidRequired }: DeviceOptions): Identity {
  return {
    ...rid,
    ...(segment !== undefined && { segment }),
    ...(iommuRid && { iommuRid: iommuRid.rid }),
    ...(devId !== undefined && { devId }),
    ...(cookie !== undefined && { cookie }),
    ...(pasidRequired !== undefined && { pasidRequired }),
  }
}

/** The option that gives what a translation lacked. */
export function remedy({ field, actual }: CodecError): string {
  const options: Readonly<Record<string, string>> = { rid: '--rid', devId: '--dev-id', cookie: '--cookie' }
  const option = actual === undefined ? options[field ?? ''] : undefined
  return option === undefined ? '' : `; ${option} gives it`
}

function requester(text: string): Requester {
  const found = parseRequester(text)
  if (found) return found
  throw new InvalidArgumentError('Expected a device such as 0000:3b:00.1, 3b:00.1 or 0x3b01.')
}

export const numberOption = (bits: number) => (text: string): number => {
  const value = parseNumber(text)
  if (value !== undefined && value >= 0n && value < 1n << BigInt(bits)) return Number(value)
  throw new InvalidArgumentError(`Expected a number of ${bits} bits.`)
}

/** Width of a terminal on which every example fits. */
const NARROW = 80

/** The section of a command's help that shows how it is called. A long line goes on in the next, as in a shell. */
export function examples(...lines: string[]): string {
  return `\nExamples:\n${lines.map((line) => wrap(`$ pci-ats-pri ${line}`, NARROW - 8).join(' \\\n').replaceAll('\n', '\n      ').replace(/^/, '  ')).join('\n')}`
}

/** What several commands let the user say about the exit status. */
export interface StatusOptions {
  readonly strict?: boolean
  readonly exitZero?: boolean
}

/** @param strict given where the command tells findings */
export function addStatusOptions(command: Command, strict?: 'strict'): Command {
  if (strict) command.option('--strict', 'exit with 1 also for findings of severity error')
  return command.option('--exit-zero', 'exit with 0 although records are bad')
}
