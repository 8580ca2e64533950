/** Linux error numbers, as `errno` has them: negative. */
const ERRNO = { EBADF: -9, EBUSY: -16, ENODEV: -19, EINVAL: -22 } as const

type Errno = keyof typeof ERRNO

/** Why something is refused, in the order of the checks: the error that Linux would give, and what it means here. */
export const REFUSALS = {
  'foreign-handle': ['EBADF', 'the handle belongs to another IOMMU'],
  detached: ['ENODEV', 'the device was detached'],
  'no-domain': ['ENODEV', 'the device is attached to no domain'],
  'pri-disabled': ['EINVAL', 'the device has no fault parameters: its page request interface is not enabled'],
  malformed: ['EINVAL', 'the response is not well-formed'],
  'nothing-pending': ['EINVAL', 'nothing is pending on the device'],
  'no-such-group': ['EINVAL', 'no pending group of the device has this index'],
  'wrong-pasid': ['EINVAL', 'the pending group of the device with this index is of another PASID'],
  'wrong-type': ['EINVAL', 'the group asked for the other type of response'],
  'wrong-code': ['EINVAL', 'the format cannot express the response code'],
  // From `attach`, not from a response.
  'already-attached': ['EBUSY', 'a device with this identity is attached already'],
} as const satisfies Record<string, readonly [Errno, string]>

export type RefusalReason = keyof typeof REFUSALS

/**
 * A device, guest or driver asked for something it may not do. Nothing has changed.
 * `code` and `errno` are those that Linux gives in the same case, in the form of Node.js errors.
 */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
  readonly reason: RefusalReason
  /** Name of the Linux error, such as `EINVAL`. */
  readonly code: Errno
  /** Its number, negative. */
  readonly errno: number

  constructor(reason: RefusalReason, detail?: string) {
    const [code, text] = REFUSALS[reason]
    super(`${code}: ${text}${detail === undefined ? '' : ` (${detail})`}`)
    this.reason = reason
    this.code = code
    this.errno = ERRNO[code]
  }
}
