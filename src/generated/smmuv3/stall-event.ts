// Generated from src/spec/smmuv3.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, fromHalves, high, intoHalves, low, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setLittle4, storeLittle4, writeBytes, writeView } from '../../codec/memory.ts'
import { onlyKnown } from '../../codec/message.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { stallEvent as rules } from '../../spec/rules/smmuv3.ts'
import type { stallEvent as Table } from '../../spec/smmuv3.ts'

/** The message of `smmuv3.stall-event`: Event record of a fault that can stall. Arm IHI 0070, 7.3. */
export type Smmuv3StallEvent = {
  /**
   * event number; 0x10 to 0x13 are the faults that can stall.
   * Values: 0x1 F_UUT, 0x2 C_BAD_STREAMID, 0x3 F_STE_FETCH, 0x4 C_BAD_STE, 0x5 F_BAD_ATS_TREQ, 0x6 F_STREAM_DISABLED, 0x7 F_TRANSL_FORBIDDEN, 0x8 C_BAD_SUBSTREAMID, 0x9 F_CD_FETCH, 0xa C_BAD_CD, 0xb F_WALK_EABT, 0x10 F_TRANSLATION, 0x11 F_ADDR_SIZE, 0x12 F_ACCESS, 0x13 F_PERMISSION, 0x20 F_TLB_CONFLICT, 0x21 F_CFG_CONFLICT, 0x24 E_PAGE_REQUEST, 0x25 F_VMS_FETCH.
   * Bits: `q0[7:0]`; 0 to 0xff. Arm IHI 0070, 7.3.
   */
  eventNumber: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 16 | 17 | 18 | 19 | 32 | 33 | 36 | 37 | (number & {})
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
   * STAG: stall tag, to be given back in CMD_RESUME; unknown unless Stall. Reason, in fetch and walk events.
   * Bits: `q1[15:0]`; 0 to 0xffff. Arm IHI 0070, 7.3.
   */
  stag: number
  /**
   * GPCF, in fetch and walk events only; RES0 before RME.
   * Bits: `q1[16]`; optional on encode, 0 by default. Arm IHI 0070, 7.3.
   */
  granuleProtectionFault: boolean
  /**
   * RES0 in a fault event; another event may use it, and it is kept as it is.
   * Bits: `q1[30:17]`; 0 to 0x3fff; optional on encode, 0 by default. Arm IHI 0070, 7.3.
   */
  q1Bits30to17: number
  /**
   * Stall: the transaction waits for CMD_RESUME.
   * Bits: `q1[31]`. Arm IHI 0070, 7.3.
   */
  stall: boolean
  /**
   * RES0 in a fault event; another event may use it, and it is kept as it is.
   * Bits: `q1[32]`; optional on encode, 0 by default. Arm IHI 0070, 7.3.
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
   * RES0 in a fault event; another event may use it, and it is kept as it is.
   * Bits: `q1[37:36]`; 0 to 0x3; optional on encode, 0 by default. Arm IHI 0070, 7.3.
   */
  q1Bits37to36: number
  /**
   * NSIPA: IPA is a Non-secure one; in the Secure event queue only.
   * Bits: `q1[38]`; optional on encode, 0 by default. Arm IHI 0070, 7.3.
   */
  nonSecureIpa: boolean
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
   * RES0, but newer bits of F_PERMISSION stand somewhere here; kept as it is.
   * Bits: `q1[43:42]`; 0 to 0x3; optional on encode, 0 by default; confirm. Arm IHI 0070, 7.3.
   */
  q1Bits43to42: number
  /**
   * TTRnW: the table access was a read; for CLASS TTD.
   * Bits: `q1[44]`; one source. Arm IHI 0070, 7.3.
   */
  ttrnw: boolean
  /**
   * RES0, but newer bits of F_PERMISSION stand somewhere here; kept as it is.
   * Bits: `q1[47:45]`; 0 to 0x7; optional on encode, 0 by default; confirm. Arm IHI 0070, 7.3.
   */
  q1Bits47to45: number
  /**
   * implementation defined.
   * Bits: `q1[63:48]`; 0 to 0xffff; optional on encode, 0 by default; one source. Arm IHI 0070, 7.3.
   */
  impdef: number
  /**
   * InputAddr: the address of the transaction.
   * Bits: `q2[63:0]`; byte address; 0n to 2n ** 64n - 1n. Arm IHI 0070, 7.3.
   */
  inputAddress: bigint
  /**
   * RES0; FetchAddr[11:3] in fetch and walk events. Hardware is known to repeat InputAddr in q3 unless S2, and it is kept as it is.
   * Bits: `q3[11:0]`; 0 to 0xfff; optional on encode, 0 by default. Arm IHI 0070, 7.3.
   */
  q3Bits11to0: number
  /**
   * IPA[55:12], if S2; [51:12] before SMMUv3.4.
   * Bits: `q3[55:12]`; byte address; a multiple of 4096n. Arm IHI 0070, 7.3.
   */
  ipa: bigint
}

