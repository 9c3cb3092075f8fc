import { list, text } from '../../../runner/action.js'

/** Inputs of `bake` that only the engine `packer` reads. */
export const packerInputs = {
  template: text({
    description: 'HCL2 template of Packer: a file, or a directory of *.pkr.hcl; replaces bake.template of ingot.yml',
    placeholder: 'PATH',
  }),
  variable: list({
    description: 'Variable of the Packer template; goes over bake.variables. Never a secret: see variable-from-env',
    placeholder: 'K=V',
  }),
  'variable-from-env': list({
    description:
      'Variable of the Packer template, and the environment variable that holds its value, which is a secret; goes over bake.secrets',
    placeholder: 'K=ENV',
  }),
} as const
