import { describe, expect, it } from 'vitest'
import { read } from '../../src/ingest/index.ts'

/** Lines of several devices and programs that stand between one another. All of them are synthetic, in the spelling of the drivers. */

const SMMU = 'arm-smmu-v3 9050000.smmuv3: '
const OTHER = 'arm-smmu-v3 9060000.smmuv3: '

const qwords = (...words: readonly bigint[]): readonly string[] => words.map((word) => `\t0x${word.toString(16).padStart(16, '0')}`)
const by = (speaker: string, texts: readonly string[]): readonly string[] => texts.map((text) => `${speaker}${text}`)
const stamped = (lines: readonly string[], when = '1.0'): readonly string[] => lines.map((line) => `[    ${when}] ${line}`)

const WORDS = [0x200_0000_0010n, 0x200_0000_0000n, 0xffff_f000n, 0xabc000n] as const
const OTHER_WORDS = [0x300_0000_0010n, 0x208_0000_0000n, 0xeeee_e000n, 0xdef000n] as const
const event = (speaker: string, words: readonly bigint[]): readonly string[] => by(speaker, ['event 0x10 received:', ...qwords(...words)])

/** One line of each in turn. */
const inTurn = (a: readonly string[], b: readonly string[]): readonly string[] => a.flatMap((line, i) => [line, ...(i < b.length ? [b[i]!] : [])])
const items = (lines: readonly string[]) => read(lines.join('\n')).items
const events = (lines: readonly string[]) => items(lines).map(({ record, message, absent }) => [record, message['streamId'], message['inputAddress'], message['ipa'], absent.length])

const FIRST = ['smmuv3.stall-event', 0x200, 0xffff_f000n, 0xabc000n, 0]
const SECOND = ['smmuv3.stall-event', 0x300, 0xeeee_e000n, 0xdef000n, 0]
const THREE_WORDS = ['smmuv3.stall-event', 0x200, 0xffff_f000n, undefined, 3]

