import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { wrap } from '../../src/cli/table.ts'
import { assignments } from '../../src/cli/values.ts'
import { parseLspci } from '../../src/ingest/lspci-spaces.ts'
import { check, decodeRange, record, toPageRequest } from '../../src/index.ts'
import type { AnyMessage, AnyRecord, CheckContext, Finding } from '../../src/index.ts'
import { fromHex, toHex } from '../support/bytes.ts'

/** docs/exchange.md: what stands below the bytes of its blocks is written by this test (`npx vitest run test/translate/check-exchange.test.ts -u`). */

const path = fileURLToPath(new URL('../../docs/exchange.md', import.meta.url))
const document = readFileSync(path, 'utf8')

interface Block {
  readonly label: string
  readonly ids: readonly string[]
  readonly hex: string
}

const FENCE = /```text\n(\w+): (.+)\n(.+)\n[^`]*```/g
const blocks = [...document.matchAll(FENCE)].map(([, label, ids, hex]): Block => ({ label: label!, ids: ids!.split(', '), hex: hex! }))

interface Part {
  readonly codec: AnyRecord
  readonly message: AnyMessage
  /** What `decode` would refuse, as `inspect` says it. */
  readonly refused: readonly Finding[]
  readonly reserved: Record<string, bigint>
}

/** The records of a block, which must take all of its bytes. */
function partsOf({ ids, hex }: Block): Part[] {
  const bytes = fromHex(hex)
  let offset = 0
  const parts = ids.map((id): Part => {
    const codec = record(id)
    const { findings, parts: bits } = codec.inspect(bytes, offset)
    const message = codec.decode(bytes, offset, { reserved: 'ignore' })
    offset += codec.size
    const set = bits.flatMap(({ kind, bits: at, raw }) => (kind === 'reserved' && raw ? [[at, raw] as const] : []))
    return { codec, message, refused: findings.filter(({ id: rule }) => rule === 'reserved'), reserved: Object.fromEntries(set) }
  })
  expect(offset, hex).toBe(bytes.length)
  return parts
}

/** What is known so far, for the blocks that follow. */
let known: CheckContext = {}

/** A block as it should be. What it says is known from then on, unless it was put together to be wrong. */
function render(block: Block): string {
  const parts = partsOf(block)
  const has = (id: string): AnyMessage | undefined => parts.find(({ codec }) => codec.id === id)?.message
  const prefix = has('pcie.pasid-prefix') ?? flitPasid(has('pcie-flit.ohc-a1') ?? has('pcie-flit.ohc-a4'))
  const beside = { ...known, pasidPrefix: (prefix ?? null) as CheckContext['pasidPrefix'] & object | null }
  const lines = parts.flatMap(({ codec, message, refused, reserved }) => {
    const fields = assignments(codec, Object.fromEntries(Object.entries(message).filter(([, value]) => Number(value) !== 0)))
    const findings = [...refused, ...check(codec, message, { ...beside, reserved })]
    return [
      ...wrap(fields.join(' '), 118),
      ...findings.flatMap(({ severity, id, message: text }) => wrap(`${severity} ${id}: ${text}`, 114).map((line, i) => `${i === 0 ? '  ' : '    '}${line}`)),
    ]
  })
  for (const part of parts) learn(part, beside)
  return `\`\`\`text\n${block.label}: ${block.ids.join(', ')}\n${block.hex}\n${lines.filter((line) => line.trim() !== '').join('\n')}\n\`\`\``
}

function flitPasid(word: AnyMessage | undefined): AnyMessage | undefined {
  return word?.['pasidValid'] ? { executeRequested: false, privilegedModeRequested: false, ...word } : undefined
}

function learn({ codec: { id }, message }: Part, { pasidPrefix }: CheckContext): void {
  const [family, what] = [id.slice(0, id.indexOf('.')), id.slice(id.indexOf('.') + 1)]
  if (family === 'config') known = { ...known, capabilities: { ...known.capabilities, [what.replace('-capability', '')]: message } }
  if (what === 'translation-request-64') known = { ...known, translationRequest: { length: Number(message['length']), pasidPrefix: pasidPrefix! } }
  if (what === 'invalidate-request') known = { ...known, invalidateRequest: { itag: Number(message['itag']) } }
  if (id === 'smmuv3.pri-queue-entry') {
    const { request, identity } = toPageRequest(id, message)
    known = { ...known, pageRequest: { ...request, rid: identity.rid! } }
  }
}

describe('the document of the exchange', () => {
  it('has blocks, each labelled', () => {
    expect(blocks.length).toBeGreaterThan(20)
    expect(document.match(/```/g)).toHaveLength(2 * blocks.length)
    expect(blocks.filter(({ label }) => !['captured', 'derived', 'synthetic'].includes(label))).toEqual([])
  })

  it('says below the bytes what they are, and what is wrong with them', async () => {
    const written = document.replace(FENCE, (_text, label: string, ids: string, hex: string) => render({ label, ids: ids.split(', '), hex }))
    await expect(written).toMatchFileSnapshot(path)
  })

  it('has bytes that encode gives back, where nothing reserved is set', () => {
    for (const block of blocks) {
      const parts = partsOf(block)
      if (parts.some(({ refused }) => refused.length > 0)) continue
      expect(parts.map(({ codec, message }) => toHex(codec.encode(message))).join('')).toBe(block.hex.replaceAll(' ', ''))
    }
  })

  it('has nothing wrong but in what is put together to be wrong', () => {
    for (const { label, ids, hex } of blocks.filter(({ label }) => label !== 'synthetic')) {
      for (const { codec, message, refused } of partsOf({ label, ids, hex })) {
        expect([...refused, ...check(codec, message).filter(({ severity }) => severity !== 'note')], hex).toEqual([])
      }
    }
  })

  it('takes back 2 MiB around the page that was asked for', () => {
    const ids = ['vtd.pasid-device-tlb-invalidate', 'pcie.invalidate-request'] as const
    const ranges = blocks.flatMap(partsOf).flatMap(({ codec, message }) => ids.filter((id) => id === codec.id).map((id) => decodeRange(id, message as never)))
    expect(ranges).toEqual(ids.map(() => ({ address: 0x7f0123400000n, size: 0x200000n })))
  })

  it('shows findings of every severity', () => {
    for (const text of ['  error ', '  warning ', '  note ']) expect(document).toContain(`\n${text}`)
  })
})

const sample = fileURLToPath(new URL('../../../shared/samples/config-space/pciutils-pri-pasid.txt', import.meta.url))
if (!existsSync(sample)) console.warn(`skipped: the sample is not at ${sample}`)

describe.skipIf(!existsSync(sample))('what the document calls captured (shared samples)', () => {
  it('is what the hardware had', () => {
    const [device] = parseLspci(readFileSync(sample, 'utf8'))
    const there = toHex(device!.bytes)
    const captured = blocks.filter(({ label }) => label === 'captured').map(({ hex }) => hex.replaceAll(' ', ''))
    expect(captured).toHaveLength(3)
    for (const hex of captured) expect(there).toContain(hex)
  })
})
