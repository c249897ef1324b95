import type { Core } from '@strapi/strapi';
import { uid, USER_UID } from '../constants';
import { ConflictError, invalidField, notFound } from '../http/errors';
import { inTransaction } from '../repositories/database';

interface ContactWithUser {
  readonly documentId: string;
  readonly email: string | null;
  readonly user: { readonly id: number } | null;
}

interface NewUser {
  readonly id: number;
  readonly documentId: string;
}

/** Logins of contacts: users of users-permissions, with the role *Authenticated*. */
export const logins = ({ strapi }: { strapi: Core.Strapi }) => {
  const readContact = async (documentId: string): Promise<ContactWithUser> => {
    const contact = await strapi
      .documents(uid.contact as never)
      .findOne({ documentId, populate: { user: true } } as never);
    if (!contact) throw notFound('Contact');
    return contact as unknown as ContactWithUser;
  };
  const authenticatedRole = async (): Promise<number> => {
    const role = (await strapi.db
      .query('plugin::users-permissions.role')
      .findOne({ where: { type: 'authenticated' } })) as { id: number } | null;
    if (!role) throw new Error('payments: users-permissions has no role of type "authenticated"');
    return role.id;
  };

  return {
    /**
     * Gives a contact a login under its email address. For staff's own use, seeds and tests: whoever is invited proves to read that address first.
     *
     * @returns the id of the users-permissions user
     * @throws 404 for no such contact, 400 for one without an email address, 409 where the contact has a login or the address is somebody's
     */
    async create(contactDocumentId: string, password: string): Promise<number> {
      const contact = await readContact(contactDocumentId);
      if (contact.user) throw new ConflictError('This contact has a login already');
      const email = contact.email?.trim().toLowerCase();
      if (!email) throw invalidField(['email'], 'Give the contact an email address first', 'email-missing');
      const taken = await strapi.db.query(USER_UID).findOne({ where: { $or: [{ email }, { username: email }] } });
      if (taken) throw new ConflictError('Another login has this email address');
      const role = await authenticatedRole();
      return inTransaction(strapi, async () => {
        const values = { username: email, email, password, provider: 'local', confirmed: true, blocked: false, role };
        const user = (await strapi.plugin('users-permissions').service('user').add(values)) as NewUser;
        await strapi
          .documents(uid.contact as never)
          .update({ documentId: contactDocumentId, data: { user: user.documentId } } as never);
        return user.id;
      });
    },
  };
};
