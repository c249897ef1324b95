import { styled } from 'styled-components';
import type { CalendarInstalment } from '../../../../contracts/calendar';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { instalmentLooks } from '../shared/states';
import type { Tone } from '../shared/states';
import type { Chip } from './chips';

interface ChipButtonProps {
  chip: Chip;
  narrow: boolean;
  onOpen: (instalment: CalendarInstalment) => void;
  onOpenDay: (day: string) => void;
}

const Button = styled.button<{ $tone: Tone; $narrow: boolean }>`
  display: flex;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[1]};
  width: 100%;
  min-height: ${({ $narrow }) => ($narrow ? '3.2rem' : '2.4rem')};
  padding: 0.2rem 0.4rem;
  border: 1px solid ${({ theme, $tone }) => theme.colors[`${$tone}200`]};
  border-left: 3px solid ${({ theme, $tone }) => theme.colors[`${$tone}600`]};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme, $tone }) => theme.colors[`${$tone}100`]};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[1]};
  text-align: left;
  cursor: pointer;

  svg {
    flex: none;
    fill: ${({ theme, $tone }) => theme.colors[`${$tone}700`]};
  }
  span {
    flex: none;
    white-space: nowrap;
  }
  span.name {
    flex: 0 1 auto;
    overflow: hidden;
    text-overflow: ellipsis;
  }
`;

/** `4/8 · Παπαδόπουλος · 154,32 €`, or `+12 · 3.480,10 €` for those of the day that have no chip. */
export const ChipButton = ({ chip, narrow, onOpen, onOpenDay }: ChipButtonProps) => {
  const t = useT();
  const format = useFormat();
  if (chip.kind === 'more') {
    const sums = chip.outstanding.map((sum) => format.money(sum)).join(' · ');
    const label = t('calendar.more', { count: chip.count, sum: sums, day: format.weekDay(chip.date) });
    return (
      <Button
        type="button"
        $tone="neutral"
        $narrow={narrow}
        aria-label={label}
        title={label}
        onClick={() => onOpenDay(chip.date)}
      >
        <span>{narrow ? chip.count : [`+${chip.count}`, sums].filter(Boolean).join(' · ')}</span>
      </Button>
    );
  }
  const { number, of, customer, amount, state, payment } = chip.instalment;
  const { tone, icon: Icon } = instalmentLooks[state];
  const text = `${number}/${of} · ${customer.name} · ${format.money(amount)}`;
  const label = `${text} · ${payment.title} · ${t(`state.${state}`)}`;
  return (
    <Button
      type="button"
      $tone={tone}
      $narrow={narrow}
      aria-label={label}
      title={label}
      onClick={() => onOpen(chip.instalment)}
    >
      <Icon aria-hidden width="1.2rem" height="1.2rem" />
      <span>{`${number}/${of}`}</span>
      <span className="name">{`· ${customer.name}`}</span>
      <span>{`· ${format.money(amount)}`}</span>
    </Button>
  );
};
