import { choice, list, text } from '../../../runner/action.js'

/** Inputs of `bake` that only the engine `buildkit` reads. */
export const buildkitInputs = {
  context: text({
    description: 'Directory that a Dockerfile may read; default the working directory',
    placeholder: 'DIR',
  }),
  file: text({ description: 'The Dockerfile; default Dockerfile in the context', placeholder: 'FILE' }),
  target: text({ description: 'Stage of the Dockerfile to build; default the last', placeholder: 'STAGE' }),
  'build-arg': list({
    description: 'Build argument; it stays in the image and in its provenance, so names of secrets are refused',
    placeholder: 'K=V',
  }),
  'build-context': list({
    description:
      'A directory, docker-image://REF or oci-layout://DIR:TAG that a name in the Dockerfile stands for, beside the context',
    placeholder: 'NAME=SRC',
  }),
  secret: list({
    description:
      'Secret that a step of the build may mount, by the variable or the file that holds it: id=NAME,env=VARIABLE or id=NAME,file=PATH',
    placeholder: 'id=NAME,env=VARIABLE',
  }),
  ssh: list({ description: 'SSH agent or keys that a step may use: default, or ID=FILE', placeholder: 'ID' }),
  'cache-from': list({
    description:
      'Build cache to read, as buildx takes it (type=registry, gha or local); none by default. Whoever may write to it can change the image',
    placeholder: 'CACHE',
  }),
  'cache-to': list({
    description: 'Build cache to write, as buildx takes it; not on pull requests, which may only read',
    placeholder: 'CACHE',
  }),
  network: choice(['default', 'none', 'host'], {
    description: 'Network of the steps of a Dockerfile; host must be allowed by the builder',
  }),
  builder: text({
    description:
      'The builder, as docker buildx ls names it; default the current one, or one in a container when that cannot push by digest',
    placeholder: 'NAME',
  }),
  'buildkit-image': text({
    description: "Image of BuildKit for a builder that is made here, best by digest; default buildx's own",
    placeholder: 'REF',
  }),
  sbom: text({
    description:
      'Image that makes an SBOM inside the build, e.g. docker.io/docker/buildkit-syft-scanner:stable-1; none by default',
    placeholder: 'REF',
  }),
  'bake-file': text({
    description: 'Bake file (HCL, JSON or Compose) whose target says what is built, in place of file and context',
    placeholder: 'FILE',
  }),
  'bake-target': text({ description: 'Target of the bake file; default default', placeholder: 'NAME' }),
} as const
