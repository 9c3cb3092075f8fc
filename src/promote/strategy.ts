/** How a candidate gets its traffic, as `ingot.yml` says it. */
export type Strategy =
  | { readonly kind: 'canary'; readonly steps: readonly number[]; readonly everyMilliseconds: number }
  | { readonly kind: 'blue-green'; readonly soakMilliseconds: number }

/** The weights, in percent, that a candidate passes through, and how long it stays at each before it may go on. */
export interface Steps {
  readonly weights: readonly number[]
  readonly everyMilliseconds: number
}

/** Blue-green is a canary whose only step is from 0 to 100: it soaks there while the old track is still warm. */
export function stepsOf(strategy: Strategy): Steps {
  if (strategy.kind === 'blue-green') return { weights: [100], everyMilliseconds: strategy.soakMilliseconds }
  return { weights: strategy.steps, everyMilliseconds: strategy.everyMilliseconds }
}
