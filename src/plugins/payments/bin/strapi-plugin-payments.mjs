#!/usr/bin/env node
// `npx strapi-plugin-payments remove-everything`, in the Strapi project's folder while Strapi is stopped: takes out what uninstalling
// keeps. Without `--yes` it only says what there is. It opens the database by the host's own configuration and starts nothing.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const usage = `Usage, in the folder of a Strapi project that is stopped:

  npx strapi-plugin-payments remove-everything [--yes] [--files FOLDER]

Removes every table of the plugin, its settings, its permissions and its private files (FOLDER, where the
configuration's privateFolder is not "private-uploads"). Without --yes it says what there is and changes nothing.
Customers' logins are users of Users & Permissions, and stay. Make a backup first: this cannot be undone.`;

/** Tables of its content types, and those that join them: Strapi names them `<table>_<attribute>_lnk`. */
const isOwn = (owners) => (name) => owners.some((owner) => name === owner || isJoin(owner, name));

const isJoin = (owner, name) => name.startsWith(`${owner}_`) && name.endsWith('_lnk');

const ownersOf = () => {
  const require = createRequire(import.meta.url);
  const { contentTypes } = require('../dist/server/index.js').default;
  return Object.values(contentTypes).map(({ schema }) => schema.collectionName);
};

const persisted = async (knex) => {
  const row = await knex('strapi_core_store_settings').where({ key: 'core_persisted_tables' }).first();
  return row ? JSON.parse(row.value) : [];
};

const nameOf = (entry) => (typeof entry === 'string' ? entry : entry.name);

/** Joins first, since they point at the others. The plugin entered its tables among those that Strapi keeps; there they are named. */
const tablesOf = async (knex) => {
  const owners = ownersOf();
  const named = (await persisted(knex)).map(nameOf).filter(isOwn(owners));
  const all = [...new Set([...named.filter((name) => !owners.includes(name)), ...owners])];
  const there = await Promise.all(all.map((name) => knex.schema.hasTable(name)));
  return all.filter((_name, index) => there[index]);
};

const count = async (knex, table) => Number((await knex(table).count({ count: '*' }))[0].count);

/** Actions are granted by rows that a join table ties to a role; the join goes by itself on every database only in new schemas. */
const removePermissions = async (knex, table, join, column) => {
  const ids = await knex(table).where('action', 'like', 'plugin::payments.%').pluck('id');
  if (ids.length === 0) return;
  await knex(join).whereIn(column, ids).del();
  await knex(table).whereIn('id', ids).del();
};

const removeSettings = async (knex) => {
  const store = () => knex('strapi_core_store_settings');
  const keep = (await persisted(knex)).filter((entry) => !isOwn(ownersOf())(nameOf(entry)));
  await store()
    .where({ key: 'core_persisted_tables' })
    .update({ value: JSON.stringify(keep) });
  await store().where('key', 'like', 'plugin_payments_%').del();
  await store().where('key', 'like', 'plugin_content_manager_configuration_content_types::plugin::payments.%').del();
};

const remove = async (knex, tables, files) => {
  for (const name of tables) await knex.schema.dropTable(name);
  await removePermissions(knex, 'up_permissions', 'up_permissions_role_lnk', 'permission_id');
  await removePermissions(knex, 'admin_permissions', 'admin_permissions_role_lnk', 'permission_id');
  await removeSettings(knex);
  fs.rmSync(files, { recursive: true, force: true });
};

const describe = async (knex, tables, files) => {
  for (const name of tables) console.log(`${String(await count(knex, name)).padStart(9)}  rows in ${name}`);
  if (fs.existsSync(files)) console.log(`           the files in ${files}`);
};

const filesFolder = (args) => {
  const at = args.indexOf('--files');
  return path.resolve((at >= 0 && args[at + 1]) || 'private-uploads');
};

const removeEverything = async (args) => {
  const require = createRequire(path.resolve('package.json'));
  const { compileStrapi, createStrapi } = require('@strapi/strapi');
  const strapi = createStrapi(await compileStrapi());
  const knex = strapi.db.connection;
  const files = filesFolder(args);
  const tables = await tablesOf(knex);
  await describe(knex, tables, files);
  if (tables.length === 0) console.log('No table of the plugin is left.');
  if (args.includes('--yes')) await remove(knex, tables, files).then(() => console.log('Removed.'));
  else console.log('Nothing was changed. With --yes all of this is removed.');
  await strapi.db.destroy();
};

const [command, ...args] = process.argv.slice(2);
if (command === 'remove-everything') {
  await removeEverything(args).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
  // The configured logger may hold the process.
  process.exit();
}
console.error(usage);
process.exitCode = command === undefined || command === '--help' ? 0 : 1;
