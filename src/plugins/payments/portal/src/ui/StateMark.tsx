import type { ObligationInstalment } from '../../../client/src';
import { useWords } from '../i18n/WordsProvider';
import { stateShapes } from './icons';

export type ShownState = ObligationInstalment['state'];

export const StateMark = ({ state }: { state: ShownState }) => {
  const { t } = useWords();
  return (
    <span className={`state state--${state}`}>
      {stateShapes[state]}
      {t(`state.${state}`)}
    </span>
  );
};
