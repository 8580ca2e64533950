import { below, pick, quotedPrintable } from './printing.ts'
import type { Next } from './printing.ts'

/** What stands around a line in what people paste. Everything here is synthetic. */

const digits = (next: Next, length: number): string => Array.from({ length }, () => below(next, 10)).join('')

export const prefixes: readonly { readonly name: string; readonly of: (next: Next) => string }[] = [
  { name: 'dmesg', of: (next) => `[${String(below(next, 99999)).padStart(5)}.${digits(next, 6)}] ` },
  { name: 'dmesg with deltas', of: (next) => `[  +${below(next, 9)}.${digits(next, 6)}] ` },
  { name: 'dmesg -T', of: () => '[Mon Jan  5 10:11:12 2026] ' },
  { name: 'dmesg -x', of: (next) => `kern  :err   : [${below(next, 999)}.${digits(next, 6)}] ` },
  { name: 'the caller', of: (next) => `[${below(next, 999)}.${digits(next, 6)}][    T${below(next, 99)}] ` },
  { name: 'the level', of: (next) => `<${below(next, 8)}>[${below(next, 999)}.${digits(next, 6)}] ` },
  { name: 'journald', of: (next) => `May ${10 + below(next, 20)} 17:35:46 host kernel: ` },
  { name: 'journald and dmesg', of: (next) => `May  3 17:35:46 host.example kernel: [  ${below(next, 999)}.${digits(next, 6)}] ` },
  { name: 'journalctl -o short-iso', of: (next) => `2026-01-05T10:11:${10 + below(next, 49)}+0100 host kernel: ` },
  { name: 'rsyslog', of: (next) => `2026-01-05T10:11:12.${digits(next, 6)}+00:00 host kernel: ` },
  { name: 'a time of day', of: (next) => `10:11:${10 + below(next, 49)} ` },
  { name: 'ftrace columns', of: (next) => `   irq/24-dmar1-48    [00${below(next, 9)}] ....   ${below(next, 999)}.${digits(next, 6)}: ` },
  { name: 'dmesg -e', of: () => '[May30 17:35] ' },
  { name: 'RFC 5424', of: (next) => `<3>1 2026-01-05T10:11:12.${digits(next, 6)}+02:00 host kernel - - - ` },
  { name: 'RFC 5424 and dmesg', of: (next) => `<3>1 2026-01-05T10:11:12Z host kernel - - [timeQuality tzKnown="1"] [  12.${digits(next, 6)}] ` },
  { name: 'logcat', of: (next) => `05-30 17:35:46.${digits(next, 3)}     0  ${100 + below(next, 900)} E ` },
  { name: '/dev/kmsg', of: (next) => `3,${below(next, 9999)},${digits(next, 8)},-;` },
  { name: 'Xen', of: () => '(XEN) ' },
  { name: 'Xen with the time', of: () => '(XEN) [2026-01-05 10:11:12.123] ' },
  { name: 'a program that logs a console', of: (next) => `[2026-01-05 10:11:12] [  12.${digits(next, 6)}] ` },
  { name: 'grep -n', of: (next) => `dmesg.txt:${below(next, 999)}:[  12.${digits(next, 6)}] ` },
  { name: 'grep -n of several files', of: (next) => `/var/log/kern.log.1:${below(next, 999)}:May 30 17:35:46 host kernel: ` },
  { name: 'cat -n', of: (next) => `   ${below(next, 999)}\t[  12.${digits(next, 6)}] ` },
  { name: 'trace-cmd', of: (next) => `       irq/24-dmar1-48    [00${below(next, 9)}]   ${below(next, 999)}.${digits(next, 6)}: ` },
  { name: 'dmesg --time-format iso', of: (next) => `2026-01-05T10:11:12,${digits(next, 6)}+01:00 ` },
  { name: 'dmesg -T in another language', of: (next) => pick(next, ['[Mo Jan  5 10:11:12 2026] ', '[lun. janv.  5 10:11:12 2026] ']) },
  { name: 'OpenWrt', of: (next) => `Mon Jan  5 10:11:12 2026 kern.err kernel: [  12.${digits(next, 6)}] ` },
  { name: 'BusyBox', of: () => 'Jan  5 10:11:12 host kern.err kernel: ' },
  { name: 'the host alone', of: () => 'host-1 kernel: ' },
  { name: 'a journal without its host', of: () => 'Jun 15 11:59:16   kernel: ' },
  { name: 'GitHub Actions', of: (next) => `2026-01-05T10:11:12.${digits(next, 7)}Z [  12.${digits(next, 6)}] ` },
  { name: 'stray letters of a console', of: (next) => `${pick(next, ['N', 'xy: 12% ', ':'])}[  304.${digits(next, 6)}] ` },
]

