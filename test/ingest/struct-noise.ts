/** The same text as it stands in logs of consoles, in mails and in pages. */
export function noisy(text: string): string[] {
  const lines = text.trimEnd().split('\n')
  return [
    text,
    lines.map((line) => `> ${line}\n`).join(''),
    lines.map((line) => `>> > ${line}\n`).join(''),
    lines.map((line) => `[2026-03-05 10:11:12] ${line}\n`).join(''),
    `Hi all,\n\nhere is what I see:\n\n${text}\nThanks\n`,
    text.replaceAll('\n', '\r\n'),
    text.replaceAll('=', '=3D'),
    `\`\`\`\n${text}\`\`\`\n`,
  ]
}
