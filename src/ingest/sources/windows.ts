import { sentence } from '../source.ts'

const ARGUMENT = (number: number): RegExp => new RegExp(`[\\s).]Arg${number}: ([0-9a-f]{1,16}),`, 'i')
const [ADDRESS, TYPE] = [ARGUMENT(3), ARGUMENT(4)]

/** The stop of Windows for a device that accessed what it may not, as WinDbg explains it: an argument on each line. */
export const dmaViolation = sentence({
  id: 'windows.dma-violation',
  anchors: ['IOMMU detected DMA violation'],
  patience: 3,
  goesOn: (_text, next) => /^\s*Arg[234]: /.test(next.text) || (!/^\s*Arg\d/.test(next.text) && /^\s+(?:physical )?address\)|^[a-z ]{0,12}\)|^\s*faulting device/i.test(next.text)),
  read(text, { before }, last) {
    if (!/Arg1: 0*26, $/.test(before.slice(-40))) return undefined
    const [address, type] = [ADDRESS.exec(text)?.[1], TYPE.exec(text)?.[1]]
    if (type === undefined && !last) return 'more'
    return {
      name: 'DMA violation',
      said: { event: 'fault', ...(address !== undefined && { address: BigInt(`0x${address}`) }), ...(type !== undefined && { faultType: BigInt(`0x${type}`) }) },
      notes: ['Windows tells the device by the address of its object only; the fault type is that of the hardware'],
    }
  },
})
