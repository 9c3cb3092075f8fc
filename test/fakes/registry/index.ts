export { type FakeRegistry, type Fault, type RegistryOptions, type SeenRequest, startRegistry } from './server.js'
