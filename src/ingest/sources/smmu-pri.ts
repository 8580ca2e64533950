import { sentence } from '../source.ts'

const PRI = /^unexpected PRI request received:\s{1,40}(?:(?:[^\s:]{1,40} )?\S{1,60}: )?\s{0,40}sid (0x[0-9a-f]{1,8})\.(0x[0-9a-f]{1,5}): \[(\d{1,4})(L?)\] (un)?privileged (R?)(W?)(X?) access at iova (0x[0-9a-f]{1,16})/i

/** A page request that no handler took: two lines, the index in decimal. Whether there was a PASID the line does not say. */
export const smmuPri = sentence({
  id: 'linux.smmuv3.page-request',
  anchors: ['unexpected PRI request received:'],
  patience: 3,
  goesOn: (text, next) => /(?:^|\s)sid 0x[0-9a-f]+\.0x/i.test(next.text) || (/\ssid 0x/i.test(text) && !next.stamped),
  read(text, _passage, last) {
    const match = PRI.exec(text)
    if (!match) return last ? { name: 'unexpected PRI request', record: 'smmuv3.pri-queue-entry', fields: {}, said: {}, notes: ['the log holds no value of the request'] } : text.length < 300 ? 'more' : undefined
    const [, sid, ssid, index, l, un, r, w, x, iova] = match as unknown as (string | undefined)[]
    const substream = BigInt(ssid!)
    return {
      record: 'smmuv3.pri-queue-entry',
      fields: {
        streamId: BigInt(sid!), prgIndex: BigInt(index!), last: l === 'L', read: r === 'R', write: w === 'W', execute: x === 'X',
        privileged: un === undefined, address: BigInt(iova!) & ~0xfffn,
        ...(substream !== 0n && { substreamId: substream }),
      },
      said: {},
      notes: substream === 0n ? ['SubstreamID 0 is printed for requests without one as well'] : [],
    }
  },
})
