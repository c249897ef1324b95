import { Flex, Th, Typography } from '@strapi/design-system';

interface HeaderCellProps {
  children: string;
  align?: 'right';
}

/** A column's header; over amounts it stands to the right as they do. */
export const HeaderCell = ({ children, align }: HeaderCellProps) => (
  <Th>
    <Flex justifyContent={align === 'right' ? 'flex-end' : 'flex-start'} width="100%">
      <Typography variant="sigma" textColor="neutral600">
        {children}
      </Typography>
    </Flex>
  </Th>
);
