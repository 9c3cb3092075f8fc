import { list, text } from '../../../runner/action.js'

/** Inputs of `bake` that only the engine `layers` reads. */
export const layersInputs = {
  base: text({
    description: 'The image to build on, or scratch; replaces bake.base of ingot.yml',
    placeholder: 'REF',
  }),
  add: list({
    description:
      'A file or directory on disk and its absolute path in the image; each becomes a layer of its own, in this order',
    placeholder: 'SRC:DEST',
  }),
  entrypoint: text({ description: 'Command to start, as a JSON array of strings', placeholder: 'JSON' }),
  cmd: text({ description: 'Arguments of the entrypoint, as a JSON array of strings', placeholder: 'JSON' }),
  env: list({ description: 'Environment variable of the image, added to those of the base', placeholder: 'K=V' }),
  label: list({ description: 'Label of the image, added to those of the base', placeholder: 'K=V' }),
  user: text({ description: 'User that the image runs as: a name, or uid[:gid]', placeholder: 'USER' }),
  workdir: text({ description: 'Absolute working directory in the image', placeholder: 'DIR' }),
  expose: list({ description: 'Port that the image listens on, e.g. 8080 or 53/udp', placeholder: 'PORT' }),
} as const