export const around: readonly { readonly name: string; readonly of: (text: string, next: Next) => string }[] = [
  { name: 'nothing', of: (text) => text },
  { name: 'quotes of a mail', of: (text, next) => { const mark = pick(next, ['> ', '>> ', '> > ', '>>> > ', '| ', '>']); return text.split('\n').map((line) => (line === '' ? line : mark + line)).join('\n') } },
  { name: 'carriage returns', of: (text) => text.replaceAll('\n', '\r\n') },
  { name: 'colours', of: (text) => text.split('\n').map((line) => (line === '' ? line : `\x1b[32m${line}\x1b[0m`)).join('\n') },
  { name: 'tabs and colours as cat -v shows them', of: (text) => text.replaceAll('\t', '^I').split('\n').map((line) => (line === '' ? line : `^[[1m${line}^[[0m`)).join('\n') },
  { name: 'tabs as rsyslog writes them', of: (text) => text.replaceAll('\t', '#011') },
  { name: 'a page of HTML', of: (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('>', '&gt;').replaceAll('<', '&lt;').replaceAll('\n', '<br/>\n') },
  { name: 'an answer in HTML', of: (text) => text.split('\n').map((line) => (line === '' ? line : `&gt; ${line.replaceAll('"', '&#34;')}`)).join('\n') },
  { name: 'code in Markdown', of: (text) => text.split('\n').map((line) => (line === '' ? line : `\`${line}\``)).join('\n') },
  { name: 'a fence in Markdown', of: (text) => `\`\`\`\n${text}\`\`\`\n` },
  { name: 'lists of a page of HTML', of: (text) => `<ol>${text.split('\n').map((line) => (line === '' ? line : `<li class="li1"><div class="de1">${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</div></li>`)).join('\n')}</ol>\n` },
  { name: 'cells of a table in Markdown', of: (text) => text.split('\n').map((line) => (line === '' ? line : `| ${line} |`)).join('\n') },
  { name: 'logfmt', of: (text) => text.split('\n').map((line) => (line === '' ? line : `time="2026-01-05T10:11:12Z" level=error msg=${JSON.stringify(line)} source=kernel`)).join('\n') },
  { name: 'journalctl -o export', of: (text) => text.split('\n').map((line) => (line === '' ? line : `__REALTIME_TIMESTAMP=1714558272000000\nPRIORITY=3\n_TRANSPORT=kernel\nMESSAGE=${line}`)).join('\n') },
  { name: 'journalctl -o json', of: (text) => text.split('\n').map((line) => (line === '' ? line : JSON.stringify({ _TRANSPORT: 'kernel', PRIORITY: '3', MESSAGE: line, _BOOT_ID: '0123456789abcdef0123456789abcdef' }))).join('\n') },
  { name: 'dmesg --json', of: (text) => `{\n   "dmesg": [\n      ${text.split('\n').filter((line) => line !== '').map((line, i) => `{\n         "pri": 3,\n         "time":    12.34567${i},\n         "msg": ${JSON.stringify(line)}\n      }`).join(',')}\n   ]\n}\n` },
  { name: 'blanks at the end', of: (text) => text.replaceAll('\n', '  \t\n') },
  { name: 'quoted-printable', of: quotedPrintable },
  { name: 'text around', of: (text) => `Hallo zusammen, größer als 5 µs — schaut:\n\n${text}\nViele Grüße\n` },
  { name: 'lines of other drivers', of: (text, next) => text.split('\n').flatMap((line) => (line === '' ? [line] : [pick(next, OTHER), line])).join('\n') },
]

const OTHER = ['[   12.345678] usb 1-1: new high-speed USB device number 2 using xhci_hcd', '[   12.345679] ata1: SATA link up 6.0 Gbps (SStatus 133 SControl 300)', '[   12.345680] nvme nvme0: I/O 12 QID 3 timeout, aborting']
