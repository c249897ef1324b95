import { useState } from 'react';
import { LinkButton } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import type { ExtensionItem } from '../../../contracts/extension';
import { ExtensionsTable } from '../components/extensions/ExtensionsTable';
import { UndoDialog } from '../components/extensions/UndoDialog';
import { listed } from '../components/listing/listed';
import { ListPage } from '../components/listing/ListPage';
import { paths } from '../constants';
import { useAllowed } from '../hooks/useAllowed';
import { useUrlQuery } from '../hooks/useUrlQuery';
import { useT } from '../intl/useT';
import { READ } from '../permissions';
import { useListExtensionsQuery } from '../services/extensions';

const Extensions = () => {
  const t = useT();
  const allowed = useAllowed();
  const [url] = useUrlQuery<'pageSize'>();
  const query = { page: url.page ?? '1', pageSize: url.pageSize ?? '25' };
  const list = useListExtensionsQuery(query, { refetchOnMountOrArgChange: true });
  const [undoing, setUndoing] = useState<ExtensionItem | null>(null);
  const extend = allowed('update') ? (
    <LinkButton tag={NavLink} to={paths.extend}>
      {t('extend.action')}
    </LinkButton>
  ) : undefined;
  return (
    <ListPage
      title={t('extensions.title')}
      subtitle={t('extensions.subtitle')}
      primaryAction={extend}
      list={listed(list)}
      empty={{ text: t('extensions.empty'), action: extend }}
      dialogs={undoing && <UndoDialog extension={undoing} onClose={() => setUndoing(null)} />}
    >
      {(extensions) => <ExtensionsTable extensions={extensions} onUndo={setUndoing} />}
    </ListPage>
  );
};

/** Deadlines that were moved for many, to look at and to undo. */
export const ExtensionsPage = () => (
  <Page.Protect permissions={READ}>
    <Extensions />
  </Page.Protect>
);
