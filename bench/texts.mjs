/** Synthetic logs, made of a seed: what kernels and programs print when all is well, and lines that hold records. */
import { closeSync, openSync, writeSync } from 'node:fs'
import { random } from './records.mjs'

/** Lines without a record; `~` stands for a hex digit, `9` for a decimal one, `^` for a digit of base 64. */
const ORDINARY = [
  'kernel: usb 9-9: new high-speed USB device number 99 using xhci_hcd',
  'kernel: EXT4-fs (nvme9n9p9): mounted filesystem ~~~~~~~~-~~~~-~~~~-~~~~-~~~~~~~~~~~~ r/w with ordered data mode',
  'systemd[9999]: Started session-99.scope - Session 99 of User 9999.',
  'kernel: e1000e 0000:0~:1~.~: eth9: NIC Link is Up 9999 Mbps Full Duplex, Flow Control: None',
  'sshd[99999]: Accepted publickey for builder from 999.99.99.99 port 99999 ssh2: ED25519 SHA256:^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
  'kernel: audit: type=9999 audit(9999999999.999:9999): apparmor="STATUS" operation="profile_load" name="snap.tool" pid=9999',
  'kernel: CPU: 9 PID: 9999 Comm: worker Tainted: G           OE      6.9.9-9-generic #9',
  'kernel: RIP: 0010:finish_wait+0x~~/0x90',
  'kernel: RAX: ~~~~~~~~~~~~~~~~ RBX: ffff888~~~~~~~00 RCX: 000000000000000~',
  'kernel:  ? do_syscall_64+0x~~/0x~~0',
  'kernel: BIOS-e820: [mem 0x00000000~~~~~~00-0x00000000~~~~~~ff] usable',
  'kernel: pcieport 0000:0~:1c.~: bridge window [mem 0x~~~~~~00-0x~~~~~~ff]',
  'dbus-daemon[9999]: [system] Successfully activated service',
  'CRON[99999]: (root) CMD (command -v debian-sa1 > /dev/null)',
  'containerd[9999]: time="2024-09-09T09:09:99.999999999Z" level=info msg="shim disconnected" id=~~~~~~~~~~~~~~~~',
]

/** Lines with one record each, in the words of drivers. */
const RECORDS = [
  'kernel: dmar9: Invalid page request: 200000~~~~100101 ~~~~~~0000~~~~67',
  'kernel: prq_report: dmar9/0000:00:0~.0 seq# 99: rid=0x~0 addr=0x7f~~~~~~0 r---l pasid=0x1~~~~ index=0x~',
  'kernel: AMD-Vi: Event logged [IO_PAGE_FAULT device=0000:0~:00.0 domain=0x00~~ address=0x~~~~~~000 flags=0x0000]',
]

/** A line that holds a record. */
export const RECORD = '[  141.948394] dmar15: Invalid page request: 2000026a100101 ffffb167'

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The time stamp of a line. */
const stamp = (n) => `[${String(Math.floor(n / 1000)).padStart(8)}.${String((n * 7919) % 1_000_000).padStart(6, '0')}] `

function filled(line, { uint }) {
  return line.replaceAll(/~+|\^|9/g, (place) => (place === '9' ? String(uint(16) % 10) : place === '^' ? BASE64[uint(6)] : Array.from(place, () => uint(4).toString(16)).join('')))
}

/** Lines of about `size` bytes in all. `every`: which lines hold a record; none where it is missing. */
export function lines(size, every = Infinity) {
  const source = random(7)
  const all = []
  for (let bytes = 0; bytes < size; ) {
    const n = all.length
    const some = n % every === every - 1 ? RECORDS : ORDINARY
    all.push(stamp(n) + filled(some[source.uint(16) % some.length], source))
    bytes += all.at(-1).length + 1
  }
  return all
}

/** Writes a text again and again, until the file has `size` bytes or a little more. */
export function writeRepeated(path, bytes, size) {
  const file = openSync(path, 'w')
  for (let written = 0; written < size; ) written += writeSync(file, bytes)
  closeSync(file)
}
