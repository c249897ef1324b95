export { grantOnce } from './grant';
export { indexSessions } from './index-sessions';
export { watchUsers } from './watch';
export { noteSignIn, registerSignInNotes } from './note-sign-in';
