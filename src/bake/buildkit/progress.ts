/** Follows the plain progress of a build: what came from the cache, and no more of the log than people can read. */
export class Progress {
  #shown = 0
  readonly #steps = new Map<string, { readonly platform: string | undefined; readonly cached: boolean }>()

  constructor(
    private readonly log: (line: string) => void,
    private readonly maximumLines = 20_000,
  ) {}

  /** One line as buildx writes it: `#7 [linux/amd64 app 2/4] COPY …`, `#7 CACHED`. */
  line(text: string): void {
    const line = text.trimEnd()
    this.#follow(line)
    if (line === '') return
    this.#shown += 1
    if (this.#shown <= this.maximumLines) this.log(line)
    else if (this.#shown === this.maximumLines + 1) this.log('(the build says more than is shown here)')
  }

  /** `3 of 7 steps`; undefined when no step of this platform was seen. */
  cached(platform: string): string | undefined {
    const own = [...this.#steps.values()].filter((step) => step.platform === undefined || step.platform === platform)
    if (own.length === 0) return undefined
    return `${own.filter(({ cached }) => cached).length} of ${own.length} steps`
  }

  #follow(line: string): void {
    const [, vertex = '', rest = ''] = /^#(\d+) (.*)$/.exec(line) ?? []
    const step = /^\[(?:([a-z0-9]+\/[a-z0-9_/.]+) )?(?:\S+ )?\d+\/\d+\] /.exec(rest)
    if (step !== null) this.#steps.set(vertex, { platform: step[1], cached: false })
    const known = this.#steps.get(vertex)
    if (rest === 'CACHED' && known !== undefined) this.#steps.set(vertex, { ...known, cached: true })
  }
}