/** What `encode` takes: optional fields may be left out. */
export type Smmuv3StallEventInit = Omit<Smmuv3StallEvent, 'granuleProtectionFault' | 'q1Bits30to17' | 'q1Bit32' | 'q1Bits37to36' | 'nonSecureIpa' | 'q1Bits43to42' | 'q1Bits47to45' | 'impdef' | 'q3Bits11to0'> & Partial<Pick<Smmuv3StallEvent, 'granuleProtectionFault' | 'q1Bits30to17' | 'q1Bit32' | 'q1Bits37to36' | 'nonSecureIpa' | 'q1Bits43to42' | 'q1Bits47to45' | 'impdef' | 'q3Bits11to0'>>

/** One typed array per field. */
export type Smmuv3StallEventColumns = {
  eventNumber: Uint8Array
  substreamValid: Uint8Array
  substreamId: Uint32Array
  streamId: Uint32Array
  stag: Uint16Array
  granuleProtectionFault: Uint8Array
  q1Bits30to17: Uint16Array
  stall: Uint8Array
  q1Bit32: Uint8Array
  privileged: Uint8Array
  instruction: Uint8Array
  read: Uint8Array
  q1Bits37to36: Uint8Array
  nonSecureIpa: Uint8Array
  stage2: Uint8Array
  class: Uint8Array
  q1Bits43to42: Uint8Array
  ttrnw: Uint8Array
  q1Bits47to45: Uint8Array
  impdef: Uint16Array
  inputAddress: BigUint64Array
  q3Bits11to0: Uint16Array
  ipa: BigUint64Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"smmuv3.stall-event","size":32,"word":8,"order":"little","label":"q","fields":{"eventNumber":{"at":[[0,7,0]],"as":"uint"},"substreamValid":{"at":[[0,11,11]],"as":"flag"},"substreamId":{"at":[[0,31,12]],"as":"uint"},"streamId":{"at":[[0,63,32]],"as":"uint"},"stag":{"at":[[1,15,0]],"as":"uint"},"granuleProtectionFault":{"at":[[1,16,16]],"as":"flag","optional":true},"q1Bits30to17":{"at":[[1,30,17]],"as":"uint","optional":true},"stall":{"at":[[1,31,31]],"as":"flag"},"q1Bit32":{"at":[[1,32,32]],"as":"flag","optional":true},"privileged":{"at":[[1,33,33]],"as":"flag"},"instruction":{"at":[[1,34,34]],"as":"flag"},"read":{"at":[[1,35,35]],"as":"flag"},"q1Bits37to36":{"at":[[1,37,36]],"as":"uint","optional":true},"nonSecureIpa":{"at":[[1,38,38]],"as":"flag","optional":true},"stage2":{"at":[[1,39,39]],"as":"flag"},"class":{"at":[[1,41,40]],"as":"uint"},"q1Bits43to42":{"at":[[1,43,42]],"as":"uint","optional":true},"ttrnw":{"at":[[1,44,44]],"as":"flag"},"q1Bits47to45":{"at":[[1,47,45]],"as":"uint","optional":true},"impdef":{"at":[[1,63,48]],"as":"uint","optional":true},"inputAddress":{"at":[[2,63,0]],"as":"bigint"},"q3Bits11to0":{"at":[[3,11,0]],"as":"uint","optional":true},"ipa":{"at":[[3,55,12]],"as":"page"}},"reserved":[[0,10,8],[3,63,56]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"smmuv3.stall-event","title":"Event record of a fault that can stall","clause":"Arm IHI 0070, 7.3","source":"Arm IHI 0070 G.b, 7.3; gem5 smmu_v3_defs.hh, Microsoft Mu SmmuV3Registers.h, Linux arm-smmu-v3.h; captured events decode sensibly","word":8,"order":"little","label":"q","size":32,"place":"SMMUv3 event queue","fields":{"eventNumber":{"at":[[0,7,0]],"as":"uint","codes":{"F_UUT":1,"C_BAD_STREAMID":2,"F_STE_FETCH":3,"C_BAD_STE":4,"F_BAD_ATS_TREQ":5,"F_STREAM_DISABLED":6,"F_TRANSL_FORBIDDEN":7,"C_BAD_SUBSTREAMID":8,"F_CD_FETCH":9,"C_BAD_CD":10,"F_WALK_EABT":11,"F_TRANSLATION":16,"F_ADDR_SIZE":17,"F_ACCESS":18,"F_PERMISSION":19,"F_TLB_CONFLICT":32,"F_CFG_CONFLICT":33,"E_PAGE_REQUEST":36,"F_VMS_FETCH":37},"doc":"event number; 0x10 to 0x13 are the faults that can stall"},"substreamValid":{"at":[[0,11,11]],"as":"flag","doc":"SSV: SubstreamID is valid"},"substreamId":{"at":[[0,31,12]],"as":"uint","doc":"SubstreamID (the PASID), if SSV"},"streamId":{"at":[[0,63,32]],"as":"uint","doc":"StreamID; for PCIe its low 16 bits are the Requester ID"},"stag":{"at":[[1,15,0]],"as":"uint","doc":"STAG: stall tag, to be given back in CMD_RESUME; unknown unless Stall. Reason, in fetch and walk events"},"granuleProtectionFault":{"at":[[1,16,16]],"as":"flag","optional":true,"doc":"GPCF, in fetch and walk events only; RES0 before RME"},"q1Bits30to17":{"at":[[1,30,17]],"as":"uint","optional":true,"doc":"RES0 in a fault event; another event may use it, and it is kept as it is"},"stall":{"at":[[1,31,31]],"as":"flag","doc":"Stall: the transaction waits for CMD_RESUME"},"q1Bit32":{"at":[[1,32,32]],"as":"flag","optional":true,"doc":"RES0 in a fault event; another event may use it, and it is kept as it is"},"privileged":{"at":[[1,33,33]],"as":"flag","doc":"PnU: privileged, not unprivileged"},"instruction":{"at":[[1,34,34]],"as":"flag","doc":"InD: instruction, not data"},"read":{"at":[[1,35,35]],"as":"flag","doc":"RnW: read, not write"},"q1Bits37to36":{"at":[[1,37,36]],"as":"uint","optional":true,"doc":"RES0 in a fault event; another event may use it, and it is kept as it is"},"nonSecureIpa":{"at":[[1,38,38]],"as":"flag","optional":true,"doc":"NSIPA: IPA is a Non-secure one; in the Secure event queue only"},"stage2":{"at":[[1,39,39]],"as":"flag","doc":"S2: the fault is of stage 2"},"class":{"at":[[1,41,40]],"as":"uint","codes":{"CD":0,"TTD":1,"IN":2},"doc":"CLASS: what was being done when the fault arose"},"q1Bits43to42":{"at":[[1,43,42]],"as":"uint","optional":true,"confidence":"confirm","doc":"RES0, but newer bits of F_PERMISSION stand somewhere here; kept as it is"},"ttrnw":{"at":[[1,44,44]],"as":"flag","confidence":"one source","doc":"TTRnW: the table access was a read; for CLASS TTD"},"q1Bits47to45":{"at":[[1,47,45]],"as":"uint","optional":true,"confidence":"confirm","doc":"RES0, but newer bits of F_PERMISSION stand somewhere here; kept as it is"},"impdef":{"at":[[1,63,48]],"as":"uint","optional":true,"confidence":"one source","doc":"implementation defined"},"inputAddress":{"at":[[2,63,0]],"as":"bigint","unit":"byte address","doc":"InputAddr: the address of the transaction"},"q3Bits11to0":{"at":[[3,11,0]],"as":"uint","optional":true,"doc":"RES0; FetchAddr[11:3] in fetch and walk events. Hardware is known to repeat InputAddr in q3 unless S2, and it is kept as it is"},"ipa":{"at":[[3,55,12]],"as":"page","unit":"byte address","doc":"IPA[55:12], if S2; [51:12] before SMMUv3.4"}},"reserved":[[0,10,8],[3,63,56]],"roles":{"device":"streamId","pasid":"substreamId","pasidValid":"substreamValid","tag":"stag","address":"inputAddress","read":"read","write":{"not":"read"},"execute":"instruction","privileged":"privileged"},"carries":{"what":"page request","unlike":"stalled transaction","others":{"eventNumber":{"is":16},"stall":{"is":true,"expected":"true: a transaction that does not stall waits for no answer"},"stage2":{"is":false},"class":{"is":2},"ttrnw":{"is":false},"ipa":{"is":0}},"answer":{"group":"smmuv3.cmd-resume"}}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): Smmuv3StallEvent | undefined {
  if (outside(bytes, offset, 32)) return undefined
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
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0) return undefined
  if (((w0 & 0x700) | (w7 & 0xff000000)) !== 0 && mode !== 1) return undefined
  return {
    eventNumber: w0 & 0xff,
    substreamValid: flag((w0 >>> 11) & 1),
    substreamId: w0 >>> 12,
    streamId: w1 >>> 0,
    stag: w2 & 0xffff,
    granuleProtectionFault: flag((w2 >>> 16) & 1),
    q1Bits30to17: (w2 >>> 17) & 0x3fff,
    stall: flag(w2 >>> 31),
    q1Bit32: flag(w3 & 1),
    privileged: flag((w3 >>> 1) & 1),
    instruction: flag((w3 >>> 2) & 1),
    read: flag((w3 >>> 3) & 1),
    q1Bits37to36: (w3 >>> 4) & 3,
    nonSecureIpa: flag((w3 >>> 6) & 1),
    stage2: flag((w3 >>> 7) & 1),
    class: (w3 >>> 8) & 3,
    q1Bits43to42: (w3 >>> 10) & 3,
    ttrnw: flag((w3 >>> 12) & 1),
    q1Bits47to45: (w3 >>> 13) & 7,
    impdef: w3 >>> 16,
    inputAddress: fromHalves(w4, w5),
    q3Bits11to0: w6 & 0xfff,
    ipa: fromHalves(w6 & 0xfffff000, w7 & 0xffffff),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: Smmuv3StallEventInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if ((message.granuleProtectionFault === undefined || message.q1Bits30to17 === undefined || message.q1Bit32 === undefined || message.q1Bits37to36 === undefined || message.nonSecureIpa === undefined || message.q1Bits43to42 === undefined || message.q1Bits47to45 === undefined || message.impdef === undefined || message.q3Bits11to0 === undefined) && !onlyKnown(bits(), message)) return false
  const $eventNumber = message.eventNumber
  if (typeof $eventNumber !== 'number' || ($eventNumber & 0xff) !== $eventNumber) return false
  const $substreamValid = bit(message.substreamValid)
  const $substreamId = message.substreamId
  if (typeof $substreamId !== 'number' || ($substreamId & 0xfffff) !== $substreamId) return false
  const $streamId = message.streamId
  if (typeof $streamId !== 'number' || $streamId >>> 0 !== $streamId) return false
  const $stag = message.stag
  if (typeof $stag !== 'number' || ($stag & 0xffff) !== $stag) return false
  const $granuleProtectionFault = bit(message.granuleProtectionFault === undefined ? false : message.granuleProtectionFault)
  const $q1Bits30to17 = message.q1Bits30to17 === undefined ? 0 : message.q1Bits30to17
  if (typeof $q1Bits30to17 !== 'number' || ($q1Bits30to17 & 0x3fff) !== $q1Bits30to17) return false
  const $stall = bit(message.stall)
  const $q1Bit32 = bit(message.q1Bit32 === undefined ? false : message.q1Bit32)
  const $privileged = bit(message.privileged)
  const $instruction = bit(message.instruction)
  const $read = bit(message.read)
  const $q1Bits37to36 = message.q1Bits37to36 === undefined ? 0 : message.q1Bits37to36
  if (typeof $q1Bits37to36 !== 'number' || ($q1Bits37to36 & 3) !== $q1Bits37to36) return false
  const $nonSecureIpa = bit(message.nonSecureIpa === undefined ? false : message.nonSecureIpa)
  const $stage2 = bit(message.stage2)
  const $class = message.class
  if (typeof $class !== 'number' || ($class & 3) !== $class) return false
  const $q1Bits43to42 = message.q1Bits43to42 === undefined ? 0 : message.q1Bits43to42
  if (typeof $q1Bits43to42 !== 'number' || ($q1Bits43to42 & 3) !== $q1Bits43to42) return false
  const $ttrnw = bit(message.ttrnw)
  const $q1Bits47to45 = message.q1Bits47to45 === undefined ? 0 : message.q1Bits47to45
  if (typeof $q1Bits47to45 !== 'number' || ($q1Bits47to45 & 7) !== $q1Bits47to45) return false
  const $impdef = message.impdef === undefined ? 0 : message.impdef
  if (typeof $impdef !== 'number' || ($impdef & 0xffff) !== $impdef) return false
  if (!intoHalves(message.inputAddress)) return false
  const $inputAddresslow = low()
  const $inputAddresshigh = high()
  const $q3Bits11to0 = message.q3Bits11to0 === undefined ? 0 : message.q3Bits11to0
  if (typeof $q3Bits11to0 !== 'number' || ($q3Bits11to0 & 0xfff) !== $q3Bits11to0) return false
  if (!intoHalves(message.ipa)) return false
  const $ipalow = low()
  const $ipahigh = high()
  if (($ipalow & 0xfff) !== 0) return false
  if (($ipahigh & 0xff000000) !== 0) return false
  if (($substreamValid | $granuleProtectionFault | $stall | $q1Bit32 | $privileged | $instruction | $read | $nonSecureIpa | $stage2 | $ttrnw) < 0) return false
  if (outside(target, offset, 32)) return false
  const w0 = $eventNumber | ($substreamValid << 11) | ($substreamId << 12)
  const w1 = $streamId
  const w2 = $stag | ($granuleProtectionFault << 16) | ($q1Bits30to17 << 17) | ($stall << 31)
  const w3 = $q1Bit32 | ($privileged << 1) | ($instruction << 2) | ($read << 3) | ($q1Bits37to36 << 4) | ($nonSecureIpa << 6) | ($stage2 << 7) | ($class << 8) | ($q1Bits43to42 << 10) | ($ttrnw << 12) | ($q1Bits47to45 << 13) | ($impdef << 16)
  const w4 = $inputAddresslow
  const w5 = $inputAddresshigh
  const w6 = $q3Bits11to0 | ($ipalow & 0xfffff000)
  const w7 = $ipahigh & 0xffffff
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, w2, w3)
    setLittle4(writeView, offset + 16, w4, w5, w6, w7)
  } else {
    storeLittle4(target, offset, w0, w1, w2, w3)
    storeLittle4(target, offset + 16, w4, w5, w6, w7)
  }
  return true
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
export const columns = /* @__PURE__ */ columner<Smmuv3StallEventColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<Smmuv3StallEventColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<Smmuv3StallEventColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<Smmuv3StallEventInit, Smmuv3StallEventColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<Smmuv3StallEvent, Smmuv3StallEventInit, Smmuv3StallEventColumns, typeof Table>(id, size, table, read, write)
