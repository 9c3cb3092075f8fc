import { choice, integer, list, text } from '../../../runner/action.js'

/** Inputs of `bake` that only the engine `layers` reads. */
export const layersInputs = {
  base: text({
    description: 'The image to build on, or scratch; replaces bake.base of ingot.yml',
    placeholder: 'REF',
  }),
  add: list({
    description:
      'A file or directory on disk and its absolute path in the image; each becomes a layer of its own, in this order. With rules: {source: …, destination: …, owner: …}, as in ingot.yml',
    placeholder: 'SRC:DEST',
  }),
  entrypoint: text({ description: 'Command to start, as a JSON array of strings', placeholder: 'JSON' }),
  cmd: text({ description: 'Arguments of the entrypoint, as a JSON array of strings', placeholder: 'JSON' }),
  env: list({ description: 'Environment variable of the image, added to those of the base', placeholder: 'K=V' }),
  label: list({ description: 'Label of the image, added to those of the base', placeholder: 'K=V' }),
  user: text({ description: 'User that the image runs as: a name, or uid[:gid]', placeholder: 'USER' }),
  workdir: text({ description: 'Absolute working directory in the image', placeholder: 'DIR' }),
  expose: list({ description: 'Port that the image listens on, e.g. 8080 or 53/udp', placeholder: 'PORT' }),
  volume: list({ description: 'Directory of the image whose content outlives a container', placeholder: 'DIR' }),
  'stop-signal': text({
    description: 'Signal that asks the process to end, e.g. SIGTERM',
    placeholder: 'SIGNAL',
  }),
  healthcheck: text({
    description: 'What tells whether a container is well: none, or {test: …, interval: …}, as in ingot.yml',
    placeholder: 'CHECK',
  }),
  compression: choice(['gzip', 'zstd', 'none'], {
    description:
      'How layers are compressed: gzip, which everything can pull (the default); zstd, smaller and faster, from Node 22.15 on; or none',
  }),
  'compression-level': integer({
    description: 'gzip 1 to 9, default 1; zstd 1 to 19, default 3',
    minimum: 1,
    placeholder: 'N',
  }),
  'cache-dir': text({
    description:
      'Where to remember which files became which layer. Default: INGOT_CACHE_DIR, else ingot in the cache directory of the user',
    placeholder: 'DIR',
  }),
} as const
