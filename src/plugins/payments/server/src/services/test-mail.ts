import type { Core } from '@strapi/types';
import type { sendTestMail as contract } from '../../../contracts/notice-actions';
import type { AnswerOf, BodyOf } from '../../../contracts/route';
import { invalidField } from '../http/errors';
import { isOneAddress } from '../notices/address';
import { sendTestMail } from '../notices/test-mail';
import { readStaffMember } from '../repositories/notices-staff';
import { checkDraft } from './mail-texts';

/** Example mails, to see how mails look and whether the mail server takes them. */
export const testMail = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Sends one to the administrator who asks. @throws 400 where that account has no address, or the draft names what is unknown */
  async send(
    { language, draft, ...example }: BodyOf<typeof contract>,
    userId: number,
  ): Promise<AnswerOf<typeof contract>['data']> {
    if (draft) checkDraft({ ...example, ...draft }, ['draft']);
    const tester = await readStaffMember(strapi, userId);
    if (!tester || !isOneAddress(tester.email)) {
      throw invalidField(['recipient'], 'Your account has no email address to send to', 'no-address');
    }
    return { recipient: tester.email, ...(await sendTestMail(strapi, { ...example, draft }, language, tester)) };
  },
});
