/** A lazy view as a careful engineer writes it: a DataView and an offset, one getter per field, the length checked on each move. */
import { bigint } from './memory.mjs'

class Place {
  constructor(bytes, size) {
    if (!(bytes instanceof Uint8Array)) throw new TypeError('not a Uint8Array')
    this.memory = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    this.bytes = bytes
    this.size = size
    this.at = 0
  }

  moveTo(offset) {
    if (offset >>> 0 !== offset || offset > this.bytes.length - this.size) throw new RangeError('no whole record there')
    this.at = offset
    return this
  }
}

class PageRequest extends Place {
  get pasidPresent() { return (this.memory.getInt32(this.at, true) & 0x100) !== 0 }
  get rid() { return this.memory.getUint16(this.at + 2, true) }
  get pasid() { return this.memory.getInt32(this.at + 4, true) & 0xfffff }
  get executeRequested() { return (this.memory.getUint8(this.at + 6) & 0x10) !== 0 }
  get privilegedModeRequested() { return (this.memory.getUint8(this.at + 6) & 0x20) !== 0 }
  get read() { return (this.memory.getUint8(this.at + 8) & 1) !== 0 }
  get write() { return (this.memory.getUint8(this.at + 8) & 2) !== 0 }
  get last() { return (this.memory.getUint8(this.at + 8) & 4) !== 0 }
  get prgIndex() { return (this.memory.getUint16(this.at + 8, true) >>> 3) & 0x1ff }
  get address() { return bigint(this.memory.getInt32(this.at + 8, true) & 0xfffff000, this.memory.getInt32(this.at + 12, true)) }
}

class PageGroupResponse extends Place {
  get pasidPresent() { return (this.memory.getUint8(this.at) & 0x10) !== 0 }
  get respCode() { return this.memory.getUint8(this.at + 1) >>> 4 }
  get rid() { return this.memory.getUint16(this.at + 2, true) }
  get pasid() { return this.memory.getInt32(this.at + 4, true) & 0xfffff }
  get prgIndex() { return (this.memory.getUint16(this.at + 8, true) >>> 3) & 0x1ff }
  get last() { return (this.memory.getUint8(this.at + 8) & 4) !== 0 }
}

class Tlp extends Place {
  get t9() { return (this.memory.getUint8(this.at + 1) & 0x80) !== 0 }
  get tc() { return (this.memory.getUint8(this.at + 1) >>> 4) & 7 }
  get t8() { return (this.memory.getUint8(this.at + 1) & 8) !== 0 }
  get attr() { return (this.memory.getUint8(this.at + 1) & 4) | ((this.memory.getUint8(this.at + 2) >>> 4) & 3) }
  get ln() { return (this.memory.getUint8(this.at + 1) & 2) !== 0 }
  get th() { return (this.memory.getUint8(this.at + 1) & 1) !== 0 }
  get td() { return (this.memory.getUint8(this.at + 2) & 0x80) !== 0 }
  get ep() { return (this.memory.getUint8(this.at + 2) & 0x40) !== 0 }
  get requesterId() { return this.memory.getUint16(this.at + 4) }
  get tag() { return this.memory.getUint8(this.at + 6) }
}

class PageRequestTlp extends Tlp {
  get address() { return bigint(this.memory.getInt32(this.at + 12) & 0xfffff000, this.memory.getInt32(this.at + 8)) }
  get prgIndex() { return (this.memory.getUint16(this.at + 14) >>> 3) & 0x1ff }
  get last() { return (this.memory.getUint8(this.at + 15) & 4) !== 0 }
  get write() { return (this.memory.getUint8(this.at + 15) & 2) !== 0 }
  get read() { return (this.memory.getUint8(this.at + 15) & 1) !== 0 }
}

class PrgResponseTlp extends Tlp {
  get destinationId() { return this.memory.getUint16(this.at + 8) }
  get respCode() { return this.memory.getUint8(this.at + 10) >>> 4 }
  get prgIndex() { return this.memory.getUint16(this.at + 10) & 0x1ff }
}

class PageResponseMsg extends Place {
  get addr() { return bigint(this.memory.getInt32(this.at, true), this.memory.getInt32(this.at + 4, true)) }
  get pasid() { return this.memory.getUint32(this.at + 8, true) }
  get respCode() { return this.memory.getUint8(this.at + 12) & 0xf }
  get pasidPresent() { return (this.memory.getUint8(this.at + 12) & 0x10) !== 0 }
  get pageReqGroupId() { return (this.memory.getUint16(this.at + 12, true) >>> 5) & 0x1ff }
  get type() { return this.memory.getUint32(this.at + 16, true) }
  get privateData() { return this.memory.getUint32(this.at + 20, true) }
}

function open(Class, size) {
  return (bytes) => {
    const view = new Class(bytes, size)
    return (offset) => view.moveTo(offset)
  }
}

export const view = {
  'vtd.page-request': open(PageRequest, 32),
  'vtd.page-group-response': open(PageGroupResponse, 32),
  'pcie.page-request': open(PageRequestTlp, 16),
  'pcie.prg-response': open(PrgResponseTlp, 16),
  'linux.page-response-msg': open(PageResponseMsg, 24),
}
