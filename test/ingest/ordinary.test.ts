import { expect, it } from 'vitest'
import { read } from '../../src/ingest/index.ts'
import { numbers, randomBytes } from '../support/bytes.ts'
import { ordinaryText } from './ordinary-text.ts'

/** What logs and mails are full of, and holds no record: synthetic, in the spelling of the kernel and of tools. */
const ordinary = [
  '[  123.456789] BUG: unable to handle page fault for address: ffffa0b1c0de1000',
  '[  123.456790] #PF: supervisor read access in kernel mode',
  '[  123.456791] #PF: error_code(0x0000) - not-present page',
  '[  123.456792] PGD 100000067 P4D 100000067 PUD 0',
  '[  123.456793] Oops: 0000 [#1] PREEMPT SMP NOPTI',
  '[  123.456794] CPU: 3 PID: 1234 Comm: insmod Tainted: G           OE     5.15.0-91-generic #101-Ubuntu',
  '[  123.456795] RIP: 0010:bad_function+0x1f/0x40 [badmod]',
  '[  123.456796] Code: 48 89 e5 53 48 8b 1d 0c 20 00 00 48 85 db 74 0a 48 8b 03 5b 5d c3 0f 1f 44 00 00 31 c0 5b 5d c3 <48> 8b 00 c3',
  '[  123.456797] RSP: 0018:ffffb0e5c1a2fc58 EFLAGS: 00010246',
  '[  123.456798] RAX: 0000000000000000 RBX: ffff9f2a41234000 RCX: 0000000000000001',
  '[  123.456799] RDX: 0000000000000000 RSI: ffffffffc0a01234 RDI: 0000000000000000',
  '[  123.456800] CS:  0010 DS: 0000 ES: 0000 CR0: 0000000080050033',
  '[  123.456801] CR2: ffffa0b1c0de1000 CR3: 000000010a20a006 CR4: 0000000000770ee0',
  '[  123.456802] Stack:',
  '[  123.456803]  ffff88003a4c7d58 ffffffff81054cd9 ffff88003a4c7d68 0000000000000000',
  '[  123.456804]  0000000000000001 ffff88003e5c0000 ffff88003a4c7da8 ffffffff8105bd4c',
  '[  123.456805] Call Trace:',
  '[  123.456806]  <TASK>',
  '[  123.456807]  ? show_regs+0x6d/0x80',
  'Stack:',
  ' ffff88003a4c7d58 ffffffff81054cd9 ffff88003a4c7d68 0000000000000000',
  'Call Trace:',
  ' [<ffffffff81054cd9>] warn_slowpath_common+0x85/0x9d',
  'r7 : c0a81234  r6 : 00000000  r5 : c1234567  r4 : de5f1c00',
  '7fe0: 00000000 00000000 00000000 00000000 00000000 00000000 00000013 00000000',
  '7f40: de5f1c00 c0a81234 00000001 00000000 c0123456 00000000 de5f1c08 c1000000',
  'Bus 001 Device 002: ID 8087:0024 Intel Corp. Integrated Rate Matching Hub',
  'Bus 002 Device 003: ID 046d:c52b Logitech, Inc. Unifying Receiver',
  'Offset\t\tValues',
  '------\t\t------',
  '0x0000:\t\t08 00 27 4e 66 a1 00 00 00 00 00 00 00 00 00 00',
  '0x0010:\t\t86 80 0e 10 00 00 00 00 ff ff ff ff ff ff ff ff',
  'BIOS-e820: [mem 0x0000000000000000-0x000000000009efff] usable',
  '00100000-3fffffff : System RAM',
  '  01000000-01e00eb0 : Kernel code',
  '7f1c2a000000-7f1c2a021000 rw-p 00000000 00:00 0',
  '55d0c0a00000-55d0c0a02000 r--p 00000000 08:01 1048602                    /usr/bin/cat',
  '    link/ether 08:00:27:4e:66:a1 brd ff:ff:ff:ff:ff:ff',
  '08:00:27:4e:66:a1',
  'fe80::a00:27ff:fe4e:66a1',
  '550e8400-e29b-41d4-a716-446655440000',
  'd41d8cd98f00b204e9800998ecf8427e  empty',
  'd41d8cd98f00b204e9800998ecf8427e',
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  'da39a3ee5e6b4b0d3255bfef95601890afd80709  file',
  'commit 5a62921c9e4d0d3d6e2f0f2b9c5d2b5a3e1c7f80',
  '5a62921 ingest: find records',
  'index 83db48f..bf2a1c3 100644',
  '@@ -1,5 +1,7 @@',
  'deadbeef cafebabe',
  'static const u8 table[] = { 0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0a, 0x0b };',
  '        0x12345678, 0x9abcdef0, 0x11111111, 0x22222222,',
  '#define FOO 0xdeadbeef',
  '                    00:c3:9a:1b:2d:4e:5f:60:71:82:93:a4:b5:c6:d7:',
  '                    e8:f9:0a:1b:2c:3d:4e:5f:60:71:82:93:a4:b5:c6:',
  '                    d7:e8:f9',
  '            X509v3 Subject Key Identifier: ',
  '                1F:3A:5B:7C:9D:0E:2F:41:63:85:A7:C9:EB:0D:2F:51:73:95:B7:D9',
  '    Serial Number:',
  '        04:00:00:00:00:01:15:4b:5a:c3:94',
  '10000000 20000000 30000000',
]

