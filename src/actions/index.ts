import type { Action } from '../runner/action.js'

/** Every action, loaded when it is asked for. `cli` ones have no action.yml: they make sense in a terminal only. */
export const actions: Readonly<Record<string, { face: 'action' | 'cli'; load: () => Promise<Action> }>> = {
  bake: { face: 'action', load: async () => (await import('./bake.js')).bake },
  join: { face: 'action', load: async () => (await import('./join.js')).join },
  rebase: { face: 'action', load: async () => (await import('./rebase.js')).rebase },
  copy: { face: 'action', load: async () => (await import('./copy.js')).copy },
  validate: { face: 'action', load: async () => (await import('./validate.js')).validate },
  scan: { face: 'action', load: async () => (await import('./scan.js')).scan },
  sign: { face: 'action', load: async () => (await import('./sign.js')).sign },
  verify: { face: 'action', load: async () => (await import('./verify.js')).verify },
  publish: { face: 'action', load: async () => (await import('./publish.js')).publish },
  promote: { face: 'action', load: async () => (await import('./promote.js')).promote },
  rollback: { face: 'action', load: async () => (await import('./rollback.js')).rollback },
  patch: { face: 'action', load: async () => (await import('./patch.js')).patch },
  board: { face: 'action', load: async () => (await import('./board.js')).board },
  judge: { face: 'cli', load: async () => (await import('./judge.js')).judge },
  demo: { face: 'cli', load: async () => (await import('./demo.js')).demo },
}
