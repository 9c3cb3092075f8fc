export interface AuthOptions {
  readonly scheme: 'basic' | 'bearer'
  readonly username: string
  readonly password: string
  /** How long a token serves, in seconds; 300 by default. */
  readonly tokenSeconds?: number
  /** A refresh token (docker's `identitytoken`) that is as good as the password at the token service. */
  readonly identityToken?: string
  /** Pulling needs no login, as on Docker Hub: the token service grants `pull` to everybody. */
  readonly anonymousPull?: boolean
  /** The user may push; default true. Otherwise `push` is left out of what is granted. */
  readonly mayPush?: boolean
  /** Answers POST at the token service; default true. Otherwise 404, as services that know only GET. */
  readonly post?: boolean
}

export interface RegistryOptions {
  /** The loopback address to listen on; 127.0.0.1 by default. */
  readonly address?: string
  /** `api`: lists referrers and says OCI-Subject. `none`: 404, as Distribution 2.8. `empty`: 200 with nothing in it. Default `api`. */
  readonly referrers?: 'api' | 'none' | 'empty'
  /** Descriptors in a page of referrers; default all. */
  readonly referrersPageSize?: number
  /** Filters referrers by `artifactType` and says so; default true. */
  readonly filters?: boolean
  /** Refuses whoever is not this user; `bearer` sends to a token service at /token first. */
  readonly auth?: AuthOptions
  /** Also takes blobs from other repositories by mount; default true. */
  readonly mounts?: boolean
  /** Tags that exist cannot be moved; default false. */
  readonly immutableTags?: boolean
  /** Manifests, tags and blobs can be deleted; default true. Otherwise 405. */
  readonly deletion?: boolean
  /** Tags in a page of a list; default as many as asked for. */
  readonly pageSize?: number
  /** Takes a whole blob with the POST that begins its upload; default true. Otherwise 202, and a PUT is awaited. */
  readonly singlePost?: boolean
  /** Chunks but the last must have this many bytes; said as OCI-Chunk-Min-Length. */
  readonly minimumChunkBytes?: number
  /** Sends downloads, uploads or both to `storageHost`, another origin with nothing but signed addresses. */
  readonly redirects?: { readonly blobs?: boolean; readonly uploads?: boolean }
  /** Where blobs are kept: in memory (default), nowhere (hashed, counted and dropped), or as files of a directory. */
  readonly blobs?: 'memory' | 'discard' | { readonly directory: string }
}
