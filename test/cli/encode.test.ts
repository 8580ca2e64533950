import { describe, expect, it } from 'vitest'
import { command } from '../support/command.ts'

/** Bytes as the command prints them: two digits each. */
const pairs = (hex: string): string => hex.replaceAll(/\s/g, '').match(/../g)!.join(' ')

describe('encode', () => {
  it('takes numbers in every base, flags, names and devices', async () => {
    const fields = ['deviceId=0000:03:00.0', 'pasid=0b1_0010_0011_0100_0101', 'guest=1', 'prgIndex=427', 'respCode=Success']
    expect(await command(['encode', 'amd.complete-ppr-request', ...fields])).toMatchObject({ status: 0, err: '', out: `${pairs('000300004523017004000000ab010000')}\n` })
    const masks = ['flags=IOMMU_PGFAULT_FLAGS_PASID_VALID|IOMMU_PGFAULT_FLAGS_LAST_PAGE', 'devId=1', 'pasid=2', 'grpid=3', 'perm=IOMMU_FAULT_PERM_WRITE', 'addr=0x1_0000_1000', 'length=0', 'cookie=4']
    const { out } = await command(['encode', 'linux.iommufd-pgfault', ...masks, '--words', 'le32'])
    expect(out).toBe('0x00000003 0x00000001 0x00000002 0x00000003 0x00000002 0x00000000 0x00001000 0x00000001 0x00000000 0x00000004\n')
  })

  it('puts a PASID prefix before a TLP', async () => {
    const { out } = await command([
      'encode', 'pcie.prg-response', 'requesterId=0', 'destinationId=03:00.0', 'respCode=0xf', 'prgIndex=427',
      'pasidPrefix.pasid=0x12345', 'pasidPrefix.executeRequested=0', 'pasidPrefix.privilegedModeRequested=false',
    ])
    expect(out).toBe(`${pairs('91012345 32000000 00000005 0300f1ab 00000000')}\n`)
  })

  it.each([
    [['deviceId=1', 'gest=1'], 2, 'amd.complete-ppr-request has no field "gest" (did you mean guest?)'],
    [['opcode=7'], 2, 'amd.complete-ppr-request: opcode is always 0x7; leave it out'],
    [['deviceId=1', 'deviceId=2'], 2, 'deviceId is given twice'],
    [['deviceId=1', 'pasid=2'], 2, 'amd.complete-ppr-request: missing guest= prgIndex= respCode='],
    [['deviceId'], 2, 'deviceId: expected field=value'],
    [['pasid=1.5'], 2, 'pasid=1.5: expected a number'],
    [['pasid='], 2, 'pasid=: expected a number'],
    [['guest=yes'], 2, 'guest=yes: expected true, false, 1 or 0'],
    [['respCode=Sucess'], 2, 'respCode=Sucess: expected a number or one of Success, InvalidRequest, ResponseFailure (did you mean Success?)'],
    [['pasidPrefix.pasid=1'], 2, 'amd.complete-ppr-request has no PASID prefix: it is not a TLP'],
    [['__proto__=1'], 2, 'amd.complete-ppr-request has no field "__proto__"'],
    [['deviceId=1', 'pasid=0x100000', 'guest=1', 'prgIndex=0', 'respCode=0'], 1, 'amd.complete-ppr-request pasid dw1[19:0]: range: expected a whole number from 0 to 0xfffff, got 0x100000'],
    [['deviceId=-1', 'pasid=0', 'guest=1', 'prgIndex=0', 'respCode=0'], 1, 'amd.complete-ppr-request deviceId dw0[15:0]: range: expected a whole number from 0 to 0xffff, got -1'],
  ])('refuses %j', async (fields, status, message) => {
    expect(await command(['encode', 'amd.complete-ppr-request', ...fields])).toMatchObject({ status, out: '', err: `error: ${message}\n` })
  })

  it('reports a bad line of JSON by its number and goes on', async () => {
    const good = '{"cookie":5,"code":"IOMMUFD_PAGE_RESP_INVALID"}'
    const { out, err, status } = await command(['encode', 'linux.iommufd-page-response', '--from-json'], {
      stdin: `${good}\n\n{"cookie":5\n[1]\n{"cooky":5}\n{"cookie":"0x100000000","code":0}\n{"message":${good}}\n`,
    })
    expect(status).toBe(1)
    expect(out).toBe('05 00 00 00 01 00 00 00\n05 00 00 00 01 00 00 00\n')
    expect(err.trimEnd().split('\n').map((line) => line.slice(0, 41))).toEqual([
      expect.stringMatching(/^error: standard input:3: this is not JSON$/),
      expect.stringMatching(/^error: standard input:4: expected a mess/),
      expect.stringMatching(/^error: standard input:5: linux\.iommufd/),
      expect.stringMatching(/^error: standard input:6: linux\.iommufd/),
    ])
    expect(await command(['encode', 'amd.ppr-log', '--from-json'])).toMatchObject({ status: 1, err: 'error: standard input: nothing to read: no message is there\n' })
    expect((await command(['encode', 'amd.ppr-log', '--from-json', 'pasid=1'])).status).toBe(2)
  })
})
