import type { Core } from '@strapi/strapi';
import type { MailText, previewMailText, updateMailText } from '../../../contracts/mail-texts';
import type { BodyOf } from '../../../contracts/route';
import { checkWording, placeholdersOf, WORDINGS } from '../../../domain/mail-text';
import type { WordedKind, Wording, WordingVariant } from '../../../domain/mail-text';
import type { Path, Problem } from '../../../domain/problem';
import { invalid, invalidField } from '../http/errors';
import { wordingKey } from '../notices/mail/context';
import type { OwnWordings } from '../notices/mail/context';
import type { Language } from '../notices/mail/format';
import type { RenderedMail } from '../notices/mail/render';
import { renderExample } from '../notices/test-mail';
import { wordsIn } from '../notices/words';
import { inTransaction } from '../repositories/database';
import { readWordings, removeWording, writeWording } from '../repositories/mail-texts';
import { readStaffMember } from '../repositories/notices-staff';
import { keepValue } from './kept-value';

/** Another replica's change is seen within this time. */
const CACHE_MS = 2_000;

/** A draft of one wording. */
export interface WordingDraft extends Wording {
  readonly kind: WordedKind;
  readonly variant: WordingVariant;
}

/**
 * Refuses what a wording may not say.
 *
 * @param prefix where subject and opening stand in the request
 * @throws a 400 that names every unknown placeholder, its field, and the known ones
 */
export function checkDraft({ kind, variant, subject, opening }: WordingDraft, prefix: Path = []): void {
  const names = placeholdersOf(kind, variant);
  if (names.length === 0) {
    throw invalidField(
      [...prefix.slice(0, -1), 'variant'],
      `Mails of the kind ${kind} are about one thing`,
      'variant-unknown',
    );
  }
  const problems: Problem[] = [];
  for (const [field, template] of Object.entries({ subject, opening })) {
    const checked = checkWording(template, names, [...prefix, field]);
    if (!checked.ok) problems.push(...checked.problems);
  }
  if (problems.length > 0) throw invalid(problems);
}

/** Subject and opening of each kind of mail: the product's own words, or what the office has put in their place. */
export const mailTexts = ({ strapi }: { strapi: Core.Strapi }) => {
  /** What the office has worded itself. */
  const kept = keepValue<OwnWordings>(() => readWordings(strapi), CACHE_MS);
  const own = kept.get;

  function textOf(kind: WordedKind, variant: WordingVariant, language: Language, wordings: OwnWordings): MailText {
    const mine = wordings.get(wordingKey(kind, variant, language));
    const original = wordsIn[language].kinds[kind][variant];
    return {
      kind,
      variant,
      language,
      ...(mine ?? original),
      own: mine !== undefined,
      original,
      placeholders: [...placeholdersOf(kind, variant)],
    };
  }

  return {
    own,

    async list(): Promise<MailText[]> {
      const wordings = await own();
      return (['en', 'el'] as const).flatMap((language) =>
        WORDINGS.map(({ kind, variant }) => textOf(kind, variant, language, wordings)),
      );
    },

    /** Keeps a wording; the product's own, written back, is forgotten, so that it follows the product from then on. */
    async update({ language, ...draft }: BodyOf<typeof updateMailText>): Promise<MailText> {
      checkDraft(draft);
      const { kind, variant, subject, opening } = draft;
      const key = wordingKey(kind, variant, language);
      const original = wordsIn[language].kinds[kind][variant];
      const isOriginal = subject === original.subject && opening === original.opening;
      await kept.whileChanging(() =>
        inTransaction(strapi, () =>
          isOriginal ? removeWording(strapi, key) : writeWording(strapi, key, { subject, opening }),
        ),
      );
      return textOf(kind, variant, language, await own());
    },

    /** An example mail in a draft, to the member of staff who asks. */
    async preview({ language, ...draft }: BodyOf<typeof previewMailText>, userId: number): Promise<RenderedMail> {
      checkDraft(draft);
      const tester = await readStaffMember(strapi, userId);
      const { subject, html, text } = await renderExample(strapi, draft, language, tester?.name ?? '', draft);
      return { subject, html, text };
    },
  };
};
