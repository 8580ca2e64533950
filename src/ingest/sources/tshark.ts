import { whole } from '../hit.ts'
import { plainBytes } from '../plain.ts'
import { sentence } from '../source.ts'

const RAW = /^(?:frame_raw"\s?:\s?\[?\s*"|name="data\.data" (?:(?!\bname=).){0,20000}?value=")((?:[0-9a-f]{2}){8,32768})"/i

/** A packet as tshark writes it: the whole frame in JSON, the data that no dissector took in PDML. */
export const tshark = sentence({
  id: 'tshark.packet',
  anchors: ['frame_raw"', 'name="data.data" '],
  read(text, _passage, last) {
    const digits = RAW.exec(text)?.[1]
    if (digits === undefined) return last || !/^frame_raw"\s?:\s?\[?\s*$/.test(text) ? undefined : 'more'
    return { data: whole(plainBytes(digits)!.bytes), reading: 'bytes in the order in which they stand', said: {}, notes: [], doubtful: 'prose' }
  },
})
