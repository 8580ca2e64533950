import { CodecError } from '../../codec/errors.ts'
import { isWhole } from '../../ingest/index.ts'
import type { LinkedItem } from '../../ingest/index.ts'
import { pcapHead, pcapPacket, textForms } from '../../outputs/index.ts'
import type { Outgoing } from '../../outputs/index.ts'
import { escaped } from '../escape.ts'
import type { Terminal } from '../terminal.ts'
import { placeOf } from './item.ts'
import type { Printer } from './printer.ts'

export const FORMS = [...Object.keys(textForms), 'pcap']

/** Gives out the bytes of each item in a form of another tool, and nothing else. What cannot be given is said on standard error. */
export function exporter(form: string, terminal: Terminal): Printer {
  const text = form === 'pcap' ? undefined : textForms[form as keyof typeof textForms]
  let count = 0
  let begun = false
  return {
    item(file, item) {
      const place = placeOf(file, item)
      const outgoing = outgoingOf(item)
      if (typeof outgoing === 'string') {
        terminal.error(`${place}: ${escaped(item.name)} is left out: ${outgoing}`)
        return
      }
      try {
        if (text) {
          const lines = text.lines(outgoing, count + 1)
          if (!begun) terminal.print(...('before' in text ? text.before : []))
          terminal.print(...lines)
        } else {
          const packet = pcapPacket(outgoing)
          if (!begun) terminal.append(pcapHead())
          terminal.append(packet)
        }
        begun = true
        count++
      } catch (error) {
        if (!(error instanceof CodecError)) throw error
        terminal.error(`${place}: ${escaped(item.name)} is left out: ${error.message}`)
      }
    },
    conclusion: () => undefined,
    end() {
      if (begun && text && 'behind' in text) terminal.print(...text.behind)
    },
  }
}

function outgoingOf({ data, absent, ambiguous, summary, record, mode }: LinkedItem): Outgoing | string {
  if (ambiguous) return 'it is one of several readings; --as decides'
  if (data === undefined || !isWhole(data)) return absent.length === 0 ? 'the input holds no bytes of it' : `the input does not hold ${absent.join(', ')}`
  const lacks = absent.length === 0 ? '' : `; without ${absent.join(', ')}`
  return { bytes: data.bytes, title: escaped(`${record === null ? '' : `${record}: `}${summary}${lacks}`), ...(mode && { mode }) }
}
