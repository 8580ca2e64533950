import { deviceOf } from '../device.ts'
import { cutOff, sentence } from '../source.ts'
import { rawWords } from './raw-trace.ts'

const REPORT = /^prq_report:\s{1,24}(\S{1,40})\/(\S{1,40}) seq# (-?\d{1,20}): rid=(0x[0-9a-f]{1,16}) addr=(0x[0-9a-f]{1,16}) ([r-])([w-])([x-])([p-])([l-]) pasid=(0x[0-9a-f]{1,16}) index=(0x[0-9a-f]{1,16})(?![0-9a-f])(?: private=(0x[0-9a-f]{1,16})\/(0x[0-9a-f]{1,16}))?/i

/** The trace event of a page request that Linux takes. It has no words, unless it is printed as it is: the values of most fields, and of the address the page frame. */
export const intelPrqReport = sentence({
  id: 'linux.trace.prq-report',
  anchors: ['prq_report: '],
  read(text, passage, last) {
    const raw = rawWords(text, ['dw0', 'dw1', 'dw2', 'dw3'], passage, last)
    if (raw !== undefined) return raw === 'more' ? raw : { place: 'vtd.page-request-queue', ...raw }
    const match = REPORT.exec(text)
    if (!match) return cutOff(text, last, 200)
    const [, iommu, device, seq, rid, frame, r, w, x, p, l, pasid, index, private0, private1] = match as unknown as string[]
    const segment = deviceOf(device!)?.segment
    return {
      record: private0 === undefined ? 'vtd.page-request' : 'vtd.page-request-v3',
      fields: {
        rid: BigInt(rid!), address: BigInt(frame!) << 12n, prgIndex: BigInt(index!), pasid: BigInt(pasid!),
        read: r === 'r', write: w === 'w', executeRequested: x === 'x', privilegedModeRequested: p === 'p', last: l === 'l',
        ...(private0 !== undefined && { privateDataPresent: true, privateData0: BigInt(private0), privateData1: BigInt(private1!) }),
      },
      said: { iommu: iommu!, device: device!, sequence: Number(seq), ...(segment !== undefined && { segment }) },
      notes: [],
    }
  },
})
