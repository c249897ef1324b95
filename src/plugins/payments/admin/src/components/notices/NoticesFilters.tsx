import { Box, Button, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useT } from '../../intl/useT';
import { SearchBox } from '../shared/SearchBox';
import { KINDS, REASONS, STATES } from './useNoticesList';
import type { NoticesList } from './useNoticesList';

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly Value[];
  textOf: (value: Value) => string;
  onChange: (value: string) => void;
}

const Choice = <Value extends string>({ label, value, options, textOf, onChange }: ChoiceProps<Value>) => (
  <Box minWidth={{ initial: '100%', medium: '17rem' }}>
    <SingleSelect
      size="S"
      aria-label={label}
      value={value}
      onChange={(chosen) => onChange(chosen === 'all' ? '' : String(chosen))}
    >
      {options.map((option) => (
        <SingleSelectOption key={option} value={option}>
          {textOf(option)}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  </Box>
);

/** What the delivery log is narrowed by; the address keeps it. */
export const NoticesFilters = ({ list }: { list: NoticesList }) => {
  const t = useT();
  const { q, state, kind, reason, narrowed, change } = list;
  return (
    <>
      <SearchBox
        label={t('notices.search')}
        placeholder={t('notices.search.placeholder')}
        value={q}
        onSearch={(text) => change({ q: text })}
      />
      <Choice
        label={t('notices.filter.state')}
        value={state}
        options={STATES}
        textOf={(value) => t(`noticeState.${value}`)}
        onChange={(next) => change({ state: next })}
      />
      <Choice
        label={t('notices.filter.kind')}
        value={kind}
        options={KINDS}
        textOf={(value) => t(`noticeKind.${value}`)}
        onChange={(next) => change({ kind: next })}
      />
      <Choice
        label={t('notices.filter.reason')}
        value={reason}
        options={REASONS}
        textOf={(value) => t(`skip.${value}`)}
        onChange={(next) => change({ reason: next })}
      />
      {narrowed && (
        <Button
          variant="tertiary"
          size="S"
          endIcon={<Cross />}
          onClick={() => change({ payment: '', contact: '', customer: '' })}
        >
          {t('notices.filter.narrowed')}
        </Button>
      )}
    </>
  );
};
