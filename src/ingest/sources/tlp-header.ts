import { deviceOf, speakerOf } from '../device.ts'
import type { Digits, Known } from '../hit.ts'
import { words } from '../hit.ts'
import type { Passage, Piece } from '../line.ts'
import { sentence } from '../source.ts'
import type { Found } from '../source.ts'

const NUMBER = /^\s*(?:0x)?([0-9a-f]{8})(?![0-9a-fx])/i
const PREFIXES = /^\s*E-E Prefixes:/i
const FLIT = /^\s*\(Flit\)/i
/** Kernels before 6.15 print the prefixes that a root port logged on lines of their own. */
const PREFIX_LINE = /TLP Prefix Header: dw\d, (?:0x)?([0-9a-f]{8})(?![0-9a-f])/gdi
/** A number that a terminal broke, and the words between header and prefixes. */
const TORN = /\s(?:0|0x[0-9a-f]{0,7}|[0-9a-f]{1,7})$/i
const BROKEN_WORDS = /\sE(?:-E?)?$|\sE-E Prefix?(?:es)?$|\sE-E P[a-z]{0,4}$|\s\((?:F(?:l(?:it?)?)?)?$/i
/** What stands before a header that such lines may follow. */
const OF_DPC = /\bDPC:\s*$/
const BROKEN_PREFIX_LINE = /TLP Prefix Header:(?: (?:d(?:w(?:\d(?:,(?: (?:0x?[0-9a-f]{0,7})?)?)?)?)?)?)?$/i
const isPrefixLine = (text: string): boolean => text.search(PREFIX_LINE) >= 0

/** Numbers of eight digits from `from` on, and where they end. */
function numbers(text: string, from: number, most: number): { digits: Digits[]; end: number } {
  const digits: Digits[] = []
  let end = from
  while (digits.length < most) {
    const match = NUMBER.exec(text.slice(end, end + 64))
    if (!match) break
    end += match[0].length
    digits.push({ value: BigInt(`0x${match[1]!}`), column: end - 8, length: 8 })
  }
  return { digits, end }
}

/** Whether all four DWs of a log that is not of flit mode are there: of what follows only the prefixes belong to it. */
const isFull = (text: string): boolean => !/\(Flit\)/i.test(text) && numbers(text, text.indexOf(':') + 1, 4).digits.length === 4

/** Whether it is an end-to-end prefix. */
const isPrefix = ({ value }: Digits): boolean => value >> 28n === 9n

const inOrder = (digits: readonly Digits[], pieces: readonly Piece[]): Known => words(4 * digits.length, 4, 'memory', digits, pieces)

/** A header log: the DWs of the header in wire order; prefixes, which stand before it on the wire, stand behind it in the text. */
export const headerLog = sentence({
  id: 'linux.aer.header-log',
  anchors: ['TLP Header:', 'TLP Header (Flit):', 'HeaderLog:'],
  patience: 3,
  goesOn(text, next) {
    if (isPrefixLine(next.text) || BROKEN_PREFIX_LINE.test(next.text.trimEnd())) return true
    if (next.stamped) return false
    if (PREFIXES.test(next.text) || FLIT.test(next.text)) return true
    if (BROKEN_WORDS.test(text.trimEnd()) || BROKEN_PREFIX_LINE.test(text.trimEnd())) return true
    if (TORN.test(text) && /^[0-9a-f]{1,8}(?!\w|[:.]\w|: |\.\.)/i.test(next.text)) return true
    const lacksNumbers = !isFull(text) || /Prefixes:[^:]*$/.test(text)
    return lacksNumbers && /^\s*(?:0x)?[0-9a-f]{8}\b/i.test(next.text)
  },
  read(text, passage, last): Found | 'more' | 'nothing' | undefined {
    const colon = text.indexOf(':')
    const flitBefore = text.slice(0, colon).endsWith('(Flit)')
    const { digits, end } = numbers(text, colon + 1, 14)
    if (digits.length === 0) return last || text.slice(colon + 1).trim() !== '' ? undefined : 'more'
    const lines = prefixLines(text, end, passage)
    if (lines) return last ? lines(digits) : 'more'
    if (!last && isFull(text) && OF_DPC.test(passage.before)) return 'more'
    const rest = text.slice(end)
    const flit = flitBefore || FLIT.test(rest)
    const prefixed = PREFIXES.exec(rest)
    const logged = prefixed ? numbers(text, end + prefixed[0].length, 4).digits : []
    // Of a report of firmware, kernels 6.15 to 7.0 print three registers of the root port before the first of them.
    const given = logged.filter(({ value }) => value !== 0n)
    const isOdd = given[0] !== undefined && !isPrefix(given[0])
    const prefixes = isOdd ? given.slice(3).filter(isPrefix) : given
    if (!last && (TORN.test(rest) || BROKEN_WORDS.test(rest.trimEnd()))) return 'more'
    // Whether a further line goes on with it is for `goesOn` to say; a text at its end may always do.
    const atEnd = rest.trim() === '' || (prefixed !== null && rest.slice(prefixed[0].length).trim() === '')
    if (!last && atEnd && prefixed === null && passage.last === passage.line && digits.length < 14) return 'more'
    if (!last && prefixed !== null && logged.length === 0) return 'more'
    // lspci and CPER print the register in any case; all zero it has not logged anything.
    if ([...digits, ...prefixes].every(({ value }) => value === 0n)) return text.startsWith('HeaderLog') ? 'nothing' : { name: 'TLP header, all 0: none was logged', said: {}, notes: [] }
    if (digits.every(({ value }) => value === 0xffff_ffffn)) return { name: 'TLP header, all 1: the function did not answer', said: deviceIn(passage.before), notes: [] }
    const found = of(digits, prefixes, flit, passage.pieces, passage.before)
    if (isOdd) {
      const { prefixes: count, ...said } = found.said
      return { ...found, said: count === 0 ? said : found.said, notes: [...found.notes, 'the first prefixes are registers of the root port'] }
    }
    return prefixed !== null && logged.length === 0 ? { ...found, notes: [...found.notes, 'the log breaks off before the prefixes'] } : found
  },
})

/** How a header goes together with the prefixes that stand on lines of their own behind it; undefined where none do. */
function prefixLines(text: string, end: number, { pieces, before }: Passage): ((header: readonly Digits[]) => Found) | undefined {
  if (text.length === end || text.length - end > 1000 || !isPrefixLine(text.slice(end))) return undefined
  const all = [...text.slice(end).matchAll(PREFIX_LINE)].map((match): Digits => ({ value: BigInt(`0x${match[1]!}`), column: end + match.indices![1]![0], length: 8 }))
  const prefixes = all.filter(({ value }) => value !== 0n)
  const repeated = prefixes.length > 1 && prefixes.every(({ value }) => value === prefixes[0]!.value)
  return (header) => {
    const found = of(header, repeated ? prefixes.slice(0, 1) : prefixes, false, pieces, before)
    return repeated ? { ...found, notes: [...found.notes, `the log holds ${prefixes.length} times the same prefix: kernels before 6.8 print the first one in place of each, so it is taken once`] } : found
  }
}

/** The device that a driver names before what it prints. */
function deviceIn(before: string): Found['said'] {
  const speaker = speakerOf(before)
  return speaker !== undefined && deviceOf(speaker) ? { device: speaker } : {}
}

function of(digits: readonly Digits[], prefixes: readonly Digits[], flit: boolean, pieces: readonly Piece[], before = ''): Found {
  // Kernels before 6.15, CPER and lspci print no prefix; and where one is printed, it stands behind the header.
  const untold = prefixes.length === 0 && !flit
  return {
    name: 'TLP header',
    place: flit ? 'tlp-flit' : 'tlp',
    data: inOrder([...prefixes, ...digits], pieces),
    said: { headerLog: true, ...(untold ? {} : { prefixes: prefixes.length }), ...deviceIn(before), ...(digits.length < 4 && { cut: true }) },
    notes: [
      ...(digits.length < 4 ? [`the log holds ${digits.length} of four DWs`] : []),
      ...(untold && OF_DPC.test(before) ? ['the log does not tell whether the packet had a prefix: those stand on lines of their own, if at all'] : []),
    ],
  }
}

const TRACE = /^aer_event:\s{1,24}(\S{1,40}) PCIe Bus Error: severity=([^,\r\n]{1,40}), ?([^\r\n]{0,300}?),? ?TLP Header=\{((?:0x[0-9a-f]{1,8},?\s?){1,14})\}/di

/** The trace event of an error: 4 values, or 14, of which the values 5 to 8 are the prefixes where the log is not of flit mode. */
export const aerEvent = sentence({
  id: 'linux.trace.aer-event',
  anchors: ['aer_event: '],
  read(text, passage: Passage, last) {
    const match = TRACE.exec(text)
    if (!match) return last || text.length > 400 || /Not available/.test(text) ? undefined : 'more'
    const base = match.indices![4]![0]
    const values = [...match[4]!.matchAll(/0x([0-9a-f]{1,8})/gi)].map((m): Digits => ({ value: BigInt(m[0]), column: base + m.index + 2, length: m[1]!.length }))
    const device = deviceOf(match[1]!)
    const said = { device: match[1]!, severity: match[2]!, error: match[3]!.trim(), ...(device && { rid: device.rid }) }
    const later = values.slice(4)
    const prefixes = later.slice(0, 4).filter((d) => d.value !== 0n)
    if (later.some((d) => d.value !== 0n) && !(prefixes.every(isPrefix) && later.slice(4).every((d) => d.value === 0n))) {
      const found = of(values, [], true, passage.pieces)
      return { ...found, said: { ...found.said, ...said }, notes: ['the values behind the fourth are no prefixes, so that it is taken for one of flit mode'] }
    }
    const found = of(values.slice(0, 4), prefixes, false, passage.pieces)
    return { ...found, said: { ...found.said, ...said } }
  },
})

const INJECT = /^\s{0,16}(?:HEADER_LOG|HL)\s{1,8}((?:0x[0-9a-f]{1,8}|\d{1,10})(?:\s{1,8}(?:0x[0-9a-f]{1,8}|\d{1,10})){3})(?!\S)/di

/** The header log in an input of aer-inject: four numbers in any base of C. */
export const aerInject = sentence({
  id: 'aer-inject.header-log',
  anchors: ['HEADER_LOG ', 'header_log '],
  shape: /^\s{0,16}HL\s/i,
  read(text, { pieces }) {
    const match = INJECT.exec(text)
    if (!match) return undefined
    const base = match.indices![1]![0]
    const digits = [...match[1]!.matchAll(/0x([0-9a-f]+)|\d+/gi)].map((m): Digits => {
      const octal = m[1] === undefined && /^0[0-7]+$/.test(m[0])
      const value = octal ? BigInt(`0o${m[0].slice(1)}`) : BigInt(m[0])
      return { value, column: base + m.index + (m[1] === undefined ? 0 : 2), length: (m[1] ?? m[0]).length }
    })
    if (digits.some(({ value }) => value > 0xffff_ffffn)) return undefined
    const found = of(digits, [], false, pieces)
    return { ...found, name: 'HEADER_LOG' }
  },
})
