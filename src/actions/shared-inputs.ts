import { flag, list, text } from '../runner/action.js'

/** Inputs that mean the same in every action that takes them. What has a reason to differ is described where it does. */

export const insecureRegistry = list({
  description: 'Registry host that may be spoken to in plain HTTP; loopback always may',
  placeholder: 'HOST',
})

export const ledger = text({
  description:
    'Git repository that holds the ledger: a URL or a directory. Default: that of the configuration, else the repository at hand',
  placeholder: 'URL',
})

export const config = text({
  description: 'The configuration; default ingot.yml when it is there',
  placeholder: 'FILE',
})

/** Of the actions that cannot do without: `promote` and `rollback`. */
export const environmentConfig = text({
  description: 'Configuration that describes the environment',
  default: 'ingot.yml',
  placeholder: 'FILE',
})

export const environment = text({
  description: 'Name of the environment in the configuration',
  required: true,
  placeholder: 'NAME',
})

/** Of the actions that make an image, or find that it is there already: `bake` and `join`. */
export const previous = text({
  description:
    'Image to compare with, in the repository of the output: when the content is the same it is kept, and nothing is made; layers that are the same are taken over from it. Default: what the tag of the output names',
  placeholder: 'REF',
})

export const lastRelease = flag({
  description: "Compare with the app's last release in the ledger; needs a configuration",
})

/** The policy as `bake` and `rebase` ask it. */
export const basePolicy = text({
  description: 'Organisation policy that says which bases are approved, and by whose signature',
  placeholder: 'FILE',
})

/** The policy as `publish`, `promote` and `rollback` ask it. */
export const evidencePolicy = text({
  description: 'Organisation policy whose required attestations are added to those of the configuration',
  placeholder: 'FILE',
})

export const verificationKey = list({
  description:
    'File of the key whose signatures count (PEM, the public half is enough); of several any may have signed. ingot.yml supplies it as verify.key',
  placeholder: 'FILE',
})

export const requiredPredicate = list({
  description:
    'Predicate type that must be attested: provenance, sbom, vulns, test-result or a URI; the signature always is. ingot.yml supplies it as verify.require',
  placeholder: 'PREDICATE',
})

export const provenanceFile = text({
  description: 'File to write a SLSA provenance predicate to',
  placeholder: 'FILE',
})

export const rolloutDryRun = flag({ description: 'Check and say what would be done, and change nothing' })
