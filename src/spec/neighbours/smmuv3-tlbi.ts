import type { Field, Layout } from '../vocabulary.ts'
import { command } from './smmuv3-words.ts'
import { flag, page, uint } from './words.ts'

/** The TLB invalidations of the SMMUv3. Arm IHI 0070, 4.4; their TTL128 and Realm bits are not looked at. */

const tlbi = (name: Parameters<typeof command>[0]) => command(name, '4.4')

const vmid = uint([[0, 47, 32]], 'VMID')
const asid = uint([[0, 63, 48]], 'ASID')
const range = {
  num: uint([[0, 16, 12]], 'NUM: the range is (NUM + 1) << SCALE units of the granule'),
  scale: uint([[0, 24, 20]], 'SCALE'),
} as const satisfies Record<string, Field>
const pages = {
  leaf: flag(1, 0, 'Leaf: the last level alone'),
  ttl: uint([[1, 9, 8]], 'TTL: level of the entry; 0 any'),
  tg: uint([[1, 11, 10]], 'TG: granule; 0 no range'),
} as const satisfies Record<string, Field>
const address = page([[1, 63, 12]], 'Address[63:12]')

export const cmdTlbiNhAll = {
  id: 'smmuv3.cmd-tlbi-nh-all', ...tlbi('CMD_TLBI_NH_ALL'),
  fields: { vmid }, reserved: [[0, 31, 8], [0, 63, 48], [1, 63, 0]],
} as const satisfies Layout

export const cmdTlbiS12Vmall = {
  id: 'smmuv3.cmd-tlbi-s12-vmall', ...tlbi('CMD_TLBI_S12_VMALL'),
  fields: { vmid }, reserved: [[0, 31, 8], [0, 63, 48], [1, 63, 0]],
} as const satisfies Layout

export const cmdTlbiNhAsid = {
  id: 'smmuv3.cmd-tlbi-nh-asid', ...tlbi('CMD_TLBI_NH_ASID'),
  fields: { vmid, asid }, reserved: [[0, 31, 8], [1, 63, 0]],
} as const satisfies Layout

export const cmdTlbiNhVa = {
  id: 'smmuv3.cmd-tlbi-nh-va', ...tlbi('CMD_TLBI_NH_VA'),
  fields: { ...range, vmid, asid, ...pages, address },
  reserved: [[0, 11, 8], [0, 19, 17], [0, 31, 25], [1, 7, 1]],
  roles: { address: 'address' },
} as const satisfies Layout

export const cmdTlbiNhVaa = {
  id: 'smmuv3.cmd-tlbi-nh-vaa', ...tlbi('CMD_TLBI_NH_VAA'),
  fields: { ...range, vmid, ...pages, address },
  reserved: [[0, 11, 8], [0, 19, 17], [0, 31, 25], [0, 63, 48], [1, 7, 1]],
  roles: { address: 'address' },
} as const satisfies Layout

export const cmdTlbiEl2Va = {
  id: 'smmuv3.cmd-tlbi-el2-va', ...tlbi('CMD_TLBI_EL2_VA'),
  fields: { ...range, asid, ...pages, address },
  reserved: [[0, 11, 8], [0, 19, 17], [0, 47, 25], [1, 7, 1]],
  roles: { address: 'address' },
} as const satisfies Layout

export const cmdTlbiEl2Vaa = {
  id: 'smmuv3.cmd-tlbi-el2-vaa', ...tlbi('CMD_TLBI_EL2_VAA'),
  fields: { ...range, ...pages, address },
  reserved: [[0, 11, 8], [0, 19, 17], [0, 63, 25], [1, 7, 1]],
  roles: { address: 'address' },
} as const satisfies Layout

export const cmdTlbiEl3Va = {
  id: 'smmuv3.cmd-tlbi-el3-va', ...tlbi('CMD_TLBI_EL3_VA'),
  fields: { ...range, ...pages, address },
  reserved: [[0, 11, 8], [0, 19, 17], [0, 63, 25], [1, 7, 1]],
  roles: { address: 'address' },
} as const satisfies Layout

export const cmdTlbiEl2Asid = {
  id: 'smmuv3.cmd-tlbi-el2-asid', ...tlbi('CMD_TLBI_EL2_ASID'),
  fields: { asid }, reserved: [[0, 47, 8], [1, 63, 0]],
} as const satisfies Layout

export const cmdTlbiS2Ipa = {
  id: 'smmuv3.cmd-tlbi-s2-ipa', ...tlbi('CMD_TLBI_S2_IPA'),
  fields: { ...range, vmid, ...pages, ipa: page([[1, 55, 12]], 'IPA[55:12]') },
  reserved: [[0, 11, 8], [0, 19, 17], [0, 31, 25], [0, 63, 48], [1, 7, 1], [1, 63, 56]],
} as const satisfies Layout

const WITHOUT_FIELDS = { fields: {}, reserved: [[0, 63, 8], [1, 63, 0]] } as const

export const cmdTlbiNsnhAll = { id: 'smmuv3.cmd-tlbi-nsnh-all', ...tlbi('CMD_TLBI_NSNH_ALL'), ...WITHOUT_FIELDS } as const satisfies Layout
export const cmdTlbiEl2All = { id: 'smmuv3.cmd-tlbi-el2-all', ...tlbi('CMD_TLBI_EL2_ALL'), ...WITHOUT_FIELDS } as const satisfies Layout
export const cmdTlbiEl3All = { id: 'smmuv3.cmd-tlbi-el3-all', ...tlbi('CMD_TLBI_EL3_ALL'), ...WITHOUT_FIELDS } as const satisfies Layout
export const cmdTlbiSnhAll = { id: 'smmuv3.cmd-tlbi-snh-all', ...tlbi('CMD_TLBI_SNH_ALL'), ...WITHOUT_FIELDS } as const satisfies Layout
