export type { FaultKind, InjectedFault, Injection } from './faults.js'
export type { AuthOptions, RegistryOptions } from './options.js'
export { type FakeRegistry, type Fault, type SeenRequest, startRegistry } from './server.js'
export type { Repository } from './storage.js'
