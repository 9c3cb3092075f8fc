/** Inputs of `bake` that only the engine `buildkit` reads. */
export const buildkitInputs = {} as const
