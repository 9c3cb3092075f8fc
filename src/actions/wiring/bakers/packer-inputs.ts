/** Inputs of `bake` that only the engine `packer` reads. */
export const packerInputs = {} as const
