import { describe, expect, it } from 'vitest'
import { iommuFormats, linux, RefusedError } from '../../src/index.ts'
import type { DeviceHandle, IommuEvent } from '../../src/index.ts'
import { deviceIdOf } from './device-id.ts'
import { benchOf, NO_PASID, requestBytes, RESPONSE } from './support.ts'
import { flipped, numbers, randomBytes } from '../support/bytes.ts'

/**
 * A guest that holds one device, and would answer for its neighbour's: structs at random, and structs that would be right
 * for the neighbour but for a bit or two.
 */

const STRUCTS = 100_000
const MINE = 0x300
const OTHERS = [0x308, 0x301, 0x200, 0] as const
const PASIDS = [null, 1, 0x12345, 0xfffff] as const
const INDEXES = [0, 1, 0x1ab, 0x1ff] as const

/** One struct of the hostile caller. */
function structOf(next: () => number): Uint8Array {
  const kind = next() % 8
  if (kind === 0) return randomBytes(next, next() % 49)
  if (kind === 1) return randomBytes(next, 24)
  const pasid = PASIDS[next() % 4]!
  const valid = linux.pageResponseMsg.encode({
    addr: 0n,
    pasid: pasid ?? next(),
    respCode: [0, 1, 0xf][next() % 3]!,
    pasidPresent: pasid !== null,
    pageReqGroupId: INDEXES[next() % 4]!,
    type: 1 + (next() % 2),
    privateData: 0,
  })
  return Array.from({ length: kind % 3 }).reduce<Uint8Array>((bytes) => flipped(bytes, next() % 192), valid)
}

/** Neighbours with a group pending under every name that the guest uses, and a partial one. */
function crowded(format: string) {
  const bench = benchOf(format)
  const mine = bench.iommu.attach({ rid: MINE })
  const others = OTHERS.map((rid) => bench.iommu.attach({ rid }))
  for (const rid of OTHERS) ask(bench, format, rid)
  return { ...bench, mine, others }
}

function ask({ iommu }: Pick<ReturnType<typeof benchOf>, 'iommu'>, format: string, rid: number): void {
  for (const pasid of PASIDS) {
    for (const pageReqGroupId of INDEXES) {
      const asked = { ...(pasid === null ? NO_PASID : { pasid }), pageReqGroupId }
      const stream = format === 'vtd.page-request-v2' && pasid === 1
      iommu.receive(requestBytes(format, asked, { rid, ...(stream && { streamResponseRequested: true }) }))
    }
  }
}

interface Tally {
  sent: number
  answered: number
  readonly refused: Map<string, number>
}

/** Sends a struct; whatever comes of it must be an answer for the own device, or a refusal that changes nothing. */
function send(bench: ReturnType<typeof crowded>, handle: DeviceHandle, bytes: Uint8Array, tally: Tally): void {
  const { iommu, events, others } = bench
  const own = handle.outstanding
  const all = iommu.outstanding
  const state = ++tally.sent % 20 === 0 ? JSON.stringify(iommu.snapshot()) : undefined
  events.length = 0
  try {
    const response = iommu.respondBytes(handle, bytes)
    const answer = events.at(-1) as IommuEvent & { type: 'answer' }
    if (deviceIdOf(answer.record, response) !== MINE || answer.device !== 1) throw new Error(`answered for another device: ${Buffer.from(bytes).toString('hex')}`)
    if (handle.outstanding.groups !== own.groups - 1 || iommu.outstanding.groups !== all.groups - 1) throw new Error('not counted once')
    tally.answered++
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    tally.refused.set(error.reason, (tally.refused.get(error.reason) ?? 0) + 1)
    if (JSON.stringify([handle.outstanding, iommu.outstanding]) !== JSON.stringify([own, all])) throw new Error('refused, and yet counted')
    if (state !== undefined && JSON.stringify(iommu.snapshot()) !== state) throw new Error('refused, and yet changed')
  }
  if (others.some(({ outstanding }) => outstanding.groups !== PASIDS.length * INDEXES.length)) throw new Error('a neighbour lost a group')
}

describe('the hostile caller', () => {
  it.each(iommuFormats)('gets nothing but its own answers, and changes nothing else: %s', (format) => {
    const rounds = Math.ceil(STRUCTS / iommuFormats.length)
    const bench = crowded(format)
    const neighbours = bench.iommu.snapshot().pending
    const next = numbers(STRUCTS + iommuFormats.indexOf(format))
    const idle: Tally = { sent: 0, answered: 0, refused: new Map() }
    for (let i = 0; i < rounds / 2; i++) send(bench, bench.mine, structOf(next), idle)
    expect(idle.answered).toBe(0)
    expect(bench.iommu.snapshot().pending).toEqual(neighbours)

    const busy: Tally = { sent: 0, answered: 0, refused: new Map() }
    for (let i = 0; i < rounds / 2; i++) {
      if (i % 50 === 0) ask(bench, format, MINE)
      send(bench, bench.mine, structOf(next), busy)
    }
    expect(busy.answered).toBeGreaterThan(100)
    expect([...busy.refused.keys()]).toEqual(expect.arrayContaining(['malformed', 'no-such-group', 'wrong-pasid', 'wrong-type', 'wrong-code']))
    expect(bench.iommu.snapshot().pending.filter(({ device }) => device !== 1)).toEqual(neighbours)

    // The neighbours' own answers are still good.
    for (const [i, handle] of bench.others.entries()) {
      const response = bench.iommu.respond(handle, RESPONSE)
      const { record } = bench.events.at(-1) as IommuEvent & { type: 'answer' }
      expect(deviceIdOf(record, response)).toBe(OTHERS[i])
    }
  })
})
