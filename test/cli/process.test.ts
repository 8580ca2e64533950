import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { program } from '../support/program.ts'

/** The command as a process of its own. */

const cli = await program('src/cli/main.ts')

const start = (argv: readonly string[], input = ''): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, [cli, ...argv], { encoding: 'utf8', input, maxBuffer: 1e8, env: { ...process.env, NO_COLOR: '1' } })

describe('the process', () => {
  it('tells its version', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    expect(start(['--version'])).toMatchObject({ status: 0, stdout: `${version}\n` })
  })

  it('reads standard input, and exits with 1 where a record is bad', () => {
    const ran = start(['decode', 'pcie.prg-response', '--json'], '32000000 00000005 0300f1ab 00000000 32')
    expect(ran.status).toBe(1)
    expect(ran.stdout.split('\n')[0]).toContain('"respCode":15')
    expect(ran.stderr).toBe('error: standard input:1: record 1 at 0x10: pcie.prg-response bytes: truncated: expected 16 bytes at offset 16, got 1\n')
  })

  it('exits with 2 for wrong usage', () => {
    expect(start(['decode', 'pcie.prg-respons', '00'])).toMatchObject({ status: 2, stdout: '' })
  })

  it('writes everything into a pipe before it ends', () => {
    const one = '32000000 00000005 0300f1ab 00000000\n'
    const { status, stdout } = start(['decode', 'pcie.prg-response', '--json'], one.repeat(5000))
    expect(status).toBe(0)
    expect(stdout.trimEnd().split('\n')).toHaveLength(5000)
  })

  it('is quiet where the reader of its output has seen enough', () => {
    const script = `"${process.execPath}" "${cli}" decode pcie.prg-response --json | head -n 1; echo "status \${PIPESTATUS[0]}"`
    const { stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8', input: '32000000 00000005 0300f1ab 00000000\n'.repeat(5000) })
    expect(stderr).toBe('')
    expect(stdout).toMatch(/^\{"record":.*\}\nstatus 0\n$/)
  })
})