describe('words of an SMMU', () => {
  const whole = event(SMMU, WORDS)

  it.each([
    'efi: memattr table at 0x00000000deadb000', 'random: seed 0x1234567812345678', 'R13: 0x00000000deadb000', 'foo: bar: 0x00000000deadb000',
    'GICv3: CPU0: found redistributor 0 region 0:0x00000000080a0000', 'BTRFS info: uuid base 0xfff0f0f0', `${OTHER}\t0x00000000deadb000`, 'arm-smmu-v3 19050000.smmuv3: \t0x00000000deadb000', 'arm-smmu-v3 50000.smmuv3: \t0x00000000deadb000',
  ])('are not in a line of somebody else: %s', (line) => {
    for (let at = 1; at <= whole.length; at++) for (const dress of [stamped, (lines: readonly string[]) => lines]) {
      expect(events(dress(whole.toSpliced(at, 0, line)))).toEqual([FIRST])
      // Nor does it fill what is missing.
      expect(events(dress([...whole.slice(0, 4), line, 'done'])), `${at}`).toEqual([THREE_WORDS])
    }
  })

  it('are those of each, where two speak at once', () => {
    expect(events(stamped(inTurn(whole, event(OTHER, OTHER_WORDS))))).toEqual([FIRST, SECOND])
    expect(events(stamped([...whole.slice(0, 3), ...event(OTHER, OTHER_WORDS), ...whole.slice(3)]))).toEqual([FIRST, SECOND])
    // One says more of its event than the words.
    const more = (speaker: string, address: string, access: string): readonly string[] => by(speaker, [`event: F_TRANSLATION client: (unassigned sid) sid: 0x200 ssid: 0x0 iova: ${address} ipa: 0x0`, `${access} data read s1 "Input address caused fault" stag: 0x0`])
    const [a, b] = [more(SMMU, '0x1000', 'priv'), more(OTHER, '0x2000', 'unpriv')]
    expect(items(stamped(inTurn(a, b))).map(({ message }) => [message['inputAddress'], message['privileged']])).toEqual([[0x1000n, true], [0x2000n, false]])
    expect(items(stamped([a[0]!, b[0]!, b[1]!, a[1]!])).map(({ message }) => [message['inputAddress'], message['privileged']])).toEqual([[0x1000n, true], [0x2000n, false]])
  })

  it('are said more of by the same SMMU', () => {
    const more = (speaker: string, client: string): string => `${speaker}event: F_TRANSLATION client: ${client} sid: 0x200 ssid: 0x0 iova: 0xfffff000 ipa: 0x0`
    const found = items(stamped([...inTurn(whole, event(OTHER, WORDS)), more(OTHER, 'gpu'), more(SMMU, 'nvme')]))
    expect(found.map(({ said }) => [said['iommu'], said['client']])).toEqual([['9050000.smmuv3', 'nvme'], ['9060000.smmuv3', 'gpu']])
  })

  it('are not those of the next event of the same SMMU', () => {
    expect(events(stamped([...whole.slice(0, 4), ...event(SMMU, OTHER_WORDS)]))).toEqual([THREE_WORDS, SECOND])
    expect(events(stamped([...whole.slice(0, 4), ...by(SMMU, ['skipping command in error state:', ...qwords(0x3841n, 0n)])]))[0]).toEqual(THREE_WORDS)
  })

  it('may stand alone in their lines, the names being cut or broken off', () => {
    expect(events([whole[0]!, ...qwords(...WORDS)])).toEqual([FIRST])
    expect(events(whole.flatMap((line) => line.split('arm-smmu-v3 ').map((part, i) => (i === 0 ? 'arm-smmu-v3' : part))))).toEqual([FIRST])
    expect(events(by('50000.smmuv3: ', ['event 0x10 received:']).concat(whole.slice(1)))).toEqual([FIRST])
    expect(events(['event 0x10 received:', ...whole.slice(1)])).toEqual([FIRST])
    // The first word tells who speaks, where the heading does not.
    expect(events(['event 0x10 received:', ...whole.slice(1).toSpliced(1, 0, `${OTHER}\t0x00000000deadb000`)])).toEqual([FIRST])
  })

  it('of a command that is skipped are not in a line of somebody else', () => {
    const command = by('arm-smmu-v3 arm-smmu-v3.2.auto: ', ['skipping command in error state:', ...qwords(0x7501_0000_3841n, 0x11a1n)])
    for (let at = 1; at <= command.length; at++) {
      expect(items(command.toSpliced(at, 0, 'systemd[1]: cgroup id 0x00000000000021a1')).map(({ message }) => [message['streamId'], message['prgIndex']])).toEqual([[0x7501, 0x1a1]])
    }
    expect(items([...command.slice(0, 2), 'systemd[1]: cgroup id 0x00000000000021a1'])[0]!.findings.map(({ message }) => message)).toContain('the log holds one word of two')
  })

  it('are whole at 80 columns, whatever line follows without a prefix', () => {
    const prefix = '01-12 03:04:05.678     0     0 E '
    const android = by(prefix, event('arm-smmu-v3 2b400000.iommu: ', WORDS))
    expect(android[1]).toHaveLength(80)
    for (const line of ['x', '--------- beginning of main', '0']) {
      expect(events([...android, line])).toEqual([FIRST])
      expect(events([...android, line, `${prefix}SurfaceFlinger: fence 0x0000001c00002812`])).toEqual([FIRST])
      expect(events(android.toSpliced(3, 0, line))).toEqual([FIRST])
    }
  })

  it('of a page request are those of its SMMU', () => {
    const request = (speaker: string, sid: string): readonly string[] => by(speaker, ['unexpected PRI request received:', `\tsid 0x${sid}.0x00000: [5L] privileged RW access at iova 0x0000000000001000`])
    const [a, b] = [request(SMMU, '00000200'), request(OTHER, '00000300')]
    expect(items(stamped([a[0]!, b[1]!, a[1]!])).map(({ message }) => message['streamId'])).toEqual([0x200, 0x300])
    expect(items(stamped(inTurn(a, b))).map(({ message }) => message['streamId'])).toEqual([0x200, 0x300])
  })
})

