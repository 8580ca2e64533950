import { checkOptions } from '../codec/arguments.ts'
import { CodecError } from '../codec/errors.ts'
import { encodePacket } from '../packet/carried.ts'
import { resolve } from '../registry.ts'
import type { FormatArgument } from '../registry.ts'
import { PAGE_RESPONSE_TYPE } from '../spec/codes.ts'
import { convert, fromPageResponse, requestFormats, responseFormats } from './index.ts'
import type { ConvertOptions, Identity, PageResponseMsg, ReadRequest, TranslateOptions, Written } from './index.ts'

/** A message in a format, or why the format cannot carry it. */
export type Translation = (Written & { readonly id: string; readonly bytes: Uint8Array<ArrayBuffer> }) | { readonly id: string; readonly error: CodecError }

/**
 * The page request or page response of a packet in every format of its kind, its own among them, in the order of the ids.
 * @returns nothing for a record that carries neither
 * @throws {CodecError} `type` for an unknown id
 */
export function translations<const S extends string>(format: FormatArgument<S>, bytes: Uint8Array, options: ConvertOptions = {}): Translation[] {
  const from = resolve(format).id
  const targets = [requestFormats, responseFormats].find((ids) => ids.includes(from)) ?? []
  return targets.map((id) => attempt(id, () => convert(from, id, bytes, options)))
}

/** What answers a page request: a group by its index, or a stream request of VT-d 2.x by itself. `respCode` is a PRG Response Code. */
export function responseTo(read: ReadRequest, respCode: number): PageResponseMsg {
  for (const [name, part] of [['read', read], ['request', read?.request], ['identity', read?.identity]] as const) {
    if (typeof part !== 'object' || part === null) throw new CodecError({ code: 'type', record: 'page request', field: name, expected: 'an object, as toPageRequest gives it', actual: part })
  }
  const { addr, pasid, pasidPresent, pageReqGroupId, privateData } = read.request
  const stream = asksForStream(read)
  const { IOMMU_PAGE_STREAM_RESP, IOMMU_PAGE_GROUP_RESP } = PAGE_RESPONSE_TYPE
  return { addr: stream ? addr : 0n, pasid, respCode, pasidPresent, pageReqGroupId, type: stream ? IOMMU_PAGE_STREAM_RESP : IOMMU_PAGE_GROUP_RESP, privateData }
}

/** VT-d 2.x: a request that asks for a stream response is answered by itself. */
export function asksForStream({ identity }: Pick<ReadRequest, 'identity'>): boolean {
  return identity.streamResponseRequested === true
}

/** A page response in every format. */
export function everyResponse(response: PageResponseMsg, identity: Identity, options: TranslateOptions = {}): Translation[] {
  return responseFormats.map((id) => attempt(id, () => {
    const written = fromPageResponse(id, response, identity, options)
    return { ...written, bytes: encodePacket(id, written.packet) }
  }))
}

/**
 * The answer to a page request in every format, in the order of the ids.
 * @param read as `toPageRequest` gives it
 * @param code PRG Response Code, 0 to 15
 * @param given `identity` is what is known of the device beside the request, such as the cookie of its group
 */
export function responses(read: ReadRequest, code: number, given: TranslateOptions & { readonly identity?: Identity } = {}): Translation[] {
  checkOptions('page response', given, ['allowLoss', 'identity'])
  const { identity = {}, ...options } = given
  return everyResponse(responseTo(read, code), { ...identity, ...read.identity }, options)
}

function attempt(id: string, make: () => Written & { readonly bytes: Uint8Array<ArrayBuffer> }): Translation {
  try {
    return { id, ...make() }
  } catch (error) {
    if (error instanceof CodecError) return { id, error }
    throw error
  }
}
