import path from 'node:path';

/** The repository: the host application that the tests boot. */
export const root = path.resolve(__dirname, '..', '..');

/** Everything that the tests write lives here or in the system's temporary folder; git ignores it. */
export const scratch = path.join(root, '.tmp', 'test');
