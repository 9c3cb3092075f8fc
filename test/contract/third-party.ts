/**
 * The actions from elsewhere that the workflows may use, each at one commit; the inputs as its action.yml at that commit
 * declares them. A new pin is reviewed here first.
 */
export const thirdParty: Readonly<Record<string, { version: string; inputs: readonly string[] }>> = {
  'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1': {
    version: 'v7.0.1',
    inputs: ['repository', 'ref', 'token', 'path', 'persist-credentials', 'fetch-depth'],
  },
  'actions/setup-node@820762786026740c76f36085b0efc47a31fe5020': {
    version: 'v7.0.0',
    inputs: ['node-version', 'node-version-file', 'registry-url', 'cache', 'package-manager-cache'],
  },
  'actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f': {
    version: 'v7.0.0',
    inputs: ['name', 'path', 'if-no-files-found', 'retention-days', 'compression-level', 'overwrite'],
  },
  'actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c': {
    version: 'v8.0.1',
    inputs: ['name', 'artifact-ids', 'path', 'pattern', 'merge-multiple'],
  },
  'github/codeql-action/upload-sarif@8aad20d150bbac5944a9f9d289da16a4b0d87c1e': {
    version: 'v4.36.2',
    inputs: ['sarif_file', 'checkout_path', 'category', 'token', 'wait-for-processing'],
  },
}
