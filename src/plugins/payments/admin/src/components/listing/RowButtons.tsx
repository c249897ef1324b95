import { IconButton } from '@strapi/design-system';
import { Pencil, Trash } from '@strapi/icons';

interface RowButtonProps {
  /** Names the row too: there are as many of these buttons as rows. */
  label: string;
  onClick: () => void;
}

export const EditButton = (props: RowButtonProps) => (
  <IconButton variant="ghost" {...props}>
    <Pencil />
  </IconButton>
);

export const DeleteButton = (props: RowButtonProps) => (
  <IconButton variant="ghost" {...props}>
    <Trash />
  </IconButton>
);
