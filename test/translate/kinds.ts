import {
  decodePacket, encodePacket, fromPageRequest, fromPageResponse, requestFormats, responseFormats, toPageRequest, toPageResponse,
} from '../../src/index.ts'
import type { Identity, PageRequest, TranslateOptions } from '../../src/index.ts'
import { identityOf, requestOf, responseOf } from './oracle.ts'
import type { Values } from './oracle.ts'
import { requestRows } from './request-rows.ts'
import { responseRows } from './response-rows.ts'

/** Page requests and page responses, with the same verbs over flat values. */
export const kinds = [
  {
    kind: 'request' as const,
    formats: requestFormats,
    rows: requestRows,
    read(id: string, bytes: Uint8Array) {
      const { request, ...rest } = toPageRequest(id, decodePacket(id, bytes).packet)
      return { message: request, rawCode: undefined, ...rest }
    },
    write(id: string, values: Values, options?: TranslateOptions) {
      const written = fromPageRequest(id, requestOf(values), identityOf(values), options)
      return { ...written, bytes: encodePacket(id, written.packet) }
    },
    messageOf: requestOf,
  },
  {
    kind: 'response' as const,
    formats: responseFormats,
    rows: responseRows,
    read(id: string, bytes: Uint8Array, answered?: PageRequest) {
      const { response, ...rest } = toPageResponse(id, decodePacket(id, bytes).packet, answered)
      return { message: response, ...rest }
    },
    write(id: string, values: Values, options?: TranslateOptions) {
      const written = fromPageResponse(id, responseOf(values), identityOf(values), options)
      return { ...written, bytes: encodePacket(id, written.packet) }
    },
    messageOf: responseOf,
  },
]

/** The request that a response answers, for records that leave out what it says. */
export const answeredBy = ({ pasid, pasidPresent, pageReqGroupId }: Values): PageRequest => ({
  ...(requestOf({ pasid, pasidPresent, pageReqGroupId })),
  addr: 0n, last: true, read: true, write: false, execute: false, privileged: false, privateData: 0n,
})

/** What `convert` takes beside the bytes, so that nothing is lost that stands beside them. */
export const beside = (values: Values): { identity: Identity; request: PageRequest } => ({ identity: identityOf(values), request: answeredBy(values) })
