import { deviceOf, segmentIn, speakerOf } from '../device.ts'
import type { Hit } from '../hit.ts'
import { unknown } from '../hit.ts'
import { eventQueue } from '../../spec/places/smmuv3.ts'
import { layoutOf } from '../../neighbours/index.ts'
import { Passage } from '../line.ts'
import type { Line } from '../line.ts'
import { MASKED, maskedNote } from '../masked.ts'
import { sentence } from '../source.ts'
import type { Source } from '../source.ts'
import { goesOnFor, isSaidBehind } from '../speaker.ts'
import { SmmuWordsSession } from './smmu-words.ts'

const ID = 'linux.smmuv3.event'
const ADDRESS = `(?:(0x[0-9a-f]{1,16})(?![0-9a-z?*#])|${MASKED})`
const NAMED = new RegExp(`(?:^|\\s)event: ([A-Z_]{4,24}|UNKNOWN) client: (\\(unassigned sid\\)|\\S{1,40}) sid: (0x[0-9a-f]{1,8}) ssid: (0x[0-9a-f]{1,5})(?: iova: ${ADDRESS} ipa: ${ADDRESS}| fetch_addr: ${ADDRESS})?`, 'i')
const ACCESS = /(?:^|\s)(priv|unpriv) (inst|data) (read|write) (s1|s2)\s+"([^"]{1,48})"( ttd_read| ttd_write)?( stall)? stag: (0x[0-9a-f]{1,4})/i

/** How the lines begin that say what an event means. */
const ALSO = /(?:^|\s)(?:event: [A-Z]|(?:un)?priv (?:inst|data) )/
const ACCESS_BEGINS = /(?:^|\s)(?:un)?priv (?:inst|data) /

/** Lines of others that may stand between the words. */
const PATIENCE = 6

/** Columns of the line that announces the words, with the blanks at its end: where more stands in it, it is spoken of. */
const LONGEST_TITLE = 200

const COUNT: readonly string[] = ['no word', 'one word', 'two words', 'three words']

/** An event of an SMMUv3: its number, then four words, a line each; newer kernels add what they mean. */
export const smmuEvent: Source = {
  id: ID,
  anchors: ['event 0x'],
  open(line, column) {
    const match = /^event (0x[0-9a-f]{2})(?:\s{0,4}r[a-z]{0,7}:?)?\s*\[?\s*$/i.exec(line.text.slice(column, column + LONGEST_TITLE))
    return match && line.text.length <= column + LONGEST_TITLE ? wordsBelow(line, line.text.slice(0, column), Number(match[1])) : undefined
  },
}

const WORD_OF_DRIVER = /^arm-smmu-v3 (\S{1,40}): \s*(0x[0-9a-f]{16})?\s*$/i

/** The words of an event whose first line was left out: a line each of the driver, of which the first begins with the number of an event. */
export const smmuEventWords: Source = {
  id: ID,
  anchors: ['arm-smmu-v3 '],
  open(line, column) {
    const [all, speaker, own] = WORD_OF_DRIVER.exec(line.text.slice(column, column + 100)) ?? []
    let session: SmmuWordsSession | undefined
    const begin = (word: string, from: Line): boolean => {
      const number = Number(BigInt(word) & 0xffn)
      if (eventQueue.entries.some(({ code }) => code === number)) session = wordsBelow(line, `arm-smmu-v3 ${speaker}:`, number)
      return session?.take(from) === true
    }
    if (all === undefined || (own !== undefined && !begin(own, line))) return undefined
    return {
      patience: PATIENCE,
      // The driver prints the words of commands in the same way, and those are two.
      mayBeNothing: true,
      get done() {
        return session?.done === true
      },
      needs: (next) => session?.needs(next) === true,
      take(next) {
        if (session) return session.take(next)
        // A mail client has put the first word on a line of its own.
        const [, word] = /^\s*(0x[0-9a-f]{16})\s*$/i.exec(next.stamped ? '' : next.text) ?? []
        return word !== undefined && begin(word, next)
      },
      hits: () => (session?.isFull ? session.hits() : []),
    }
  },
}

/** Lines over which a mail client breaks the two. */
const BREAKS = 4
const NUMBER_AT_END = /(?:(?:iova|ipa|fetch_addr|s?sid):?|[0-9a-fx])$/i
const NUMBER_BEGINS = /^\s*(?:0x)?[0-9a-f]{1,16}(?:\s|$)/i

/** Whether a line without a time goes on with what is said of an event. */
function goesOnBelow({ text, line, last }: Passage, next: string): boolean {
  if (last - line >= BREAKS) return false
  return !NAMED.test(text) || /(?:^|\s)(?:un)?priv(?:\s|$)/.test(`${text} ${next}`) || (NUMBER_AT_END.test(text.trimEnd()) && NUMBER_BEGINS.test(next))
}

function wordsBelow(line: Line, before: string, number: number): SmmuWordsSession {
  const speaker = speakerOf(before)
  const said: Record<string, string | number> = { event: number, ...(speaker !== undefined && { iommu: speaker }) }
  let more: Passage | undefined
  return new SmmuWordsSession({
    source: ID, first: line, before, count: 4, patience: PATIENCE,
    also: (next, { bytes, known }, by) => {
      const begin = ALSO.exec(next.text)
      if (begin && !goesOnFor(by, next.text.slice(0, begin.index + 1))) return false
      const sid = NAMED.exec(next.text)?.[3]
      // What is said of another device is of another event.
      if (sid !== undefined && known[4] === 0xff && Number(sid) !== new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true)) return false
      if (/(?:^|\s)event: [A-Z_]{4,24}(?=\s|$)/.test(next.text)) more = new Passage(next)
      else if (more !== undefined && !ACCESS.test(more.text) && (next.stamped ? ACCESS_BEGINS.test(next.text) : goesOnBelow(more, next.text))) more.add(next)
      else if (!/^\s*received:/.test(next.text)) return false
      return true
    },
    hit: (data, given) => {
      const client = more && NAMED.exec(more.text)?.[2]
      const device = client === undefined ? undefined : deviceOf(client)
      const wrong = given > 0 && data.bytes[0] !== number
      return {
        place: 'smmuv3.event-queue',
        ...(given === 0 && { data: numbered(number) }),
        said: { ...said, ...(client !== undefined && { client }), ...segmentIn(device) },
        notes: [
          ...(given < 4 ? [`the log holds ${COUNT[given]} of four`] : []),
          ...(wrong ? [`the line says event 0x${number.toString(16).padStart(2, '0')}, the words are of event 0x${data.bytes[0]!.toString(16)}: lines are missing or mixed`] : []),
        ],
      }
    },
  })
}

