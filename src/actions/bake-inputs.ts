import { choice, flag, grouped, list, text } from '../runner/action.js'
import { basePolicy, insecureRegistry, lastRelease, ledger, previous, provenanceFile } from './shared-inputs.js'
import { buildkitInputs } from './wiring/bakers/buildkit-inputs.js'
import { layersInputs } from './wiring/bakers/layers-inputs.js'
import { packerInputs } from './wiring/bakers/packer-inputs.js'

/** Those that every engine reads, and each engine's own. */
export const bakeInputs = {
  engine: choice(['layers', 'buildkit', 'packer'], {
    description:
      'How the image is built: layers is built in and needs no daemon; buildkit runs a Dockerfile; packer makes a VM image. Default: bake.engine of ingot.yml, else layers',
  }),
  output: text({
    description: 'Where the image goes; a tag here is a label for people. Default: image of ingot.yml',
    placeholder: 'REF',
  }),
  platforms: list({
    description:
      'os/architecture[/variant] to bake for; several make an index. Default: the only platform of the base, else linux on this machine',
    placeholder: 'PLATFORM',
  }),
  ...grouped('of the engine layers', layersInputs),
  ...grouped('of the engine buildkit', buildkitInputs),
  ...grouped('of the engine packer', packerInputs),
  'no-cache': flag({
    description:
      'Make everything anew: layers reads and compresses again whatever is remembered and whatever the previous image has; buildkit runs every step again',
  }),
  annotation: list({ description: 'Annotation of the manifest', placeholder: 'K=V' }),
  version: text({ description: 'Version of the application, as annotation and label', placeholder: 'VERSION' }),
  revision: text({ description: 'Commit that was built, as annotation and label', placeholder: 'SHA' }),
  source: text({ description: 'URL of the source repository, as annotation and label', placeholder: 'URL' }),
  previous,
  'last-release': lastRelease,
  ledger,
  'dry-run': flag({
    description:
      'Say what would be built, on which bases, and what the policy says about them; build and write nothing',
  }),
  split: flag({
    description:
      'When BuildKit has several platforms, or a runner is named for the only one: bake nothing, and name them in the output matrix',
  }),
  runners: text({
    description: 'Labels of the runner of each platform for the matrix, as a JSON object: a text, or a list of texts',
    placeholder: 'JSON',
  }),
  policy: basePolicy,
  provenance: provenanceFile,
  report: text({
    description: 'File to write to what was baked, and out of what, as JSON: the action join reads it',
    placeholder: 'FILE',
  }),
  reason: choice(['push', 'base', 'cve', 'age', 'manual'], {
    description: 'Why the image is built; part of the provenance',
    default: 'push',
  }),
  config: text({
    description:
      'Configuration whose bake: section supplies what is not given here; default ingot.yml where there is one',
    placeholder: 'FILE',
  }),
  'insecure-registry': insecureRegistry,
} as const
