import { useCallback, useState } from 'preact/hooks'
import { EMPTY } from './model.ts'
import type { State } from './model.ts'

/** Most steps that are kept. */
const MOST = 200

/** The state with its past and its future, and what was pasted last. */
export function useHistory(initial: State = EMPTY) {
  const [{ past, state, future, pasted }, set] = useState({ past: [] as readonly State[], state: initial, future: [] as readonly State[], pasted: initial })
  /** `fresh`: what comes is a text of its own, not an edit. */
  const go = useCallback((next: State, fresh = false) => set((all) => ({ past: [...all.past.slice(1 - MOST), all.state], state: next, future: [], pasted: fresh ? next : all.pasted })), [])
  const look = useCallback((index: number) => set((all) => ({ ...all, state: { ...all.state, index } })), [])
  const undo = useCallback(() => set((all) => { const last = all.past.at(-1); return last ? { ...all, past: all.past.slice(0, -1), state: last, future: [all.state, ...all.future] } : all }), [])
  const redo = useCallback(() => set((all) => { const [next, ...rest] = all.future; return next ? { ...all, past: [...all.past, all.state], state: next, future: rest } : all }), [])
  return { state, pasted, go, look, undo: past.length > 0 ? undo : undefined, redo: future.length > 0 ? redo : undefined }
}
