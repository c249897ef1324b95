import * as data from './data.mjs';

const flag = { type: 'plugin', name: 'payments-demo', key: 'seeded' };

const createAdministrator = async (strapi) => {
  const role = await strapi.service('admin::role').getSuperAdmin();
  return strapi.service('admin::user').create({
    ...data.administrator,
    isActive: true,
    registrationToken: null,
    roles: role ? [role.id] : [],
  });
};

/** Every key of an object, one after the other, through `make`. */
const eachOf = async (entries, make) => {
  const made = {};
  for (const [key, value] of Object.entries(entries)) made[key] = await make(value);
  return made;
};

/** A customer brings new contacts with it and takes over those that an earlier customer brought. */
const createCustomers = async (service, intent) => {
  const known = {};
  return {
    contacts: known,
    customers: await eachOf(data.customers, async ({ contacts, ...customer }) => {
      const fresh = contacts.filter((key) => !known[key]);
      const created = await service('customers').create(
        {
          ...customer,
          contacts: fresh.map((key) => {
            const { about: _about, ...contact } = data.contacts[key];
            return contact;
          }),
          existingContacts: contacts.filter((key) => known[key]).map((key) => known[key].documentId),
        },
        intent,
      );
      for (const key of fresh) known[key] = created.contacts.find(({ name }) => name === data.contacts[key].name);
      return created;
    }),
  };
};

const fill = async (strapi, today) => {
  const service = (name) => strapi.plugin('payments').service(name);
  const admin = await createAdministrator(strapi);
  const actor = { kind: 'admin', id: String(admin.id), name: `${admin.firstname} ${admin.lastname}` };
  const intent = { actor, loud: true };
  await service('settings').update(data.office);
  const institutions = await eachOf(data.institutions, (one) => service('institutions').create(one));
  const { customers, contacts } = await createCustomers(service, intent);
  for (const [key, { email }] of Object.entries(data.contacts)) {
    if (email) await service('logins').create(contacts[key].documentId, data.contactPassword);
  }
  for (const { customer, institution, ...payment } of data.paymentsAround(today ?? (await service('clock').today()))) {
    const links = { customer: customers[customer].documentId, institution: institutions[institution].documentId };
    await service('payments').create({ ...payment, ...links, confirmed: [] }, intent);
  }
};

/**
 * Fills an empty database with an office and its customers, through the plugin's own services. A database that has the demo's
 * data is left as it is.
 *
 * @param strapi A started Strapi.
 * @param {string} [today] `YYYY-MM-DD`, the day around which the payments lie; by default the office's today.
 * @returns The logins to print.
 */
export const seed = async (strapi, today) => {
  if (!(await strapi.store(flag).get({}))) {
    if (await strapi.service('admin::user').exists()) {
      throw new Error('The demo was interrupted while it filled its database. Start over: npm run demo -- --fresh');
    }
    await fill(strapi, today);
    await strapi.store(flag).set({ value: new Date().toISOString() });
  }
  const withEmail = Object.values(data.contacts).filter(({ email }) => email);
  return {
    administrator: { email: data.administrator.email, password: data.administrator.password },
    contacts: withEmail.map(({ email, about }) => ({ email, about, password: data.contactPassword })),
  };
};
