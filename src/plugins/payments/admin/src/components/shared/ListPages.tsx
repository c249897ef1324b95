import { Typography } from '@strapi/design-system';
import { Pagination } from '@strapi/strapi/admin';
import type { Pagination as Pages } from '../../../../contracts/lists';
import { useT } from '../../intl/useT';

/** Page size and pages of a list, kept in the address by the admin's own component. */
export const ListPages = ({ pagination }: { pagination: Pages }) => {
  const t = useT();
  return (
    <>
      <Pagination.Root {...pagination} defaultPageSize={25}>
        <Pagination.PageSize options={['25', '50', '100']} />
        <Pagination.Links />
      </Pagination.Root>
      <Typography variant="pi" textColor="neutral600" role="status">
        {t(pagination.more ? 'list.countMore' : 'list.count', { total: pagination.total })}
      </Typography>
    </>
  );
};
