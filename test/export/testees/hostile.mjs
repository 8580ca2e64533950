import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

// A testee that answers by a table of answers, and is bad in one way: node hostile.mjs KIND ANSWERS [QUESTION [FLAG FILE]]
const [kind, answers, victim, flagFile] = process.argv.slice(2)
const table = JSON.parse(readFileSync(answers, 'utf8'))
const say = (text) => process.stdout.write(text)

if (kind === 'dies-at-start') process.exit(7)
if (kind === 'banner') say('VCD info: dumpfile opened\n\nsome simulator, some year\n')
if (kind === 'flood') setInterval(() => say('x'.repeat(100_000)), 1)
if (kind === 'flood-of-lines') setInterval(() => say('nothing at all\n'.repeat(1000)), 1)
if (kind === 'talks-to-stderr') process.stderr.write(`${'e'.repeat(100_000)} the end\n`)

// A child that outlives it holds its standard output open.
if (kind === 'leaves-a-child') spawn(process.execPath, ['-e', 'setTimeout(() => undefined, 60_000)'], { stdio: ['ignore', 'inherit', 'ignore'] }).unref()
if (kind === 'floods-stderr') setInterval(() => process.stderr.write('e'.repeat(100_000)), 1)

let asked = 0
let held = []
let dying = false
createInterface({ input: process.stdin }).on('line', (line) => {
  if (line.startsWith('hello')) {
    if (kind === 'silent') return
    if (kind === 'other-version') return say('hello 2 name=other\n')
    say(`hello 1 name=${kind}${kind === 'names-its-record' ? ' records=pcie.pasid-prefix' : ''}\n`)
    if (kind === 'closes-stdout') process.stdout.end()
    if (kind === 'closes-stdin') process.stdin.destroy()
    return
  }
  if (dying) return
  asked++
  const space = line.indexOf(' ')
  const [number, question] = [line.slice(0, space), line.slice(space + 1)]
  const answer = table[question]
  if (kind === 'dies-always') process.exit(3)
  if (question === victim && kind === 'dies-on-one') process.exit(3)
  if (question === victim && kind === 'silent-on-one') return
  if (question === victim && kind === 'dies-once' && !existsSync(flagFile)) {
    writeFileSync(flagFile, '')
    process.exit(3)
  }
  if (question === victim && kind === 'dies-in-a-line') {
    say(`${number} ${answer.slice(0, 3)}`)
    dying = true
    return setTimeout(() => process.exit(3), 50)
  }
  switch (kind) {
    case 'in-any-order':
      // Six at a time, the last first; what is left over after a while.
      held.push(`${number} ${answer}\n`)
      if (held.length === 6) held.reverse().splice(0).forEach(say)
      return void setTimeout(() => held.splice(0).forEach(say), 300)
    case 'echoes': return say(`${line}\n`)
    case 'no-line-end': return say(asked === 1 ? `${number} ${answer}` : `\n${number} ${answer}`)
    case 'long-answer': return say(`${number} ${answer} ${'x'.repeat(question === victim ? 60_000 : 0)}\n`)
    case 'half-of-the-values': return say(`${number} ${answer.replace(/ \w+=0x[0-9a-f]+$/, '')}\n`)
    case 'values-twice': return say(`${number} ${answer.startsWith('ok') && answer.includes('=') ? `${answer} ${answer.split(' ')[1]}` : answer}\n`)
    case 'negative-numbers': return say(`${number} ${answer.replaceAll('=0x', '=-0x')}\n`)
    case 'later-lies-of-hello': return say(`hello 9\n${number} ${answer}\n`)
    case 'garbage': return say(`${number} \u0000\u0007 ok? {}\n`)
    case 'skips-all': return say(`${number} skip no time\n`)
    case 'twice': return say(`${number} ${answer}\n${number} ${answer}\n`)
    case 'unasked': return say(`999999 ${answer}\n`)
    case 'carriage-returns': return say(`${number} ${answer}\r\n`)
    case 'in-pieces': return [...`${number} ${answer}\n`].forEach(say)
    case 'decimal': return say(`${number} ${answer.startsWith('ok ') && answer.includes('=') ? `ok ${answer.slice(3).split(' ').reverse().map((word) => word.replace(/0x[0-9a-f]+/, (hex) => String(BigInt(hex)))).join('  ')}` : answer}\n`)
    case 'no-field': return say(`${number} ${answer.replace(/^(error \w+) .*/, '$1')}\n`)
    case 'wrong-code': return say(`${number} ${answer.replace(/^error .*/, 'error oops')}\n`)
    case 'accepts-all': return say(`${number} ${answer.startsWith('error') ? 'ok' : answer}\n`)
    default: say(`${number} ${answer}\n`)
  }
})
