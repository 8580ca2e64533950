import { CodecError } from '../codec/errors.ts'
import type { ConfigPasidCapability, ConfigPriCapability } from '../generated/config.ts'
import { identityOf } from '../translate/request-rules.ts'

/** A device, as `attach` takes it. `config.pri-capability` and `config.pasid-capability` decode to what `pri` and `pasid` take. */
export interface DeviceInit {
  /** Requester ID, 16 bits. */
  readonly rid?: number
  /** PCI segment, for the formats that have a place for it. */
  readonly segment?: number
  /** Arm StreamID, 32 bits, in place of `rid` and `segment`. */
  readonly streamId?: number
  /** Domain that the device is attached to; null for none: nothing can then be answered. Default 0. */
  readonly domain?: number | null
  /**
   * The Page Request Interface. By default it is enabled, takes any number of requests, and a PASID goes with the
   * responses to requests that had one. The allocation is by default the capacity.
   */
  readonly pri?: Partial<Pick<ConfigPriCapability, 'enable' | 'prgResponsePasidRequired' | 'pageRequestCapacity' | 'pageRequestAllocation'>>
  /** PASIDs. By default enabled, 20 bits wide. */
  readonly pasid?: Partial<Pick<ConfigPasidCapability, 'enable' | 'maxPasidWidth'>>
}

/** The same, with every default filled in. */
export interface FullDeviceInit extends Omit<DeviceInit, 'streamId'> {
  readonly domain: number | null
  readonly pri: NonNullable<DeviceInit['pri']> & Pick<ConfigPriCapability, 'enable' | 'prgResponsePasidRequired'>
  readonly pasid: Pick<ConfigPasidCapability, 'enable' | 'maxPasidWidth'>
}

const U32 = 2 ** 32 - 1

/** @throws {CodecError} `type` or `range`; `rid` and `segment` are left to the format */
export function fillIn(init: DeviceInit): FullDeviceInit {
  if (typeof init !== 'object' || init === null) throw new CodecError({ code: 'type', record: 'attach', field: 'init', expected: 'an object', actual: init })
  const { streamId, domain = 0 } = init
  const { enable = true, prgResponsePasidRequired = true, pageRequestCapacity, pageRequestAllocation = pageRequestCapacity } = init.pri ?? {}
  const { enable: pasidEnable = true, maxPasidWidth = 20 } = init.pasid ?? {}
  if (domain !== null) checkNumber('domain', domain, U32)
  checkFlag('pri.enable', enable)
  checkFlag('pri.prgResponsePasidRequired', prgResponsePasidRequired)
  checkNumber('pri.pageRequestCapacity', pageRequestCapacity ?? 0, U32)
  checkNumber('pri.pageRequestAllocation', pageRequestAllocation ?? 0, pageRequestCapacity ?? U32)
  checkFlag('pasid.enable', pasidEnable)
  checkNumber('pasid.maxPasidWidth', maxPasidWidth, 20)
  if (streamId !== undefined) checkNumber('streamId', streamId, U32)

  const { rid, segment } = streamId === undefined ? init : identityOf(streamId)
  return {
    ...(rid !== undefined && { rid }),
    ...(segment !== undefined && { segment }),
    domain,
    pri: {
      enable,
      prgResponsePasidRequired,
      ...(pageRequestCapacity !== undefined && { pageRequestCapacity }),
      ...(pageRequestAllocation !== undefined && { pageRequestAllocation }),
    },
    pasid: { enable: pasidEnable, maxPasidWidth },
  }
}

function checkNumber(field: string, value: unknown, max: number): void {
  if (Number.isInteger(value) && (value as number) >= 0 && (value as number) <= max) return
  throw new CodecError({ code: 'range', record: 'attach', field, expected: `a whole number from 0 to ${max}`, actual: value })
}

function checkFlag(field: string, value: unknown): void {
  if (typeof value !== 'boolean') throw new CodecError({ code: 'type', record: 'attach', field, expected: 'a boolean', actual: value })
}
