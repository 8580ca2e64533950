import type { Finding } from '../../codec/check.ts'
import type { Value } from '../../codec/message.ts'
import { hexOf } from '../../ingest/index.ts'
import type { LinkedItem } from '../../ingest/index.ts'
import { record } from '../../registry.ts'
import type { AnyRecord } from '../../registry.ts'
import { annotated } from '../annotate.ts'
import { droppedText } from '../convert.ts'
import { escaped } from '../escape.ts'
import { formatHex } from '../hex.ts'
import { remedy } from '../options.ts'
import { packetFields } from '../packet.ts'
import type { Style, Terminal } from '../terminal.ts'
import type { Answer } from './answers.ts'
import type { Conversion } from './convert.ts'
import { stretchesOfItem } from './stretches.ts'

/** How much is shown of an item. */
export interface Detail {
  /** Every field, each on a line of its own. */
  readonly verbose: boolean
  /** Every word with its bytes, and every run of its bits with its place and its clause. */
  readonly dump: boolean
  /** Whether the file is named. */
  readonly named: boolean
}

/** An item for a reader: what it is and says, what is not there, what is wrong with it. */
export function itemLines(file: string, item: LinkedItem, { style, width }: Terminal, { verbose, named, dump }: Detail): readonly string[] {
  const { record: id, name, summary, absent, findings, link, line, ambiguous, bad, data, reading, offset } = item
  const place = offset !== undefined && line === 0 ? `0x${offset.toString(16)}` : `${line}`
  const title = id === null ? escaped(name) : id
  const marks = [ambiguous && style.bad('one of several readings'), bad && style.bad('bad')].filter(Boolean).join('  ')
  return [
    `${style.dim(`${named ? `${escaped(file)}:` : ''}${place}:`)} ${style.name(title)}${marks === '' ? '' : `  ${marks}`}`,
    ...wrapped(escaped(summary), width, '  '),
    ...(dump && data ? annotated(data.bytes, stretchesOfItem(item), style, width, data.known) : verbose ? fieldLines(item, style) : fieldLine(item, style, width)),
    ...(verbose && data ? [`  ${style.dim(`bytes ${hexOf(data)}${reading === '' ? '' : `, read as ${reading}`}`)}`] : []),
    ...(absent.length === 0 ? [] : wrapped(`not in the log: ${absentOf(absent, verbose)}`, width, '  ').map((text) => style.dim(text))),
    ...(link ? wrapped(link.text, width, '  ') : []),
    ...findings.flatMap((finding) => findingLines(finding, style, width)),
  ]
}

/** Names of what is absent that are spelt out at the most, unless more than the usual is asked for. */
const ABSENT = 32

const absentOf = (absent: readonly string[], verbose: boolean): string =>
  verbose || absent.length <= ABSENT ? absent.join(', ') : `${absent.slice(0, ABSENT / 4).join(', ')}, and ${absent.length - ABSENT / 4} others`

/** How a request is answered, or why it is not. */
export function answerLines({ responses, remark }: Answer, terminal: Terminal): readonly string[] {
  return [
    ...responses.flatMap((response) => conversionLines(record(response.record), response, terminal, 'answered by')),
    ...(remark === undefined ? [] : wrapped(escaped(remark), terminal.width, '  ')),
  ]
}

/** An item in another format: its bytes, its fields, and what is lost on the way. */
export function conversionLines(to: AnyRecord, conversion: Conversion, { style, width }: Terminal, how = 'as'): readonly string[] {
  const title = `  ${how} ${style.name(to.id)}`
  if (!conversion.ok) return [`${title}  ${style.bad('not converted')}`, ...wrapped(escaped(conversion.message) + (conversion.error ? remedy(conversion.error) : ''), width, '    ')]
  const { bytes, packet, dropped, notes } = conversion
  return [
    title, ...wrapped(formatHex(bytes), width, '    '), ...wrapped(packetFields(to, packet).join(' '), width, '    ').map((line) => style.dim(line)),
    ...[...dropped.map(droppedText), ...notes].flatMap((text) => wrapped(escaped(text), width, '    ')),
  ]
}

export function findingLines({ severity, message }: Finding, style: Style, width: number): string[] {
  const [first, ...others] = wrapped(`${severity}: ${escaped(message)}`, width, '  ', '    ')
  const paint = severity === 'error' ? style.bad : style.bold
  return [first!.replace(`${severity}:`, paint(`${severity}:`)), ...others]
}

const hex = (value: Value): string => (typeof value === 'boolean' ? (value ? '1' : '0') : `0x${value.toString(16)}`)

/** The fields that are there, in one paragraph: flags that are set by their names alone. */
function fieldLine({ message, names, record }: LinkedItem, style: Style, width: number): string[] {
  if (record === null && Object.keys(message).length === 0) return []
  const parts = Object.entries(message).flatMap(([name, value]) => (typeof value === 'boolean' ? (value ? [name] : []) : [`${name}=${names[name] ?? hex(value)}`]))
  return parts.length === 0 ? [] : wrapped(parts.join(' '), width, '  ').map((text) => style.dim(text))
}

function fieldLines({ message, names }: LinkedItem, style: Style): string[] {
  const longest = Math.max(0, ...Object.keys(message).map(({ length }) => length))
  return Object.entries(message).map(([name, value]) => `    ${style.name(name.padEnd(longest))}  ${hex(value)}${names[name] === undefined ? '' : `  ${names[name]}`}`)
}

/** Text in lines that fit; a word that is longer than a line stays whole. */
export function wrapped(text: string, width: number, indent: string, next = indent): string[] {
  const lines: string[] = []
  let line = indent
  let empty = true
  for (const word of text.split(' ')) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line)
      line = next
      empty = true
    }
    line += `${empty ? '' : ' '}${word}`
    empty = false
  }
  return [...lines, line]
}
