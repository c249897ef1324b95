import { useT } from '../../intl/useT';

/** A step of the ladder in words: before *pay by*, on the due date, or after it. */
export const useStepText = () => {
  const t = useT();
  return (step: number): string => {
    if (step === 0) return t('step.on');
    return t(step < 0 ? 'step.before' : 'step.after', { days: Math.abs(step) });
  };
};
