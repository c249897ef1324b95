import { Flex, Th, Typography } from '@strapi/design-system';
import { CaretDown, CaretUp } from '@strapi/icons';
import { styled } from 'styled-components';
import type { Sorting } from './columns';

interface SortHeaderProps extends Sorting {
  label: string;
  name: string;
  align?: 'right';
}

const SortButton = styled.button`
  background: none;
  border: 0;
  padding: 0;
  font: inherit;
  color: inherit;
  cursor: pointer;
`;

/** A column's header that sorts by it, and the other way round when pressed again. */
export const SortHeader = ({ label, name, sort, onSort, align }: SortHeaderProps) => {
  const [field, direction] = sort.split(':');
  const sorted = field === name;
  const Arrow = direction === 'desc' ? CaretDown : CaretUp;
  const order = direction === 'desc' ? 'descending' : 'ascending';
  return (
    <Th role="columnheader" aria-sort={sorted ? order : undefined}>
      <Flex justifyContent={align === 'right' ? 'flex-end' : 'flex-start'} width="100%">
        <SortButton type="button" onClick={() => onSort(`${name}:${sorted && direction !== 'desc' ? 'desc' : 'asc'}`)}>
          <Flex gap={1}>
            <Typography variant="sigma" textColor="neutral600">
              {label}
            </Typography>
            {sorted && <Arrow aria-hidden width="0.8rem" />}
          </Flex>
        </SortButton>
      </Flex>
    </Th>
  );
};