describe.each([['CMD', 8], ['DTE', 16]] as const)('numbered words of AMD, %s', (name, digits) => {
  const word = (number: number, of: number): string => `AMD-Vi: ${name}[${number}]: ${(of * 16 + number + 1).toString(16).padStart(digits, '0')}`
  /** The lines, `0` to `3`, and `7` that it has not, for words of a first record and `a` to `d` for those of a second, and what was read of each: line, words, whose they are. */
  const groups = (order: string) => {
    const lines = [...order].map((letter) => ('01237'.includes(letter) ? word(Number(letter), 1) : 'abcd'.includes(letter) ? word('abcd'.indexOf(letter), 2) : 'AMD-Vi: something else'))
    return items(stamped([...lines, ...Array.from({ length: 5 }, () => 'end')])).map(({ line, data, findings }) => {
      const own = Array.from({ length: 4 }, (_, i) => (data!.known[i * (digits / 2)] === 0 ? '-' : data!.bytes[i * (digits / 2)]! >> 4 === 1 ? String(i) : 'abcd'[i]!)).join('')
      return [line, own, findings.some(({ message }) => message.includes('mixed'))]
    })
  }

  it.each<[string, readonly unknown[]]>([
    ['0123abcd', [[1, '0123', false], [5, 'abcd', false]]],
    ['01723', [[1, '0123', false]]],
    // One is cut short, and the next is whole.
    ['01abcd', [[1, '01--', false], [3, 'abcd', false]]],
    ['0xxabcd', [[1, '0---', false], [4, 'abcd', false]]],
    // Two at once, of which the numbers tell the words.
    ['01xa2b3cd', [[1, '0123', false], [4, 'abcd', false]]],
    ['012a3bcd', [[1, '0123', false], [4, 'abcd', false]]],
    // Two at once, of which nothing tells them.
    ['0a1b2c3d', [[1, '0---', true], [2, 'a---', true]]],
    ['0a123bcd', [[1, '0---', true], [2, 'a---', true]]],
    ['01abcd23', [[1, '01--', true], [3, 'ab--', true]]],
    // What was cut short before is no matter later.
    ['01abcd0a1b2c3d', [[1, '01--', false], [3, 'abcd', false], [7, '0---', true], [8, 'a---', true]]],
    // The first word of the second is lost.
    ['0b1c23d', [[1, '0---', true]]],
    ['02', [[1, '0---', false]]],
  ])('%s', (order, expected) => {
    expect(groups(order)).toEqual(expected)
  })

  it('are whole at 80 columns, whatever line follows without a prefix', () => {
    const text = [0, 1, 2, 3].map((number) => word(number, 1))
    const prefix = `Jun 15 11:59:17 ${'h'.repeat(80 - 16 - 9 - text[0]!.length)} kernel: `
    for (const at of [1, 2, 3, 4]) expect(items(by(prefix, text).toSpliced(at, 0, 'an end')).map(({ absent }) => absent)).toEqual([[]])
  })

  it('are read in the order in which they begin', () => {
    expect(items([word(0, 1), word(1, 1), 'AMD-Vi: Event logged [ILLEGAL_COMMAND_ERROR address=0x2003f2a40]', word(0, 2), word(2, 1), word(1, 2), word(3, 1), word(2, 2), word(3, 2)]).map(({ line }) => line)).toEqual([1, 3, 4])
  })
})

describe('an SMMU of FreeBSD', () => {
  const words = [0x10, 0x300, 0, 0x200, 0x8004_0000, 8, 0, 0]
  const printed = (speaker: string, sid: number): readonly string[] => by(`${speaker}: `, [
    'Event F_TRANSLATION (Translation fault.) received.', `SID ${sid.toString(16)}, Input Address: 880040000`, ...words.with(1, sid).map((word, i) => `evt[${i}] ${word.toString(16)}`),
  ])
  const streams = (lines: readonly string[]) => items(lines).map(({ record, line, message, said, absent }) => [record, line, message['streamId'], message['inputAddress'], said['iommu'], absent.length])

  it('prints eight words of an event, without leading zeros', () => {
    expect(streams(printed('smmu0', 0x300))).toEqual([['smmuv3.stall-event', 3, 0x300, 0x8_8004_0000n, 'smmu0', 0]])
    expect(streams([...printed('smmu0', 0x300), ...printed('smmu0', 0x301)]).map(([, , sid]) => sid)).toEqual([0x300, 0x301])
    expect(streams(by('Nov 27 01:02:03 host kernel: ', printed('smmu0', 0x300)))).toEqual([['smmuv3.stall-event', 3, 0x300, 0x8_8004_0000n, 'smmu0', 0]])
  })

  it('prints it apart from another', () => {
    expect(streams(inTurn(printed('smmu0', 0x300), printed('smmu1', 0x301))).map(([, , sid, , iommu, absent]) => [sid, iommu, absent])).toEqual([[0x300, 'smmu0', 0], [0x301, 'smmu1', 0]])
  })

  it('may be cut short, and then what is missing is not there', () => {
    const [item, ...none] = items(printed('smmu0', 0x300).slice(0, 6))
    expect(none).toEqual([])
    expect(item!.message).toMatchObject({ streamId: 0x300 })
    expect(item!.message).not.toHaveProperty('inputAddress')
    expect(item!.findings.map(({ message }) => message)).toContain('the log holds 4 of eight words')
    expect(items(['we print evt[0] 10', 'smmu0: evt[1] 300', 'here : evt[0] 10', 'smmu0: evt[1] 300'])).toEqual([])
  })
})
