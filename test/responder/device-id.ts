/**
 * Whose a response is: the Requester ID, and the segment above it where the record has one, read from the bytes without
 * the library.
 */
export function deviceIdOf(record: string, bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  switch (record) {
    case 'pcie.prg-response':
      return view.getUint16(bytes.length - 8)
    case 'pcie-flit.prg-response':
      // OHC-A4 is there where the segment is known, or a PASID.
      return (bytes.length > 16 ? view.getUint8(16) * 65536 : 0) + view.getUint16(8)
    case 'vtd.page-group-response':
    case 'vtd.page-group-response-v3':
    case 'vtd.page-group-response-v2':
      return view.getUint16(2, true)
    case 'vtd.page-stream-response-v2':
      return view.getUint8(3) * 256 + ((view.getUint16(8, true) >> 4) & 0xff)
    case 'amd.complete-ppr-request':
      return view.getUint16(0, true)
    case 'smmuv3.cmd-pri-resp':
    case 'smmuv3.cmd-resume':
      return view.getUint32(4, true)
    case 'riscv.ats-prgr':
      return view.getUint8(7) * 65536 + view.getUint16(5, true)
    case 'riscv.ats-prgr-be':
      return view.getUint8(0) * 65536 + view.getUint16(1)
    default:
      throw new Error(`no response: ${record}`)
  }
}
