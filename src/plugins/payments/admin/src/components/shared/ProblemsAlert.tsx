import { Alert } from '@strapi/design-system';
import type { Failure } from '../../services/failure';
import { useProblemText } from '../../intl/useProblemText';
import { useT } from '../../intl/useT';

interface ProblemsAlertProps {
  failure: Failure;
  currency: string;
  onClose: () => void;
}

/** What the server refused, said once above the form; the fields that are meant say it themselves too. */
export const ProblemsAlert = ({ failure, currency, onClose }: ProblemsAlertProps) => {
  const t = useT();
  const problemText = useProblemText();
  const texts = failure.problems.map((problem) => problemText(problem, currency));
  const said = texts.length > 0 ? [...new Set(texts)] : [failure.message || t('problem.unknown')];
  return (
    <Alert variant="danger" closeLabel={t('action.close')} onClose={onClose} title={t('save.refused')} role="alert">
      {said.join(' ')}
    </Alert>
  );
};