/** Where such text stands. */
const places: readonly (readonly [name: string, write: (lines: readonly string[]) => string])[] = [
  ['below a sentence', (lines) => `Hi all, this is what I see:\n\n${lines.join('\n')}\n`],
  ['in a log', (lines) => lines.map((line, i) => `[   12.${345678 + i}] ${line}\n`).join('')],
  ['in the journal', (lines) => lines.map((line) => `May 30 17:35:46 host kernel: ${line}\n`).join('')],
  ['in a mail that answers', (lines) => `On Monday X wrote:\n${lines.map((line) => `> ${line}\n`).join('')}`],
]

it.each(ordinaryText)('$name: no record, wherever it stands', ({ lines }) => {
  for (const [place, write] of places) {
    for (const seed of [1, 2, 3]) expect(read(write(lines(numbers(seed)))).items.map(({ line, summary }) => `${place}: ${line} ${summary}`)).toEqual([])
  }
})

it('a row of a stack, of registers or of a network card alone is no record either', () => {
  for (const { lines } of ordinaryText.slice(0, 2)) {
    for (const line of lines(numbers(7))) expect(read(`${line}\n`).items.map(({ summary }) => `${line}: ${summary}`)).toEqual([])
  }
})

it('an ordinary log holds nothing', () => {
  expect(read(`${ordinary.join('\n')}\n`).items).toEqual([])
})

/** Programs that print messages, other programs that have the same words, and words about messages: synthetic. */
const code = [
  '\tpr_err("QI HEAD: %s qw0 = 0x%llx, qw1 = 0x%llx\\n",',
  '\tdev_info(smmu->dev, "unexpected PRI request received:\\n");',
  '\t\t "\\tsid 0x%08x.0x%05x: [%u%s] %sprivileged %s%s%s access at iova 0x%016llx\\n",',
  '\tdev_err(dev, "Event logged [IOTLB_INV_TIMEOUT device=%02x:%02x.%x address=0x%llx]\\n",',
  '\tprintk("Event logged [ILLEGAL_COMMAND_ERROR address=0x%llx]\\n", address);',
  '\tpr_alert("Completion-Wait loop timed out\\n");',
  '\tdev_err(smmu->dev, "skipping command in error state:\\n");',
  '\tpr_err("IOMMU: %s: Address is not canonical\\n", iommu->name);',
  '\tpr_info("IOMMU: %s: PRQ overflow detected\\n", iommu->name);',
  '\tdev_warn(smmu->dev, "PRIQ overflow detected -- requests lost\\n");',
  'log.warn(f"vtd_dmar_fault sid {sid:#x} fault {reason}")',
  'console.error(`Invalid page request: ${page} of ${total}`)',
  'pager: Invalid page request: 12 34',
  'geo: Address is not canonical, trying again',
  'server: Unknown PPR request received',
  'The message "Completion-Wait loop timed out" means that the IOMMU hangs.',
  'a page fault from EP 3 of the second season',
]

it('code that prints messages, and words about them, hold nothing', () => {
  for (const line of code) expect(read(`${line}\n`).items.map(({ summary }) => `${line}: ${summary}`)).toEqual([])
  expect(read(`${code.join('\n')}\n`).items).toEqual([])
})

it('a line that is a time and a word comes to an end', () => {
  expect(read('12:34:56 abc\n10:11:12.5\n2026-01-05T\n').items).toEqual([])
})

it('arbitrary characters, long lines and lines full of anchors come to an end', () => {
  const noise = Buffer.from(randomBytes(numbers(1), 1 << 20)).toString('latin1')
  expect(read(noise).items.every(({ summary }) => typeof summary === 'string')).toBe(true)
  const { tooLong } = read(`${'a'.repeat(1 << 20)}\n${'Event logged ['.repeat(300)}\n${'TLP Header:'.repeat(300)}\n`)
  expect(tooLong).toEqual([{ line: 1, at: 0 }])
})
