import { sentence } from '../source.ts'

const PAGE_REQ = /^PAGE_REQ:\s{1,16}tag (0x[0-9a-f]{1,4}) addr (0x[0-9a-f]{1,16}) gidx (0x[0-9a-f]{1,4}) lwr (?:0b)?([01])([01])([01])/i

/** Messages as the simulation of Intel's FPGA shell prints them: values of fields. */
export const ofsPageRequest = sentence({
  id: 'ofs.page-request',
  anchors: ['PAGE_REQ: '],
  read(text) {
    const match = PAGE_REQ.exec(text)
    if (!match) return undefined
    const [, tag, addr, index, l, w, r] = match as unknown as string[]
    return {
      record: 'pcie.page-request',
      fields: { tag: BigInt(tag!), address: BigInt(addr!), prgIndex: BigInt(index!), last: l === '1', write: w === '1', read: r === '1' },
      said: {}, notes: [],
    }
  },
})

const PAGE_RSP = /^PAGE_RSP:\s{1,16}tag (0x[0-9a-f]{1,4}) dest_id (0x[0-9a-f]{1,4}) gidx (0x[0-9a-f]{1,4}) rcode (0x[0-9a-f]{1,2})/i

export const ofsPageResponse = sentence({
  id: 'ofs.page-response',
  anchors: ['PAGE_RSP: '],
  read(text) {
    const match = PAGE_RSP.exec(text)
    if (!match) return undefined
    return {
      record: 'pcie.prg-response',
      fields: { tag: BigInt(match[1]!), destinationId: BigInt(match[2]!) },
      said: { gidx: match[3]!, rcode: match[4]! },
      notes: ['the logger takes index and code from the wrong word, so they are not carried'],
    }
  },
})

const INVALIDATE = /^(ATS_INVAL_REQ|ATS_INVAL_CPL): dev_id (0x[0-9a-f]{1,4})(?: itag (0x[0-9a-f]{1,2})| cc (\d) itag_vec ([01]{1,32}))/i

export const ofsInvalidate = sentence({
  id: 'ofs.invalidate',
  anchors: ['ATS_INVAL_REQ: ', 'ATS_INVAL_CPL: '],
  read(text) {
    const match = INVALIDATE.exec(text)
    if (!match) return undefined
    const [, which, device, itag, cc, vector] = match as unknown as (string | undefined)[]
    if (which!.toUpperCase() === 'ATS_INVAL_REQ') {
      return itag === undefined ? undefined : { record: 'pcie.invalidate-request', fields: { destinationId: BigInt(device!), itag: BigInt(itag) }, said: {}, notes: [] }
    }
    return vector === undefined ? undefined : {
      record: 'pcie.invalidate-completion',
      fields: { destinationId: BigInt(device!), completionCount: BigInt(cc!), itagVector: BigInt(`0b${vector}`) },
      said: {}, notes: [],
    }
  },
})

