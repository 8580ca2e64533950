import * as rules from '../rules/neighbours/riscv.ts'
import type { Field, Layout } from '../vocabulary.ts'
import { flag, uint } from './words.ts'

/** Registers of the RISC-V IOMMU that come with a dump of its queues, and the word of a device context that decides ATS and PRI. */

const SPEC = 'RISC-V IOMMU Architecture Specification 1.0'

const register = (name: string, size: 4 | 8) => ({
  id: `riscv.${name}`,
  title: name,
  clause: `${SPEC}, ${name}`,
  source: 'RISC-V IOMMU specification and reference model, Whisper, QEMU, Linux',
  word: size, order: 'little', label: 'r', size,
}) as const

const queue = (name: string, letter: string) => ({
  enable: flag(0, 0, `${letter}en: the ${name} queue is to be on`),
  interruptEnable: flag(0, 1, `${letter === 'cq' ? 'c' : letter[0]}ie: the ${name} queue may interrupt`),
  memoryFault: flag(0, 8, `${letter}mf: the ${name} queue could not be read or written`),
  on: flag(0, 16, `${letter}on: the ${name} queue is on`),
  busy: flag(0, 17, 'busy: a write to the register is not done'),
}) as const satisfies Record<string, Field>

export const cqcsr = {
  ...register('cqcsr', 4),
  fields: {
    ...queue('command', 'cq'),
    commandTimeout: flag(0, 9, 'cmd_to: a device did not answer an ATS.INVAL; cqh stands on the IOFENCE.C behind it'),
    commandIllegal: flag(0, 10, 'cmd_ill: the command at cqh is illegal'),
    fenceInterruptPending: flag(0, 11, 'fence_w_ip: an IOFENCE.C with WSI is done'),
  },
  reserved: [[0, 7, 2], [0, 15, 12], [0, 31, 18]],
  roles: { enable: 'enable' },
  rules: rules.cqcsr,
} as const satisfies Layout

export const fqcsr = {
  ...register('fqcsr', 4),
  fields: { ...queue('fault', 'fq'), overflow: flag(0, 9, 'fqof: a fault was lost, since the queue was full') },
  reserved: [[0, 7, 2], [0, 15, 10], [0, 31, 18]],
  roles: { enable: 'enable' },
} as const satisfies Layout

export const pqcsr = {
  ...register('pqcsr', 4),
  fields: { ...queue('page-request', 'pq'), overflow: flag(0, 9, 'pqof: a page request was lost, since the queue was full') },
  reserved: [[0, 7, 2], [0, 15, 10], [0, 31, 18]],
  roles: { enable: 'enable' },
} as const satisfies Layout

export const ipsr = {
  ...register('ipsr', 4),
  fields: {
    commandQueue: flag(0, 0, 'cip: the command queue interrupts'),
    faultQueue: flag(0, 1, 'fip: the fault queue interrupts'),
    performance: flag(0, 2, 'pmip: a performance counter interrupts'),
    pageRequestQueue: flag(0, 3, 'pip: the page-request queue interrupts'),
  },
  reserved: [[0, 31, 4]],
} as const satisfies Layout

export const translationControl = {
  ...register('tc', 8),
  title: 'Translation control, the first word of a device context',
  clause: `${SPEC}, Device-context fields, tc`,
  label: 'q',
  fields: {
    valid: flag(0, 0, 'V: the context is valid'),
    atsEnable: flag(0, 1, 'EN_ATS: ATS is allowed'),
    priEnable: flag(0, 2, 'EN_PRI: page requests are allowed'),
    guestPhysical: flag(0, 3, 'T2GPA: translation requests are answered with guest physical addresses'),
    faultsDisabled: flag(0, 4, 'DTF: most faults are not reported'),
    pdtValid: flag(0, 5, 'PDTV: the process directory table is valid'),
    prgResponsePasid: flag(0, 6, 'PRPR: page responses carry the PASID'),
    accessedInGuest: flag(0, 7, 'GADE: accessed and dirty bits of the second stage are updated'),
    accessedInFirst: flag(0, 8, 'SADE: accessed and dirty bits of the first stage are updated'),
    defaultProcess: flag(0, 9, 'DPE: process ID 0 where a request has none'),
    bigEndian: flag(0, 10, 'SBE: the tables are big-endian'),
    sxl: flag(0, 11, 'SXL: 32-bit first stage'),
    custom: uint([[0, 31, 24]], 'custom'),
  },
  reserved: [[0, 23, 12], [0, 63, 32]],
  roles: { pasidRequired: 'prgResponsePasid' },
  rules: rules.translationControl,
} as const satisfies Layout
