import type { Addition } from './addition.js'
import { type LayerPlan, type PlanOptions, planSteps } from './plan-layer.js'

const sliceMs = 5

/**
 * Plans layers while registries are being asked: it looks at what is added for a few milliseconds at a time, between their
 * answers. What goes wrong is told when the plan is taken; a plan that nobody takes does not keep the process alive.
 */
export class PlansAhead {
  readonly #plans = new Map<string, PlanAhead>()

  /** @param additions as a platform gets them */
  constructor(additions: readonly Addition[], options: PlanOptions) {
    for (const addition of additions) this.#plans.set(JSON.stringify(addition), new PlanAhead(addition, options))
    this.#goOn()
  }

  /**
   * Finished at once, if it is not yet.
   *
   * @returns undefined for an addition that was not given
   * @throws IngotError what `planLayer` throws
   */
  take(addition: Addition): LayerPlan | undefined {
    return this.#plans.get(JSON.stringify(addition))?.take()
  }

  /** A timer, unlike an immediate, runs when it is due though nothing else happens, and need not hold the process. */
  #goOn(): void {
    const next = [...this.#plans.values()].find((plan) => !plan.isDone)
    if (next === undefined) return
    setTimeout(() => {
      next.work(performance.now() + sliceMs)
      this.#goOn()
    }, 0).unref()
  }
}

class PlanAhead {
  isDone = false
  readonly #steps: Generator<void, LayerPlan, undefined>
  #plan: LayerPlan | undefined
  #failure: unknown

  constructor(addition: Addition, options: PlanOptions) {
    this.#steps = planSteps(addition, options)
  }

  work(until: number): void {
    try {
      while (!this.isDone && performance.now() < until) {
        const { done = false, value } = this.#steps.next()
        this.isDone = done
        if (done) this.#plan = value as LayerPlan
      }
    } catch (thrown) {
      this.isDone = true
      this.#failure = thrown
    }
  }

  take(): LayerPlan {
    this.work(Number.POSITIVE_INFINITY)
    if (this.#plan === undefined) throw this.#failure
    return this.#plan
  }
}
