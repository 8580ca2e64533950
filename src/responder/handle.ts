import type { Identity } from '../translate/index.ts'
import type { Outstanding } from './count.ts'
import type { Device } from './device.ts'

/**
 * A device that is attached to an IOMMU, as its holder sees it: the one thing through which it can be answered for.
 * It says nothing that the holder may not know, and works with the IOMMU that gave it out alone.
 */
export class DeviceHandle {
  readonly #device: Device

  constructor(device: Device) {
    this.#device = device
    Object.freeze(this)
  }

  /** Which of the devices of its IOMMU it is, from 1, in the order of `attach`. */
  get device(): number {
    return this.#device.number
  }

  get identity(): Identity {
    return this.#device.identity
  }

  /** False once it was detached. */
  get attached(): boolean {
    return this.#device.attached
  }

  get outstanding(): Outstanding {
    return this.#device.count.now()
  }
}
