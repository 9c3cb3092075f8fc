export { type Command, resolveCommand, resolveInside } from './command.js'
export {
  accepts,
  describeExit,
  type Exit,
  freePort,
  type LaunchOptions,
  launchService,
  type Service,
} from './service.js'
