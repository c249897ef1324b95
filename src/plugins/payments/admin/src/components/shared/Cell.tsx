import type { ReactNode } from 'react';
import { Grid } from '@strapi/design-system';

interface CellProps {
  /** Of twelve columns. */
  col: number;
  /** Of twelve on a narrow window; all of them unless told. */
  narrow?: number;
  children: ReactNode;
}

/** A field's place in a form's grid. */
export const Cell = ({ col, narrow = 12, children }: CellProps) => (
  <Grid.Item col={col} s={narrow} xs={narrow} direction="column" alignItems="stretch" justifyContent="flex-start">
    {children}
  </Grid.Item>
);
