import { useState } from 'react';
import { Badge, Box, Flex, TextButton, Typography } from '@strapi/design-system';
import type { ChangeValue } from '../../../../contracts/payment';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { changeText } from './changeText';

interface ChangeListProps {
  changes: readonly ChangeValue[];
  /** Changes that no customer sees. */
  staffChanges: readonly ChangeValue[];
  currency: string;
}

const FIRST = 6;

/** Fields with what they were and what they are; what only staff see is marked as theirs. */
export const ChangeList = ({ changes, staffChanges, currency }: ChangeListProps) => {
  const t = useT();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const lines = [
    ...changes.map((change) => ({ change, staffOnly: false })),
    ...staffChanges.map((change) => ({ change, staffOnly: true })),
  ];
  const shown = all ? lines : lines.slice(0, FIRST);

  return (
    <Box tag="ul">
      {shown.map(({ change, staffOnly }) => {
        const { field, before, after } = changeText(change, { currency, t, format });
        return (
          <Flex
            tag="li"
            key={`${change.field} ${change.of ?? change.number ?? ''} ${staffOnly}`}
            gap={2}
            wrap="wrap"
            paddingTop={1}
            paddingBottom={1}
            paddingLeft={staffOnly ? 2 : 0}
            background={staffOnly ? 'warning100' : undefined}
            hasRadius
          >
            <Typography variant="pi" textColor="neutral600">
              {field}
            </Typography>
            <Typography variant="pi" style={{ overflowWrap: 'anywhere' }}>
              {t('change.beforeAfter', { before, after })}
            </Typography>
            {staffOnly && <Badge size="S">{t('change.staffOnly')}</Badge>}
          </Flex>
        );
      })}
      {lines.length > FIRST && (
        <TextButton onClick={() => setAll(!all)}>
          {all ? t('change.fewer') : t('change.all', { count: lines.length })}
        </TextButton>
      )}
    </Box>
  );
};
