export { grantOnce } from './grant';
export { indexSessions } from './index-sessions';
export { watchUsers } from './watch';
