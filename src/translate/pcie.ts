import type { Layout } from '../spec/vocabulary.ts'
import { reader } from './fields.ts'
import type { RequestFormat } from './format.ts'
import type { Packet } from '../packet/carried.ts'
import { requestFormat } from './request.ts'

/** A Stop Marker has no address and no group, and its L, W and R are what makes it one: they have no fields. */
export function stopMarker(layout: Layout): RequestFormat<Packet> {
  const ordinary = requestFormat(layout)
  const pasidPresent = reader(layout, 'pasidValid', false)
  return {
    id: layout.id,
    toRequest(packet, context) {
      if (!pasidPresent(packet)) context.note('a Stop Marker has a PASID; without one this is an ordinary request')
      return ordinary.toRequest(packet, context)
    },
    fromRequest(request, identity, context) {
      const { last, read, write } = request
      if (!last) context.refuse('last', 'true: a Stop Marker has L=1, W=0 and R=0', last)
      if (read || write) context.refuse(read ? 'read' : 'write', 'false: a Stop Marker has L=1, W=0 and R=0', true)
      if (!request.pasidPresent) context.refuse('pasidPresent', 'true: a Stop Marker is for a PASID', false)
      context.loseUnless('addr', request.addr, 'a Stop Marker has no address')
      context.loseUnless('pageReqGroupId', request.pageReqGroupId, 'a Stop Marker has no group')
      const of = { ...request, addr: 0n, pageReqGroupId: 0 }
      return ordinary.fromRequest(of, identity, context)
    },
  }
}
