import { CodecError } from '../../codec/errors.ts'
import type { LinkedItem } from '../../ingest/index.ts'
import { decodePacket, encodePacket } from '../../packet/index.ts'
import { prgResponse } from '../../generated/pcie.ts'
import { record } from '../../registry.ts'
import { iommuFormats, wireOf } from '../../responder/wire.ts'
import { PAGE_RESPONSE_TYPE } from '../../spec/codes.ts'
import { fromPageResponse, requestFormats, toPageRequest } from '../../translate/index.ts'
import type { Identity } from '../../translate/index.ts'
import { isStopMarker } from '../../translate/stop-marker.ts'
import { answerTo, Groups } from '../queue.ts'
import type { Conversion } from './convert.ts'
import { lacking } from './item.ts'

/** What is said to a page request: the response in the format of its IOMMU and as it goes over the link, or why there is none. */
export interface Answer {
  readonly responses: readonly Conversion[]
  readonly remark?: string
}

/** Answers the page requests among items, whatever input and format they are of: each group with its last request. */
export class Answers {
  private readonly groups = new Groups()
  private readonly code: number
  private readonly identity: Identity
  private index = 0

  /** @param code the generic code of the responses */
  constructor(code: number, identity: Identity) {
    this.code = code
    this.identity = identity
  }

  /** Undefined for what is no page request. */
  add({ record: id, data, absent, ambiguous, bad, said }: LinkedItem): Answer | undefined {
    if (id === null || !requestFormats.includes(id) || data === undefined) return undefined
    const none = (remark: string): Answer => ({ responses: [], remark: `not answered: ${remark}` })
    if (ambiguous) return none('it is one of several readings')
    if (bad) return none('it is bad')
    const lacks = lacking(id, { absent })
    if (lacks.length > 0) return none(`the input does not hold ${lacks.join(', ')}`)
    const codec = record(id)
    try {
      const read = toPageRequest(codec, decodePacket(codec, data.bytes, 0, { reserved: 'ignore' }).packet)
      if (isStopMarker(codec, read.request)) return none('a Stop Marker never is')
      const segment = typeof said.segment === 'number' && said.segment !== 0 ? { segment: said.segment } : {}
      const identity = { ...segment, ...this.identity, ...read.identity }
      const group = this.groups.add({ index: this.index++, read: { ...read, identity } })
      if (!group) return { responses: [], remark: 'not answered yet: more requests of its group are to come' }
      const response = answerTo(group, this.code)
      const own = iommuFormats.includes(id) ? [wireOf(id).responseTo(response.type === PAGE_RESPONSE_TYPE.IOMMU_PAGE_STREAM_RESP)] : []
      // What is like a request in some ways only, such as a stalled transaction, did not come over the link as one.
      const link = codec.layout.carries!.unlike === undefined ? [prgResponse.id] : []
      return { responses: [...new Set([...own, ...link])].map((to) => written(to, () => fromPageResponse(to, response, { cookie: group.number, ...identity }, { allowLoss: true }))) }
    } catch (error) {
      if (error instanceof CodecError) return none(error.message)
      throw error
    }
  }
}

function written(to: string, write: () => ReturnType<typeof fromPageResponse>): Conversion {
  try {
    const { packet, dropped, notes } = write()
    return { ok: true, record: to, bytes: encodePacket(to, packet), packet, dropped, notes }
  } catch (error) {
    if (!(error instanceof CodecError)) throw error
    return { ok: false, record: to, message: error.message, error }
  }
}
