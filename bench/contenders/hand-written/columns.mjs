/**
 * Columns as a careful engineer writes them at first: one loop over the records, into arrays made once, with all checks.
 * No blocks: V8 then loads where each of the arrays lies for every record anew.
 */

/** A loop for each record: it stores the fields of `count` records and gives what must be 0, all ORed. */
const loops = {
  'vtd.page-request'(v, count, [pasidPresent, rid, pasid, execute, privileged, read, write, last, prgIndex, , halves]) {
    let bad = 0
    for (let i = 0; i < count; i++) {
      const at = 32 * i
      const a = v.getInt32(at, true)
      const b = v.getInt32(at + 4, true)
      const c = v.getInt32(at + 8, true)
      bad |=
        ((a & 0xfeff) ^ 1) | (b & 0xffc00000) |
        v.getInt32(at + 16, true) | v.getInt32(at + 20, true) | v.getInt32(at + 24, true) | v.getInt32(at + 28, true)
      pasidPresent[i] = (a >>> 8) & 1
      rid[i] = a >>> 16
      pasid[i] = b & 0xfffff
      execute[i] = (b >>> 20) & 1
      privileged[i] = (b >>> 21) & 1
      read[i] = c & 1
      write[i] = (c >>> 1) & 1
      last[i] = (c >>> 2) & 1
      prgIndex[i] = (c >>> 3) & 0x1ff
      halves[2 * i] = c & 0xfffff000
      halves[2 * i + 1] = v.getInt32(at + 12, true)
    }
    return bad
  },
  'vtd.page-group-response'(v, count, [pasidPresent, respCode, rid, pasid, prgIndex, last]) {
    let bad = 0
    for (let i = 0; i < count; i++) {
      const at = 32 * i
      const a = v.getInt32(at, true)
      const b = v.getInt32(at + 4, true)
      const c = v.getInt32(at + 8, true)
      bad |=
        ((a & 0xfef) ^ 9) | (b & 0xfff00000) | (c & 0xfffff003) | v.getInt32(at + 12, true) |
        v.getInt32(at + 16, true) | v.getInt32(at + 20, true) | v.getInt32(at + 24, true) | v.getInt32(at + 28, true)
      pasidPresent[i] = (a >>> 4) & 1
      respCode[i] = (a >>> 12) & 0xf
      rid[i] = a >>> 16
      pasid[i] = b & 0xfffff
      prgIndex[i] = (c >>> 3) & 0x1ff
      last[i] = (c >>> 2) & 1
    }
    return bad
  },
  'pcie.page-request'(v, count, [t9, tc, t8, attr, ln, th, td, ep, requester, tag, , halves, prgIndex, last, write, read]) {
    let bad = 0
    for (let i = 0; i < count; i++) {
      const at = 16 * i
      const a = v.getInt32(at)
      const b = v.getInt32(at + 4)
      const d = v.getInt32(at + 12)
      bad |= ((a & 0xff000fff) ^ 0x30000000) | ((b & 0xff) ^ 4)
      t9[i] = (a >>> 23) & 1
      tc[i] = (a >>> 20) & 7
      t8[i] = (a >>> 19) & 1
      attr[i] = ((a >>> 16) & 4) | ((a >>> 12) & 3)
      ln[i] = (a >>> 17) & 1
      th[i] = (a >>> 16) & 1
      td[i] = (a >>> 15) & 1
      ep[i] = (a >>> 14) & 1
      requester[i] = b >>> 16
      tag[i] = (b >>> 8) & 0xff
      halves[2 * i] = d & 0xfffff000
      halves[2 * i + 1] = v.getInt32(at + 8)
      prgIndex[i] = (d >>> 3) & 0x1ff
      last[i] = (d >>> 2) & 1
      write[i] = (d >>> 1) & 1
      read[i] = d & 1
    }
    return bad
  },
  'pcie.prg-response'(v, count, [t9, tc, t8, attr, ln, th, td, ep, requester, tag, destination, respCode, prgIndex]) {
    let bad = 0
    for (let i = 0; i < count; i++) {
      const at = 16 * i
      const a = v.getInt32(at)
      const b = v.getInt32(at + 4)
      const c = v.getInt32(at + 8)
      bad |= ((a & 0xff000fff) ^ 0x32000000) | ((b & 0xff) ^ 5) | (c & 0xe00) | v.getInt32(at + 12)
      t9[i] = (a >>> 23) & 1
      tc[i] = (a >>> 20) & 7
      t8[i] = (a >>> 19) & 1
      attr[i] = ((a >>> 16) & 4) | ((a >>> 12) & 3)
      ln[i] = (a >>> 17) & 1
      th[i] = (a >>> 16) & 1
      td[i] = (a >>> 15) & 1
      ep[i] = (a >>> 14) & 1
      requester[i] = b >>> 16
      tag[i] = (b >>> 8) & 0xff
      destination[i] = c >>> 16
      respCode[i] = (c >>> 12) & 0xf
      prgIndex[i] = c & 0x1ff
    }
    return bad
  },
  'linux.page-response-msg'(v, count, [, halves, pasid, respCode, pasidPresent, group, type, privateData]) {
    let bad = 0
    for (let i = 0; i < count; i++) {
      const at = 24 * i
      const w = v.getInt32(at + 12, true)
      bad |= w & 0xffffc000
      halves[2 * i] = v.getInt32(at, true)
      halves[2 * i + 1] = v.getInt32(at + 4, true)
      pasid[i] = v.getInt32(at + 8, true)
      respCode[i] = w & 0xf
      pasidPresent[i] = (w >>> 4) & 1
      group[i] = (w >>> 5) & 0x1ff
      type[i] = v.getInt32(at + 16, true)
      privateData[i] = v.getInt32(at + 20, true)
    }
    return bad
  },
}

const arrays = { 8: Uint8Array, 16: Uint16Array, 32: Uint32Array, 64: BigUint64Array }
const records = {
  'vtd.page-request': [32, [8, 16, 32, 8, 8, 8, 8, 8, 16, 64]],
  'vtd.page-group-response': [32, [8, 8, 16, 32, 16, 8]],
  'pcie.page-request': [16, [8, 8, 8, 8, 8, 8, 8, 8, 16, 8, 64, 16, 8, 8, 8]],
  'pcie.prg-response': [16, [8, 8, 8, 8, 8, 8, 8, 8, 16, 8, 16, 8, 16]],
  'linux.page-response-msg': [24, [64, 32, 8, 8, 16, 32, 32]],
}

export const columns = Object.fromEntries(
  Object.entries(records).map(([id, [size, widths]]) => [id, (bytes) => {
    const loop = loops[id]
    const count = bytes.length / size
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    const columns = widths.map((width) => new arrays[width](count))
    // After a column of 64 bits comes the same memory in halves.
    const targets = columns.flatMap((column) => (column instanceof BigUint64Array ? [column, new Int32Array(column.buffer)] : [column]))
    return () => {
      const bad = []
      if (loop(view, count, targets) !== 0) {
        const one = (i) => loop(new DataView(view.buffer, view.byteOffset + i * size, size), 1, targets)
        for (let i = 0; i < count; i++) if (one(i) !== 0) bad.push(i)
      }
      return { columns, bad }
    }
  }]),
)
