// Generated from src/spec/smmuv3.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import type { ColumnKernel } from '../../codec/columns.ts'
import { HIGH, LOW, bit, flag, fromHalves, high, intoHalves, low, lookForWriting, memoryOf, readBytes, readView, scratch, setLittle4, storeLittle4, writeBytes, writeView } from '../../codec/memory.ts'
import { onlyKnown } from '../../codec/message.ts'
import type { DecodeOptions } from '../../codec/reference.ts'
import { tableOfText } from '../../codec/table.ts'
import { columner, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import type { stallEvent as Table } from '../../spec/smmuv3.ts'

/** The message of `smmuv3.stall-event`: Event record of a fault that can stall. Arm IHI 0070, 7.3. */
export type Smmuv3StallEvent = {
  /**
   * event number.
   * Values: 0x1 F_UUT, 0x2 C_BAD_STREAMID, 0x3 F_STE_FETCH, 0x4 C_BAD_STE, 0x5 F_BAD_ATS_TREQ, 0x6 F_STREAM_DISABLED, 0x7 F_TRANSL_FORBIDDEN, 0x8 C_BAD_SUBSTREAMID, 0x9 F_CD_FETCH, 0xa C_BAD_CD, 0xb F_WALK_EABT, 0x10 F_TRANSLATION, 0x11 F_ADDR_SIZE, 0x12 F_ACCESS, 0x13 F_PERMISSION, 0x20 F_TLB_CONFLICT, 0x21 F_CFG_CONFLICT, 0x24 E_PAGE_REQUEST, 0x25 F_VMS_FETCH.
   * Bits: `q0[7:0]`; 0 to 0xff. Arm IHI 0070, 7.3.
   */
  eventNumber: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 16 | 17 | 18 | 19 | 32 | 33 | 36 | 37 | (number & {})
  /**
   * not named by the source; kept as it is.
   * Bits: `q0[10:8]`; 0 to 0x7; optional on encode, 0 by default; confirm. Arm IHI 0070, 7.3.
   */
  q0Bits10to8: number
  /**
   * SSV: SubstreamID is valid.
   * Bits: `q0[11]`. Arm IHI 0070, 7.3.
   */
  substreamValid: boolean
  /**
   * SubstreamID (the PASID), if SSV.
   * Bits: `q0[31:12]`; 0 to 0xfffff. Arm IHI 0070, 7.3.
   */
  substreamId: number
  /**
   * StreamID; for PCIe its low 16 bits are the Requester ID.
   * Bits: `q0[63:32]`; 0 to 0xffffffff. Arm IHI 0070, 7.3.
   */
  streamId: number
  /**
   * STAG: stall tag, to be given back in CMD_RESUME.
   * Bits: `q1[15:0]`; 0 to 0xffff. Arm IHI 0070, 7.3.
   */
  stag: number
  /**
   * not named by the source; kept as it is.
   * Bits: `q1[30:16]`; 0 to 0x7fff; optional on encode, 0 by default; confirm. Arm IHI 0070, 7.3.
   */
  q1Bits30to16: number
  /**
   * Stall: the transaction waits for CMD_RESUME.
   * Bits: `q1[31]`. Arm IHI 0070, 7.3.
   */
  stall: boolean
  /**
   * not named by the source; kept as it is.
   * Bits: `q1[32]`; optional on encode, 0 by default; confirm. Arm IHI 0070, 7.3.
   */
  q1Bit32: boolean
  /**
   * PnU: privileged, not unprivileged.
   * Bits: `q1[33]`. Arm IHI 0070, 7.3.
   */
  privileged: boolean
  /**
   * InD: instruction, not data.
   * Bits: `q1[34]`. Arm IHI 0070, 7.3.
   */
  instruction: boolean
  /**
   * RnW: read, not write.
   * Bits: `q1[35]`. Arm IHI 0070, 7.3.
   */
  read: boolean
  /**
   * not named by the source; kept as it is.
   * Bits: `q1[38:36]`; 0 to 0x7; optional on encode, 0 by default; confirm. Arm IHI 0070, 7.3.
   */
  q1Bits38to36: number
  /**
   * S2: the fault is of stage 2.
   * Bits: `q1[39]`. Arm IHI 0070, 7.3.
   */
  stage2: boolean
  /**
   * CLASS: what was being done when the fault arose.
   * Values: 0x0 CD, 0x1 TTD, 0x2 IN.
   * Bits: `q1[41:40]`; 0 to 0x3. Arm IHI 0070, 7.3.
   */
  class: 0 | 1 | 2 | (number & {})
  /**
   * not named by the source; kept as it is.
   * Bits: `q1[43:42]`; 0 to 0x3; optional on encode, 0 by default; confirm. Arm IHI 0070, 7.3.
   */
  q1Bits43to42: number
  /**
   * TTRnW: the table access was a read; for CLASS TTD.
   * Bits: `q1[44]`. Arm IHI 0070, 7.3.
   */
  ttrnw: boolean
  /**
   * not named by the source; kept as it is.
   * Bits: `q1[63:45]`; 0 to 0x7ffff; optional on encode, 0 by default; confirm. Arm IHI 0070, 7.3.
   */
  q1Bits63to45: number
  /**
   * InputAddr: the address of the transaction.
   * Bits: `q2[63:0]`; byte address; 0n to 2n ** 64n - 1n. Arm IHI 0070, 7.3.
   */
  inputAddress: bigint
  /**
   * not named by the source; kept as it is.
   * Bits: `q3[11:0]`; 0 to 0xfff; optional on encode, 0 by default; confirm. Arm IHI 0070, 7.3.
   */
  q3Bits11to0: number
  /**
   * IPA[51:12], if S2.
   * Bits: `q3[51:12]`; byte address; a multiple of 4096n. Arm IHI 0070, 7.3.
   */
  ipa: bigint
  /**
   * not named by the source; kept as it is.
   * Bits: `q3[63:52]`; 0 to 0xfff; optional on encode, 0 by default; confirm. Arm IHI 0070, 7.3.
   */
  q3Bits63to52: number
}

/** What `encode` takes: optional fields may be left out. */
export type Smmuv3StallEventInit = Omit<Smmuv3StallEvent, 'q0Bits10to8' | 'q1Bits30to16' | 'q1Bit32' | 'q1Bits38to36' | 'q1Bits43to42' | 'q1Bits63to45' | 'q3Bits11to0' | 'q3Bits63to52'> & Partial<Pick<Smmuv3StallEvent, 'q0Bits10to8' | 'q1Bits30to16' | 'q1Bit32' | 'q1Bits38to36' | 'q1Bits43to42' | 'q1Bits63to45' | 'q3Bits11to0' | 'q3Bits63to52'>>

/** One typed array per field. */
export type Smmuv3StallEventColumns = {
  eventNumber: Uint8Array
  q0Bits10to8: Uint8Array
  substreamValid: Uint8Array
  substreamId: Uint32Array
  streamId: Uint32Array
  stag: Uint16Array
  q1Bits30to16: Uint16Array
  stall: Uint8Array
  q1Bit32: Uint8Array
  privileged: Uint8Array
  instruction: Uint8Array
  read: Uint8Array
  q1Bits38to36: Uint8Array
  stage2: Uint8Array
  class: Uint8Array
  q1Bits43to42: Uint8Array
  ttrnw: Uint8Array
  q1Bits63to45: Uint32Array
  inputAddress: BigUint64Array
  q3Bits11to0: Uint16Array
  ipa: BigUint64Array
  q3Bits63to52: Uint16Array
}

const bits = /* @__PURE__ */ bitsOfText('smmuv3.stall-event 32 8 little q|eventNumber u 0 7 0,q0Bits10to8 U 0 10 8,substreamValid f 0 11 11,substreamId u 0 31 12,streamId u 0 63 32,stag u 1 15 0,q1Bits30to16 U 1 30 16,stall f 1 31 31,q1Bit32 F 1 32 32,privileged f 1 33 33,instruction f 1 34 34,read f 1 35 35,q1Bits38to36 U 1 38 36,stage2 f 1 39 39,class u 1 41 40,q1Bits43to42 U 1 43 42,ttrnw f 1 44 44,q1Bits63to45 U 1 63 45,inputAddress b 2 63 0,q3Bits11to0 U 3 11 0,ipa p 3 51 12,q3Bits63to52 U 3 63 52||')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"smmuv3.stall-event","title":"Event record of a fault that can stall","clause":"Arm IHI 0070, 7.3","source":"Linux drivers/iommu/arm/arm-smmu-v3/arm-smmu-v3.h (positions), Arm IHI 0070 (names, widths, meanings); captured events decode sensibly","word":8,"order":"little","label":"q","size":32,"place":"SMMUv3 event queue","fields":{"eventNumber":{"at":[[0,7,0]],"as":"uint","codes":{"F_UUT":1,"C_BAD_STREAMID":2,"F_STE_FETCH":3,"C_BAD_STE":4,"F_BAD_ATS_TREQ":5,"F_STREAM_DISABLED":6,"F_TRANSL_FORBIDDEN":7,"C_BAD_SUBSTREAMID":8,"F_CD_FETCH":9,"C_BAD_CD":10,"F_WALK_EABT":11,"F_TRANSLATION":16,"F_ADDR_SIZE":17,"F_ACCESS":18,"F_PERMISSION":19,"F_TLB_CONFLICT":32,"F_CFG_CONFLICT":33,"E_PAGE_REQUEST":36,"F_VMS_FETCH":37},"doc":"event number"},"q0Bits10to8":{"at":[[0,10,8]],"as":"uint","optional":true,"confidence":"confirm","doc":"not named by the source; kept as it is"},"substreamValid":{"at":[[0,11,11]],"as":"flag","doc":"SSV: SubstreamID is valid"},"substreamId":{"at":[[0,31,12]],"as":"uint","doc":"SubstreamID (the PASID), if SSV"},"streamId":{"at":[[0,63,32]],"as":"uint","doc":"StreamID; for PCIe its low 16 bits are the Requester ID"},"stag":{"at":[[1,15,0]],"as":"uint","doc":"STAG: stall tag, to be given back in CMD_RESUME"},"q1Bits30to16":{"at":[[1,30,16]],"as":"uint","optional":true,"confidence":"confirm","doc":"not named by the source; kept as it is"},"stall":{"at":[[1,31,31]],"as":"flag","doc":"Stall: the transaction waits for CMD_RESUME"},"q1Bit32":{"at":[[1,32,32]],"as":"flag","optional":true,"confidence":"confirm","doc":"not named by the source; kept as it is"},"privileged":{"at":[[1,33,33]],"as":"flag","doc":"PnU: privileged, not unprivileged"},"instruction":{"at":[[1,34,34]],"as":"flag","doc":"InD: instruction, not data"},"read":{"at":[[1,35,35]],"as":"flag","doc":"RnW: read, not write"},"q1Bits38to36":{"at":[[1,38,36]],"as":"uint","optional":true,"confidence":"confirm","doc":"not named by the source; kept as it is"},"stage2":{"at":[[1,39,39]],"as":"flag","doc":"S2: the fault is of stage 2"},"class":{"at":[[1,41,40]],"as":"uint","codes":{"CD":0,"TTD":1,"IN":2},"doc":"CLASS: what was being done when the fault arose"},"q1Bits43to42":{"at":[[1,43,42]],"as":"uint","optional":true,"confidence":"confirm","doc":"not named by the source; kept as it is"},"ttrnw":{"at":[[1,44,44]],"as":"flag","doc":"TTRnW: the table access was a read; for CLASS TTD"},"q1Bits63to45":{"at":[[1,63,45]],"as":"uint","optional":true,"confidence":"confirm","doc":"not named by the source; kept as it is"},"inputAddress":{"at":[[2,63,0]],"as":"bigint","unit":"byte address","doc":"InputAddr: the address of the transaction"},"q3Bits11to0":{"at":[[3,11,0]],"as":"uint","optional":true,"confidence":"confirm","doc":"not named by the source; kept as it is"},"ipa":{"at":[[3,51,12]],"as":"page","unit":"byte address","doc":"IPA[51:12], if S2"},"q3Bits63to52":{"at":[[3,63,52]],"as":"uint","optional":true,"confidence":"confirm","doc":"not named by the source; kept as it is"}}}')

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): Smmuv3StallEvent | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 32) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 32)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const w4 = memory.getInt32(at + 16, true)
  const w5 = memory.getInt32(at + 20, true)
  const w6 = memory.getInt32(at + 24, true)
  const w7 = memory.getInt32(at + 28, true)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  return {
    eventNumber: w0 & 0xff,
    q0Bits10to8: (w0 >>> 8) & 7,
    substreamValid: flag((w0 >>> 11) & 1),
    substreamId: w0 >>> 12,
    streamId: w1 >>> 0,
    stag: w2 & 0xffff,
    q1Bits30to16: (w2 >>> 16) & 0x7fff,
    stall: flag(w2 >>> 31),
    q1Bit32: flag(w3 & 1),
    privileged: flag((w3 >>> 1) & 1),
    instruction: flag((w3 >>> 2) & 1),
    read: flag((w3 >>> 3) & 1),
    q1Bits38to36: (w3 >>> 4) & 7,
    stage2: flag((w3 >>> 7) & 1),
    class: (w3 >>> 8) & 3,
    q1Bits43to42: (w3 >>> 10) & 3,
    ttrnw: flag((w3 >>> 12) & 1),
    q1Bits63to45: w3 >>> 13,
    inputAddress: fromHalves(w4, w5),
    q3Bits11to0: w6 & 0xfff,
    ipa: fromHalves(w6 & 0xfffff000, w7 & 0xfffff),
    q3Bits63to52: w7 >>> 20,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: Smmuv3StallEventInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if ((message.q0Bits10to8 === undefined || message.q1Bits30to16 === undefined || message.q1Bit32 === undefined || message.q1Bits38to36 === undefined || message.q1Bits43to42 === undefined || message.q1Bits63to45 === undefined || message.q3Bits11to0 === undefined || message.q3Bits63to52 === undefined) && !onlyKnown(bits(), message)) return false
  const $eventNumber = message.eventNumber
  if (typeof $eventNumber !== 'number' || ($eventNumber & 0xff) !== $eventNumber) return false
  const $q0Bits10to8 = message.q0Bits10to8 === undefined ? 0 : message.q0Bits10to8
  if (typeof $q0Bits10to8 !== 'number' || ($q0Bits10to8 & 7) !== $q0Bits10to8) return false
  const $substreamValid = bit(message.substreamValid)
  const $substreamId = message.substreamId
  if (typeof $substreamId !== 'number' || ($substreamId & 0xfffff) !== $substreamId) return false
  const $streamId = message.streamId
  if (typeof $streamId !== 'number' || $streamId >>> 0 !== $streamId) return false
  const $stag = message.stag
  if (typeof $stag !== 'number' || ($stag & 0xffff) !== $stag) return false
  const $q1Bits30to16 = message.q1Bits30to16 === undefined ? 0 : message.q1Bits30to16
  if (typeof $q1Bits30to16 !== 'number' || ($q1Bits30to16 & 0x7fff) !== $q1Bits30to16) return false
  const $stall = bit(message.stall)
  const $q1Bit32 = bit(message.q1Bit32 === undefined ? false : message.q1Bit32)
  const $privileged = bit(message.privileged)
  const $instruction = bit(message.instruction)
  const $read = bit(message.read)
  const $q1Bits38to36 = message.q1Bits38to36 === undefined ? 0 : message.q1Bits38to36
  if (typeof $q1Bits38to36 !== 'number' || ($q1Bits38to36 & 7) !== $q1Bits38to36) return false
  const $stage2 = bit(message.stage2)
  const $class = message.class
  if (typeof $class !== 'number' || ($class & 3) !== $class) return false
  const $q1Bits43to42 = message.q1Bits43to42 === undefined ? 0 : message.q1Bits43to42
  if (typeof $q1Bits43to42 !== 'number' || ($q1Bits43to42 & 3) !== $q1Bits43to42) return false
  const $ttrnw = bit(message.ttrnw)
  const $q1Bits63to45 = message.q1Bits63to45 === undefined ? 0 : message.q1Bits63to45
  if (typeof $q1Bits63to45 !== 'number' || ($q1Bits63to45 & 0x7ffff) !== $q1Bits63to45) return false
  if (!intoHalves(message.inputAddress)) return false
  const $inputAddresslow = low()
  const $inputAddresshigh = high()
  const $q3Bits11to0 = message.q3Bits11to0 === undefined ? 0 : message.q3Bits11to0
  if (typeof $q3Bits11to0 !== 'number' || ($q3Bits11to0 & 0xfff) !== $q3Bits11to0) return false
  if (!intoHalves(message.ipa)) return false
  const $ipalow = low()
  const $ipahigh = high()
  if (($ipalow & 0xfff) !== 0) return false
  if (($ipahigh & 0xfff00000) !== 0) return false
  const $q3Bits63to52 = message.q3Bits63to52 === undefined ? 0 : message.q3Bits63to52
  if (typeof $q3Bits63to52 !== 'number' || ($q3Bits63to52 & 0xfff) !== $q3Bits63to52) return false
  if (($substreamValid | $stall | $q1Bit32 | $privileged | $instruction | $read | $stage2 | $ttrnw) < 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 32) return false
  const w0 = $eventNumber | ($q0Bits10to8 << 8) | ($substreamValid << 11) | ($substreamId << 12)
  const w1 = $streamId
  const w2 = $stag | ($q1Bits30to16 << 16) | ($stall << 31)
  const w3 = $q1Bit32 | ($privileged << 1) | ($instruction << 2) | ($read << 3) | ($q1Bits38to36 << 4) | ($stage2 << 7) | ($class << 8) | ($q1Bits43to42 << 10) | ($ttrnw << 12) | ($q1Bits63to45 << 13)
  const w4 = $inputAddresslow
  const w5 = $inputAddresshigh
  const w6 = $q3Bits11to0 | ($ipalow & 0xfffff000)
  const w7 = ($ipahigh & 0xfffff) | ($q3Bits63to52 << 20)
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, w2, w3)
    setLittle4(writeView, offset + 16, w4, w5, w6, w7)
  } else {
    storeLittle4(target, offset, w0, w1, w2, w3)
    storeLittle4(target, offset + 16, w4, w5, w6, w7)
  }
  return true
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 32)
  const memory = new DataView(input.buffer)
  const $eventNumber = new Uint8Array(block)
  const $q0Bits10to8 = new Uint8Array(block)
  const $substreamValid = new Uint8Array(block)
  const $substreamId = new Uint32Array(block)
  const $streamId = new Uint32Array(block)
  const $stag = new Uint16Array(block)
  const $q1Bits30to16 = new Uint16Array(block)
  const $stall = new Uint8Array(block)
  const $q1Bit32 = new Uint8Array(block)
  const $privileged = new Uint8Array(block)
  const $instruction = new Uint8Array(block)
  const $read = new Uint8Array(block)
  const $q1Bits38to36 = new Uint8Array(block)
  const $stage2 = new Uint8Array(block)
  const $class = new Uint8Array(block)
  const $q1Bits43to42 = new Uint8Array(block)
  const $ttrnw = new Uint8Array(block)
  const $q1Bits63to45 = new Uint32Array(block)
  const $inputAddress = new BigUint64Array(block)
  const $inputAddresshalves = new Int32Array($inputAddress.buffer)
  const $q3Bits11to0 = new Uint16Array(block)
  const $ipa = new BigUint64Array(block)
  const $ipahalves = new Int32Array($ipa.buffer)
  const $q3Bits63to52 = new Uint16Array(block)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 32) {
      const w0 = memory.getInt32(at, true)
      const w1 = memory.getInt32(at + 4, true)
      const w2 = memory.getInt32(at + 8, true)
      const w3 = memory.getInt32(at + 12, true)
      const w4 = memory.getInt32(at + 16, true)
      const w5 = memory.getInt32(at + 20, true)
      const w6 = memory.getInt32(at + 24, true)
      const w7 = memory.getInt32(at + 28, true)
      $eventNumber[i] = w0 & 0xff
      $q0Bits10to8[i] = (w0 >>> 8) & 7
      $substreamValid[i] = (w0 >>> 11) & 1
      $substreamId[i] = w0 >>> 12
      $streamId[i] = w1
      $stag[i] = w2 & 0xffff
      $q1Bits30to16[i] = (w2 >>> 16) & 0x7fff
      $stall[i] = w2 >>> 31
      $q1Bit32[i] = w3 & 1
      $privileged[i] = (w3 >>> 1) & 1
      $instruction[i] = (w3 >>> 2) & 1
      $read[i] = (w3 >>> 3) & 1
      $q1Bits38to36[i] = (w3 >>> 4) & 7
      $stage2[i] = (w3 >>> 7) & 1
      $class[i] = (w3 >>> 8) & 3
      $q1Bits43to42[i] = (w3 >>> 10) & 3
      $ttrnw[i] = (w3 >>> 12) & 1
      $q1Bits63to45[i] = w3 >>> 13
      $inputAddresshalves[2 * i + LOW] = w4
      $inputAddresshalves[2 * i + HIGH] = w5
      $q3Bits11to0[i] = w6 & 0xfff
      $ipahalves[2 * i + LOW] = w6 & 0xfffff000
      $ipahalves[2 * i + HIGH] = w7 & 0xfffff
      $q3Bits63to52[i] = w7 >>> 20
    }
    return bad
  }
  return { input, output: { eventNumber: $eventNumber, q0Bits10to8: $q0Bits10to8, substreamValid: $substreamValid, substreamId: $substreamId, streamId: $streamId, stag: $stag, q1Bits30to16: $q1Bits30to16, stall: $stall, q1Bit32: $q1Bit32, privileged: $privileged, instruction: $instruction, read: $read, q1Bits38to36: $q1Bits38to36, stage2: $stage2, class: $class, q1Bits43to42: $q1Bits43to42, ttrnw: $ttrnw, q1Bits63to45: $q1Bits63to45, inputAddress: $inputAddress, q3Bits11to0: $q3Bits11to0, ipa: $ipa, q3Bits63to52: $q3Bits63to52 }, run }
}

export const id = 'smmuv3.stall-event'
export const size = 32
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<Smmuv3StallEvent>(bits)
export const columns = /* @__PURE__ */ columner<Smmuv3StallEventColumns>(bits, kernel)

/** What is generated here, for the record of the family and for proofs. */
export const generated = { bits, read, write, kernel }
export const record = /* @__PURE__ */ recordOf<Smmuv3StallEvent, Smmuv3StallEventInit, Smmuv3StallEventColumns, typeof Table>(id, size, table, generated)
