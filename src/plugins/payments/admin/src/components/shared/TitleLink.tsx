import { Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';

/** At most two lines of the title; the rest is in the tooltip, and on the page that it opens. */
const Clamped = styled.span`
  display: -webkit-box;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 2;
  overflow: hidden;
  overflow-wrap: anywhere;
  white-space: normal;
`;

/** A payment's title as a row's link, however long it is; a click on it is not a click on the row as well. */
export const TitleLink = ({ to, title }: { to: string; title: string }) => (
  <Link tag={NavLink} to={to} onClick={(event: React.MouseEvent) => event.stopPropagation()}>
    <Clamped title={title}>{title}</Clamped>
  </Link>
);
