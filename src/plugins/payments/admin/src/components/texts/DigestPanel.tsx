import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useFieldProblems } from '../../hooks/useFieldProblems';
import { useOffice } from '../../hooks/useOffice';
import { useSave } from '../../hooks/useSave';
import { useProblemText } from '../../intl/useProblemText';
import { useT } from '../../intl/useT';
import { useSaveDigestMutation } from '../../services/mail-texts';
import { CheckField } from '../fields/CheckField';
import { TextField } from '../fields/TextField';
import { Panel } from '../shared/Panel';
import { ProblemsAlert } from '../shared/ProblemsAlert';

/** Whether staff get a mail on working days, and when. */
export const DigestPanel = () => {
  const t = useT();
  const problemText = useProblemText();
  const { toggleNotification } = useNotification();
  const { staffDigest, staffDigestTime, replyTo, currency } = useOffice();
  const [on, setOn] = useState(staffDigest);
  const [time, setTime] = useState(staffDigestTime);
  const [send] = useSaveDigestMutation();
  const save = useSave<unknown>();
  const problems = useFieldProblems(save.failure);
  const problem = problems.at('staffDigestTime');
  const submit = () =>
    void save.run(
      () => send({ staffDigest: on, staffDigestTime: time.trim() }).unwrap(),
      () => toggleNotification({ type: 'success', message: t('digest.saved') }),
    );
  return (
    <Panel title={t('digest.title')}>
      <Typography textColor="neutral600">{t('digest.text')}</Typography>
      {replyTo === null && <Typography textColor="warning700">{t('digest.noAddress')}</Typography>}
      {save.failure && !problem && <ProblemsAlert failure={save.failure} currency={currency} onClose={save.dismiss} />}
      <CheckField name="staffDigest" label={t('digest.on')} checked={on} onChange={setOn} />
      <Flex maxWidth="20rem">
        <TextField
          name="staffDigestTime"
          label={t('digest.time')}
          hint={t('digest.time.hint')}
          value={time}
          error={problem && problemText(problem, currency)}
          onChange={(value) => {
            setTime(value);
            problems.touch('staffDigestTime');
          }}
        />
      </Flex>
      <Flex>
        <Button
          variant="secondary"
          loading={save.busy}
          disabled={on === staffDigest && time === staffDigestTime}
          onClick={submit}
        >
          {t('action.save')}
        </Button>
      </Flex>
    </Panel>
  );
};