/** What newer kernels say of an event, where its words are not there. */
export const smmuEventNamed = sentence({
  id: 'linux.smmuv3.event-named',
  anchors: ['event: F_', 'event: C_', 'event: E_', 'event: UNKNOWN'],
  patience: 3,
  goesOn: (text, next, { before }) => isSaidBehind(before, ACCESS_BEGINS, next) || (!next.stamped && (!/ipa: 0x[0-9a-f]+\s*$/i.test(text) || /^\s*["(a-z0-9]/i.test(next.text))),
  read(text, passage, last) {
    // Behind it other texts may stand.
    const named = NAMED.exec(text.slice(0, 300))
    if (!named) return /^event: [A-Z_]{4,24}(?: client: .{0,120})?$/.test(text) && !last ? 'more' : undefined
    if (named.index !== 0) return undefined
    const access = ACCESS.exec(text.slice(0, 600))
    if (!access && !last && passage.last - passage.line < 2 && / iova: /i.test(named[0])) return 'more'
    const [, name, client, sid, ssid, iova, ipa] = named as unknown as (string | undefined)[]
    const device = deviceOf(client!)
    const entry = eventQueue.entries.find((one) => one.name === name)
    const values = fieldsOf(sid!, ssid!, iova, ipa, access)
    const said = { event: name!, client: client!, ...segmentIn(device) }
    const hasAddresses = / iova: /i.test(named[0])
    const notes = ['the log holds no word of the event', ...maskedNote({ iova: hasAddresses && iova === undefined, ipa: hasAddresses && ipa === undefined })]
    if (entry?.id === undefined) return { name: name!, said: { ...said, sid: BigInt(sid!) }, notes }
    // An event that has no such field is printed with it all the same.
    const { fields } = layoutOf(entry.id)
    return { name: name!, record: entry.id, data: numbered(entry.code as number), fields: Object.fromEntries(Object.entries(values).filter(([field]) => Object.hasOwn(fields, field))), said, notes }
  },
})

/** The words of an event of which the number is known, and no more. */
export function numbered(number: number): NonNullable<Hit['data']> {
  const data = unknown(32)
  data.bytes[0] = number
  data.known[0] = 0xff
  return data
}

/** What the texts say of the cause, in the numbers of the CLASS field. */
const CLASSES: readonly string[] = ['CD fetch', 'Stage 1 translation table fetch', 'Input address caused fault', 'Reserved']

function fieldsOf(sid: string, ssid: string, iova: string | undefined, ipa: string | undefined, access: RegExpExecArray | null): NonNullable<Hit['fields']> {
  return {
    streamId: BigInt(sid),
    // An ssid of 0 is printed for events without a substream as well.
    ...(BigInt(ssid) !== 0n && { substreamId: BigInt(ssid), substreamValid: true }),
    ...(iova !== undefined && { inputAddress: BigInt(iova) }),
    ...(access && {
      privileged: access[1] === 'priv', instruction: access[2] === 'inst', read: access[3] === 'read', stage2: access[4] === 's2',
      stall: access[7] !== undefined, stag: BigInt(access[8]!),
      ...(CLASSES.includes(access[5]!) && { class: CLASSES.indexOf(access[5]!) }),
    }),
    ...(ipa !== undefined && BigInt(ipa) !== 0n && { ipa: BigInt(ipa) & ~0xfffn }),
  }
}
