/** The tree of the ledger's branch at one commit. */
export interface Snapshot {
  /** The commit that was read, or null when the repository has no ledger yet. */
  readonly head: string | null
  /** Path → id of its content. Ordinary files only. */
  readonly files: ReadonlyMap<string, string>
}

export interface Proposal {
  /** The head that was read and decided upon. */
  readonly parent: string | null
  /** Path → new content; every other file stays. */
  readonly files: ReadonlyMap<string, string>
  /** Subject, blank line, trailers. */
  readonly message: string
}

/** How a ledger's bytes are reached. It knows commits and files, and nothing of what they mean. */
export interface Transport {
  /** Without credentials: for messages. */
  readonly location: string
  read(): Promise<Snapshot>
  /** Contents by id; ids come from a snapshot of this transport. */
  readContents(ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>>
  /** Compare-and-swap of the whole branch: false when the head is no longer the proposal's parent; nothing is written then. */
  commit(proposal: Proposal): Promise<boolean>
}

/** Who commits, e.g. `{name: 'ingot', email: 'ingot@localhost'}`. */
export interface Author {
  readonly name: string
  readonly email: string
}
