import { deviceOf, segmentIn } from '../device.ts'
import { cutOff, sentence } from '../source.ts'

const PPR = /^PPR logged \[(Request ignored due to GN=0|Invalid request format) \(device=(\S{1,16}) pasid=(0x[0-9a-f]{1,8}) address=(0x[0-9a-f]{1,16}) flags=(0x[0-9a-f]{1,4}) tag=(0x[0-9a-f]{1,3})/i

/** What drivers print of a request as three numbers: the bits below the page of its address are none of it. */
const valuesOf = (pasid: string, address: string, flags: string) => ({
  fields: { pasid: BigInt(pasid), address: BigInt(address) & ~0xfffn },
  slices: [[0, 59, 48, BigInt(flags) & 0xfffn], [1, 11, 0, BigInt(address) & 0xfffn]] as const,
})

/** A page request that Linux does not take, with the values of its fields. `flags` is q0[59:48], `tag` the index with Last above it. */
export const amdPpr = sentence({
  id: 'linux.amd.page-request',
  anchors: ['PPR logged ['],
  read(text, _passage, last) {
    const match = PPR.exec(text)
    if (!match) return cutOff(text, last, 160)
    const [, reason, name, pasid, address, flags, tag] = match as unknown as string[]
    const device = deviceOf(name!)
    const { fields, slices } = valuesOf(pasid!, address!, flags!)
    return {
      record: 'amd.ppr-log',
      fields: { ...(device && { deviceId: device.rid }), ...fields, prgIndex: BigInt(tag!) & 0x1ffn, last: (BigInt(tag!) & 0x200n) !== 0n },
      slices,
      said: { event: 'page-request-refused', reason: reason!, device: name!, ...segmentIn(device) },
      notes: [],
    }
  },
})

const UNKNOWN = 'Unknown PPR request received'

/** A page request that Linux cannot read at all. */
export const amdPprUnknown = sentence({
  id: 'linux.amd.page-request-refused',
  anchors: [UNKNOWN, 'Invalid PASID : '],
  read(text, { before }, last) {
    if (text.startsWith(UNKNOWN)) return !/(?:^|AMD-Vi:)\s*$/.test(before.slice(-40)) || text.slice(UNKNOWN.length).trim() !== '' ? undefined : { name: UNKNOWN, record: 'amd.ppr-log', fields: {}, said: {}, notes: ['the log holds no value of the request'] }
    const match = /^Invalid PASID : (0x[0-9a-f]{1,8}), device : (0x[0-9a-f]{1,8})/i.exec(text)
    if (!match) return cutOff(text, last, 50)
    return { name: 'Invalid PASID', record: 'amd.ppr-log', fields: { pasid: BigInt(match[1]!) }, said: { event: 'page-request-refused', reason: 'Invalid PASID' }, notes: ['the log does not hold the address of the device: the number that Linux prints there is another'] }
  },
})

const KFD = /^Invalid PPR device ([0-9a-f]{1,2}):([0-9a-f]{1,2})\.([0-7]) pasid (0x[0-9a-f]{1,5}|\d{1,7}) address (0x[0-9a-f]{1,16}) flags (0x[0-9a-f]{1,4})(?!\w|[:.]\w|: |\.\.)/i

/** A page request of a GPU that the driver of it refuses, with the values of its fields but for the tag. Old kernels print the PASID in decimal, and 0 for every bus. */
export const kfdInvalidPpr = sentence({
  id: 'linux.amd.kfd-page-request',
  anchors: ['Invalid PPR device '],
  read(text, _passage, last) {
    const match = KFD.exec(text)
    if (!match) return cutOff(text, last, 100)
    const [, bus, device, fn, pasid, address, flags] = match as unknown as string[]
    const devfn = (BigInt(`0x${device!}`) << 3n) | BigInt(fn!)
    const isBusKnown = !/^0+$/.test(bus!)
    const { fields, slices } = valuesOf(pasid!, address!, flags!)
    return {
      record: 'amd.ppr-log',
      fields,
      slices: [[0, 7, 0, devfn], ...(isBusKnown ? [[0, 15, 8, BigInt(`0x${bus!}`)] as const] : []), ...slices],
      said: { reason: 'Invalid PPR', device: `${bus!}:${device!}.${fn!}` },
      notes: [...(isBusKnown ? [] : [`the log calls the device ${bus!}:${device!}.${fn!}, and old kernels print bus 0 whatever it is`]), 'the driver of the GPU refuses it'],
    }
  },
})
