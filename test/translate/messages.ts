import fc from 'fast-check'
import type { Value } from '../../src/index.ts'
import { widthOf } from './oracle.ts'
import type { Values } from './oracle.ts'
import type { Row } from './rows.ts'

/** A user's read at 03:00.0, answered with success: the message from which others are made, whatever the format. */
const REQUEST: Values = {
  addr: 0x7f01_2345_6000n, pasid: 0x12345, pasidPresent: true, pageReqGroupId: 0x1ab, last: true,
  read: true, write: false, execute: false, privileged: false, privateData: 0n,
}
const RESPONSE: Values = { addr: 0n, pasid: 0x12345, respCode: 0, pasidPresent: true, pageReqGroupId: 0x1ab, type: 2, privateData: 0n }
const IDENTITY: Values = { rid: 0x300, devId: 1, cookie: 7, pasidRequired: true }

/** The message in a form that the format can hold. */
export function baseOf(kind: 'request' | 'response', row: Row): Values {
  const values = { ...(kind === 'request' ? REQUEST : RESPONSE), ...IDENTITY, ...row.only, ...row.soft }
  return row.places.addr || kind === 'response' ? values : { ...values, addr: 0n, pageReqGroupId: 0 }
}

const maxAndMore = (name: string, widths: number[], extra: Values = {}): Values[] =>
  widths.flatMap((width) => [2 ** width - 1, 2 ** width].map((value) => ({ ...extra, [name]: value })))
const bigMaxAndMore = (name: string, widths: bigint[], unit: bigint): Values[] =>
  widths.flatMap((width) => [((1n << width) - 1n) * unit, (1n << width) * unit].map((value) => ({ [name]: value })))

const shared: Values[] = [
  {},
  ...maxAndMore('pasid', [20, 32], { pasidPresent: true }),
  ...maxAndMore('pageReqGroupId', [9, 16, 32]),
  ...maxAndMore('rid', [16]),
  ...maxAndMore('segment', [1, 8, 16]),
  ...maxAndMore('devId', [32]),
  ...maxAndMore('cookie', [32]),
  ...maxAndMore('iommuRid', [16]),
  ...bigMaxAndMore('privateData', [23n, 32n, 64n, 128n], 1n),
  ...bigMaxAndMore('addr', [52n], 4096n),
  ...['rid', 'segment', 'devId', 'cookie', 'pageReqGroupId', 'pasid'].flatMap((name) => [-1, 1.5, Number.NaN].map((value) => ({ [name]: value }))),
  ...['addr', 'privateData'].map((name) => ({ [name]: -4096n })),
  ...['rid', 'segment', 'devId', 'cookie', 'iommuRid', 'pasidRequired'].map((name) => ({ [name]: undefined })),
  { addr: 0x1001n }, { addr: (1n << 64n) - 1n }, { addr: 0n },
  { pasidPresent: false, pasid: 0 }, { pasidPresent: false, pasid: 1 }, { pasidPresent: true, pasid: 0 },
]

/** Changes to a base message, each at or just past an edge of some format. */
export const probes: Readonly<Record<'request' | 'response', readonly Values[]>> = {
  request: [
    ...shared,
    { streamResponseRequested: true }, { batchOfFaults: true }, { streamResponseRequested: false, batchOfFaults: false },
    { last: false }, { read: false }, { read: false, write: true }, { write: true },
    ...['execute', 'privileged'].flatMap((name) => [{ [name]: true }, { [name]: true, pasidPresent: false, pasid: 0 }]),
  ],
  response: [
    ...shared,
    ...[0, 1, 2, 3].map((type) => ({ type })),
    ...Array.from({ length: 18 }, (_, respCode) => ({ respCode })), { respCode: -1 },
    { pasidRequired: false }, { pasidRequired: false, pasidPresent: false, pasid: 0 },
  ],
}

/** What all rows ask of a message alike, or `undefined` where they contradict each other. */
export function commonDemands(rows: readonly Row[]): Values | undefined {
  const demands: Record<string, Value> = {}
  for (const [name, value] of rows.flatMap(({ only, soft }) => Object.entries({ ...only, ...soft }))) {
    if ((demands[name] ??= value) !== value) return undefined
  }
  return rows.some(({ readOrWrite }) => readOrWrite) && demands.read === false && demands.write === false ? undefined : demands
}

/** Messages that each of the rows can hold whole. */
export function messagesOf(kind: 'request' | 'response', rows: readonly Row[], demands: Values): fc.Arbitrary<Values> {
  const width = (name: string, concerned: (row: Row) => boolean = () => true) => Math.min(...rows.filter(concerned).map((row) => widthOf(row, name)), 128)
  const inRecord = (name: string) => width(name, ({ places, byReference }) => !byReference || places[name] !== undefined)
  const big = (bits: number, low = 0) => fc.bigInt({ min: 0n, max: (1n << BigInt(bits)) - 1n }).map((value) => value << BigInt(low))
  const number = (bits: number) => fc.integer({ min: 0, max: 2 ** Math.min(bits, 32) - 1 })
  const flagIn = (name: string) => (rows.every(({ places }) => places[name]) ? fc.boolean() : fc.constant(false))
  const segmentBits = width('segment', ({ places }) => places.rid !== undefined)
  const addressBits = width('addr')

  const identity = {
    rid: number(16),
    segment: segmentBits === 0 ? fc.constant(undefined) : fc.option(fc.integer({ min: 1, max: 2 ** Math.min(segmentBits, 16) - 1 }), { nil: undefined }),
    devId: number(32),
    cookie: number(32),
  }
  const message = {
    addr: addressBits === 64 ? big(64) : addressBits === 0 ? fc.constant(0n) : big(52, 12),
    pasid: number(inRecord('pasid')),
    pasidPresent: fc.boolean(),
    privateData: big(width('privateData')),
    pageReqGroupId: number(inRecord('pageReqGroupId')),
  }
  const pasidRequired = fc.boolean()
  if (kind === 'request') {
    const flags = { last: fc.boolean(), read: fc.boolean(), write: fc.boolean(), execute: fc.boolean(), privileged: fc.boolean() }
    const beside = { streamResponseRequested: flagIn('streamResponseRequested'), batchOfFaults: flagIn('batchOfFaults') }
    return fc.record({ ...message, ...flags, ...beside, ...identity, pasidRequired }).map((values) => consistent(rows, { ...values, ...demands }))
  }
  const codes = [0, 1, 15].filter((code) => rows.every((row) => row.codes?.[code] !== undefined))
  const answer = { respCode: fc.constantFrom(...codes), type: fc.constantFrom(1, 2), iommuRid: number(16) }
  return fc.record({ ...message, ...answer, ...identity, pasidRequired }).map((values) => {
    const one = consistent(rows, { ...values, ...demands })
    return { ...one, pasidRequired: one.pasidPresent }
  })
}

/** The same message, free of what contradicts itself or one of the rows. */
function consistent(rows: readonly Row[], values: Values): Values {
  const pasid = values.pasidPresent ? values.pasid : 0
  const pasidPresent = values.pasidPresent && !(pasid === 0 && rows.some(({ pasidZeroIsNone }) => pasidZeroIsNone))
  const permitted = pasidPresent || !rows.some(({ permissionsWithPasid }) => permissionsWithPasid)
  const write = rows.some(({ readOrWrite }) => readOrWrite) ? !values.read : values.write
  return { ...values, pasid, pasidPresent, ...('read' in values && { write, execute: values.execute && permitted, privileged: values.privileged && permitted }) }
}
