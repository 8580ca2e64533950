import { words } from '../hit.ts'
import type { Digits, Hit } from '../hit.ts'
import type { Passage } from '../line.ts'
import { cutOff } from '../source.ts'

/**
 * Fields of a trace event as they are: trace-cmd writes numbers in decimal, and those of type long in hexadecimal; the kernel both,
 * the second in brackets.
 */
const FIELD = /(?:^|\s)([a-z]\w{0,20})=(?:0x([0-9a-f]{1,16})|(\d{1,20}))(?: \(-?\d{1,20}\))?(?=[\s,]|$)/dgi
const IOMMU = /\siommu=([\w.-]{1,40})/
const DEVICE = /\sdev=([\w:.-]{1,40})/
/** Characters of an event up to where its numbers end. */
const NUMBERS = 400
const WORD = 8

/** What the four words of an event are, by their names; undefined where it is printed in another way. */
export function rawWords(text: string, names: readonly string[], { pieces }: Passage, last: boolean): Pick<Hit, 'data' | 'said' | 'notes'> | 'more' | undefined {
  const found = new Map<string, Digits>()
  for (const { 1: name, 2: hex, 3: decimal, indices } of text.slice(0, NUMBERS).matchAll(FIELD)) {
    found.set(name!, hex === undefined ? { value: BigInt(decimal!), column: 0, length: 0 } : { value: BigInt(`0x${hex}`), column: indices![2]![0], length: hex.length })
  }
  const given = names.map((name) => found.get(name))
  const isWhole = given.every((one) => one !== undefined)
  if (!given.some((one) => one !== undefined)) return undefined
  if (given.some((one) => one !== undefined && one.value >> 64n > 0n)) return undefined
  if (!isWhole && !last) return cutOff(text, false, NUMBERS)
  // A number at the end of a line that is cut short may have lost digits.
  const { bytes, known, spans } = words(names.length * WORD, WORD, 'number', isWhole ? given : upToCut(text, given), pieces)
  const [iommu, device, sequence] = [IOMMU.exec(text)?.[1], DEVICE.exec(text)?.[1], found.get('seq')]
  return {
    data: { bytes, known, spans: spans.filter(({ start, end }) => end > start) },
    said: { ...(iommu !== undefined && { iommu }), ...(device !== undefined && { device }), ...(sequence && { sequence: Number(sequence.value) }) },
    notes: isWhole ? [] : ['the line is cut short'],
  }
}

const upToCut = (text: string, given: readonly (Digits | undefined)[]): readonly (Digits | undefined)[] => {
  const isCut = /[0-9a-f]$/i.test(text)
  const end = given.findLastIndex((one) => one !== undefined)
  return given.map((one, i) => (isCut && i === end ? undefined : one))
}
