import { useCallback } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';
import { paths } from '../../constants';
import { useAllowed } from '../../hooks/useAllowed';
import { useT } from '../../intl/useT';
import { useCountEffectsMutation } from '../../services/closed-days';

/** After a change of closed days: shows which due dates it would move, or says that it moves none. */
export const useShowEffects = (): (() => void) => {
  const t = useT();
  const navigate = useNavigate();
  const allowed = useAllowed();
  const { toggleNotification } = useNotification();
  const [count] = useCountEffectsMutation();
  return useCallback(() => {
    count()
      .unwrap()
      .then((total) => {
        if (total > 0 && allowed('update')) navigate(paths.closedDayEffects);
        else toggleNotification({ type: 'success', message: t(total > 0 ? 'save.done' : 'effects.none') });
      })
      // the change is saved; the page that is open asks for the effects by itself again
      .catch(() => toggleNotification({ type: 'success', message: t('save.done') }));
  }, [allowed, count, navigate, t, toggleNotification]);
};
