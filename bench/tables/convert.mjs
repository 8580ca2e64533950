/** From one format to another, as multiples of what one writes by hand for that pair. */
import { amd, convert, fromPageRequest, pcie, toPageRequest, vtd } from '../../dist/index.js'
import { messagesOf } from '../records.mjs'

export const title = 'From format to format: `convert` of requests and responses'

export function input() {
  // What both formats can carry: a PASID is there, and the code is one that all of them have.
  const requests = messagesOf('vtd.page-request', 1024).map((message) => ({ ...message, pasidPresent: true }))
  const responses = messagesOf('vtd.page-group-response', 1024).map((message) => ({ ...message, pasidPresent: true, respCode: message.respCode & 1 }))
  return {
    requests: requests.map((message) => vtd.pageRequest.encode(message)),
    generic: requests.map((message) => toPageRequest(vtd.pageRequest, message)),
    responses: responses.map((message) => vtd.pageGroupResponse.encode(message)),
  }
}

function requestByHand(bytes) {
  const { rid, pasid, executeRequested, privilegedModeRequested, read, write, last, prgIndex, address } = vtd.pageRequest.decode(bytes)
  return amd.pprLog.encode({
    code: 1, reservedBitsSet: false, deviceId: rid, pasid, guest: true, execute: executeRequested, user: !privilegedModeRequested, prgIndex, last, read, write, address,
  })
}

const HEADER = { t9: false, tc: 0, t8: false, attr: 0, ln: false, th: false, td: false, ep: false, requesterId: 0, tag: 0 }

function responseByHand(bytes) {
  const { rid, pasid, respCode, prgIndex } = vtd.pageGroupResponse.decode(bytes)
  const packet = new Uint8Array(20)
  pcie.pasidPrefix.encodeInto({ privilegedModeRequested: false, executeRequested: false, pasid }, packet, 0)
  pcie.prgResponse.encodeInto({ ...HEADER, destinationId: rid, respCode, prgIndex }, packet, 4)
  return packet
}

const bytesOf = ({ bytes }) => bytes
const request = ({ requests }, i) => requestByHand(requests[i])
const response = ({ responses }, i) => responseByHand(responses[i])

export const contenders = {
  'a request, by hand': { call: ({ requests }) => (i) => requestByHand(requests[i]), expected: request },
  '`convert`': { call: ({ requests }) => (i) => convert('vtd.page-request', 'amd.ppr-log', requests[i]), as: bytesOf, expected: request, against: 'a request, by hand' },
  '`toPageRequest`, its first step': {
    call: ({ requests }) => {
      const messages = requests.map((bytes) => vtd.pageRequest.decode(bytes))
      return (i) => toPageRequest('vtd.page-request', messages[i])
    },
    expected: ({ generic }, i) => generic[i],
    against: 'a request, by hand',
  },
  '`fromPageRequest`, its second': {
    call: ({ generic }) => (i) => fromPageRequest('amd.ppr-log', generic[i].request, generic[i].identity),
    as: ({ packet }) => amd.pprLog.encode(packet),
    expected: request,
    against: 'a request, by hand',
  },
  'a response, by hand': { call: ({ responses }) => (i) => responseByHand(responses[i]), expected: response },
  '`convert` of a response': { call: ({ responses }) => (i) => convert('vtd.page-group-response', 'pcie.prg-response', responses[i]), as: bytesOf, expected: response, against: 'a response, by hand' },
}
