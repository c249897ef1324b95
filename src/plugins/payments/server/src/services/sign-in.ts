import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import type { acceptInvitation } from '../../../contracts/access';
import type { AnswerOf } from '../../../contracts/route';
import { uid } from '../constants';
import { ConflictError, invalidField } from '../http/errors';
import { wakeDispatcher } from '../notices';
import { afterCommit, inTransaction, errorName } from '../repositories/database';
import { insertNotices, newNoticeId } from '../repositories/notices-queue';
import { findContactsToReset, lockContact, readInvited } from '../repositories/sign-in';
import type { Invited } from '../repositories/sign-in';
import { countTokens, takeToken } from '../repositories/tokens';
import { noteSignIn } from '../users';
import { getConfig, getService } from './get-service';
import { portalAddress } from './public-address';

const HOUR_MS = 3_600_000;
/** Mails about a forgotten password that one contact gets in an hour, whoever asks for them. */
const MOST_RESETS = 3;

type Purpose = 'invitation' | 'password-reset';

/** First passwords and forgotten ones: a mail, and what its link does. */
export const signIn = ({ strapi }: { strapi: Core.Strapi }) => {
  const tokens = () => getService(strapi, 'tokens');
  const now = () => getService(strapi, 'clock').now();
  const invalid = () => invalidField(['token'], 'This link works no more: ask for a new one', 'token-invalid');

  /** Queues the mail with a new link; the links before it stop working. */
  async function send(purpose: Purpose, contact: string, email: string): Promise<void> {
    await inTransaction(strapi, async () => {
      await tokens().revoke([purpose], contact);
      const { token, expiresAt } = await tokens().issueFor(purpose, contact, email);
      const url = portalAddress(strapi, 'invitation', token);
      if (!url || !expiresAt) throw new Error('payments: invitations lead to the portal, which is switched off');
      const payload = { purpose, url, expiresAt: expiresAt.toISOString() };
      const none = { customer: null, payment: null, foldKey: null, suppressed: null };
      const notice = { documentId: newNoticeId(), kind: 'invitation' as const, contact, payload, sendAfter: now() };
      await insertNotices(strapi, [{ ...notice, ...none, byStaff: true }], now());
    });
    await afterCommit(strapi, () => wakeDispatcher(strapi));
  }

  async function sendResets(email: string): Promise<void> {
    const since = new Date(now().getTime() - HOUR_MS);
    for (const contact of await findContactsToReset(strapi, email)) {
      await inTransaction(strapi, async () => {
        // Whoever asks meanwhile waits here, and counts this one too.
        await lockContact(strapi, contact.documentId);
        if ((await countTokens(strapi, 'password-reset', contact.documentId, since)) >= MOST_RESETS) return;
        await send('password-reset', contact.documentId, contact.email);
      });
    }
  }

  /** The contact whom a link was sent to, if it still reads mail at that address and may sign in. */
  async function invited(token: string): Promise<{ row: { id: number }; contact: Invited & { email: string } }> {
    const row = await tokens().find(['invitation', 'password-reset'], token);
    const contact = row && (await readInvited(strapi, row.contact));
    const email = contact?.email?.toLowerCase();
    if (!row || !contact || !email || email !== row.email?.toLowerCase() || contact.blocked) throw invalid();
    return { row, contact: { ...contact, email } };
  }

  async function setPassword(token: string, password: string): Promise<string> {
    return inTransaction(strapi, async () => {
      const { row, contact } = await invited(token);
      if (!(await takeToken(strapi, row.id, now()))) throw invalid();
      await tokens().revoke(['invitation', 'password-reset'], contact.documentId);
      if (contact.userId === null) {
        await getService(strapi, 'logins').create(contact.documentId, password);
        return contact.email;
      }
      const changes = { password, confirmed: true, resetPasswordToken: null };
      await strapi.plugin('users-permissions').service('user').edit(contact.userId, changes);
      if (!contact.isLinked) {
        await strapi
          .documents(uid.contact as never)
          .update({ documentId: contact.documentId, data: { user: contact.userId } } as never);
      }
      return contact.username ?? contact.email;
    });
  }

  return {
    /** Sends a contact the link to its first password. @throws 400 for a contact without an email address, 409 where there is no portal to invite to */
    async invite(contactDocumentId: string): Promise<void> {
      if (getConfig(strapi, 'portalPath') === false) {
        throw new ConflictError(
          'Invitations lead to the portal, which is switched off: set portalPath in its configuration',
        );
      }
      const contact = await readInvited(strapi, contactDocumentId);
      if (!contact?.email) throw invalidField(['email'], 'Give the contact an email address first', 'email-missing');
      await send('invitation', contactDocumentId, contact.email);
    },

    /** Returns at once and tells nothing: neither the answer nor its time says whether the address is known. */
    requestReset(email: string): void {
      sendResets(email.toLowerCase()).catch((error: unknown) => {
        strapi.log.error(`payments: password reset: ${errorName(error)}`);
      });
    },

    /**
     * Sets the password that a link from a mail allows, ends every older session of that user, and signs in as users-permissions does it: with its cookie or
     * tokens, in the mode that the host uses.
     *
     * @throws 400 for a link that was guessed, used, replaced or has expired, and where the contact's address is another one by now
     */
    async accept(ctx: Context, token: string, password: string): Promise<AnswerOf<typeof acceptInvitation>> {
      await checkPassword(strapi, password);
      const identifier = await setPassword(token, password);
      const { request } = ctx as Context & { request: { body?: unknown } };
      request.body = { identifier, password };
      await strapi
        .plugin('users-permissions')
        .controller('auth')
        .callback?.(ctx, async () => undefined);
      await noteSignIn(strapi, ctx);
      const { jwt, refreshToken, user } = ctx.body as SignedIn;
      const { username, email } = user;
      return { data: { jwt, ...(refreshToken && { refreshToken }), user: { username, email } }, meta: {} };
    },
  };
};

interface SignedIn {
  jwt: string;
  refreshToken?: string;
  user: { username: string; email: string };
}

/** The host may ask for more than we do, where it configured a rule for its own sign-up. */
async function checkPassword(strapi: Core.Strapi, password: string): Promise<void> {
  const rules = strapi.config.get<{ validatePassword?: (password: string) => unknown } | undefined>(
    'plugin::users-permissions.validationRules',
  );
  const holds = rules?.validatePassword ? await rules.validatePassword(password) : true;
  if (!holds) throw new errors.ValidationError('The password does not meet the rules of this site');
}
