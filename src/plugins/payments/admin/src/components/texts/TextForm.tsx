import { useRef } from 'react';
import { Box, Button, Flex, Grid, Typography } from '@strapi/design-system';
import type { MailText } from '../../../../contracts/mail-texts';
import { WORDINGS } from '../../../../domain/mail-text';
import type { Placeholder, Wording } from '../../../../domain/mail-text';
import { useProblemText } from '../../intl/useProblemText';
import { useT } from '../../intl/useT';
import { SelectField } from '../fields/SelectField';
import { TextAreaField, TextField } from '../fields/TextField';
import { Cell } from '../shared/Cell';
import { keyOf } from './useMailTexts';
import type { MailTexts } from './useMailTexts';

interface TextFormProps {
  texts: MailTexts;
  languages: ReadonlyArray<MailText['language']>;
  currency: string;
  disabled: boolean;
}

/** A kind of mail by name; what is said of several things in one mail has a text of its own. */
const useWordingName = () => {
  const t = useT();
  return ({ kind, variant }: (typeof WORDINGS)[number]): string => {
    const name = t(`noticeKind.${kind}`);
    if (variant === 'one') return name;
    return `${name} · ${t(kind === 'invitation' ? 'mailTexts.forgotten' : 'mailTexts.several')}`;
  };
};

interface PlaceholdersProps {
  names: readonly Placeholder[];
  onInsert: (placeholder: string) => void;
}

const Placeholders = ({ names, onInsert }: PlaceholdersProps) => {
  const t = useT();
  return (
    <Box>
      <Typography variant="pi" fontWeight="bold">
        {t('mailTexts.placeholders')}
      </Typography>
      <Flex gap={2} wrap="wrap" paddingTop={2} role="group" aria-label={t('mailTexts.placeholders')}>
        {names.map((name) => (
          <Button
            key={name}
            size="S"
            variant="tertiary"
            aria-label={t('mailTexts.insert', { name: t(`placeholder.${name}`) })}
            title={`{{${name}}}`}
            onClick={() => onInsert(`{{${name}}}`)}
          >
            {t(`placeholder.${name}`)}
          </Button>
        ))}
      </Flex>
    </Box>
  );
};

/** Which mail, in which language, and its subject and opening. */
export const TextForm = ({ texts, languages, currency, disabled }: TextFormProps) => {
  const t = useT();
  const nameOf = useWordingName();
  const problemText = useProblemText();
  // what is inserted goes where the reader was last
  const last = useRef<keyof Wording>('opening');
  const { draft, text } = texts;
  const errorOf = (field: keyof Wording) => {
    const problem = texts.problemOf(field);
    return problem && problemText({ ...problem, params: problem.params ?? {} }, currency);
  };
  const write = (field: keyof Wording, value: string) => {
    last.current = field;
    texts.change({ [field]: value });
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Grid.Root gap={4} gridCols={12}>
        <Cell col={8}>
          <SelectField
            name="kind"
            label={t('mailTexts.kind')}
            value={texts.chosen}
            onChange={texts.choose}
            options={WORDINGS.map((wording) => ({ value: keyOf(wording), label: nameOf(wording) }))}
          />
        </Cell>
        <Cell col={4}>
          <SelectField
            name="language"
            label={t('mailTexts.language')}
            value={texts.language}
            onChange={texts.setLanguage}
            options={languages.map((language) => ({ value: language, label: t(`mailLanguage.${language}`) }))}
          />
        </Cell>
      </Grid.Root>
      <TextField
        name="subject"
        label={t('message.subject')}
        value={draft.subject}
        onChange={(value) => write('subject', value)}
        error={errorOf('subject')}
        maxLength={200}
        disabled={disabled}
        required
      />
      <TextAreaField
        name="opening"
        label={t('mailTexts.opening')}
        hint={t('mailTexts.opening.hint')}
        value={draft.opening}
        onChange={(value) => write('opening', value)}
        error={errorOf('opening')}
        disabled={disabled}
      />
      {!disabled && (
        <Placeholders
          names={text.placeholders}
          onInsert={(placeholder) => write(last.current, `${draft[last.current].trimEnd()} ${placeholder}`.trim())}
        />
      )}
    </Flex>
  );
};
