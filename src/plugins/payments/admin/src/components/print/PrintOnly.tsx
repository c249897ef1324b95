import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { createGlobalStyle, styled } from 'styled-components';

/** On paper there is this and nothing of the admin around it; on the screen there is nothing of this. */
const PaperStyle = createGlobalStyle`
  @media screen {
    [data-paper] { display: none; }
  }
  @media print {
    body > *:not([data-paper]) { display: none !important; }
    html, body { background: #fff; height: auto; overflow: visible; }
  }
`;

/** Black on white whatever the theme: paper has one colour. */
const Paper = styled.div`
  color: #000;
  background: #fff;
  font-size: 10pt;
  font-family: system-ui, sans-serif;

  h1 {
    font-size: 16pt;
    font-weight: 600;
    margin-bottom: 2mm;
  }
  p {
    margin-bottom: 1mm;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    margin-top: 4mm;
  }
  thead {
    display: table-header-group;
  }
  tr {
    break-inside: avoid;
  }
  th,
  td {
    border-bottom: 0.3mm solid #999;
    padding: 1.5mm 2mm 1.5mm 0;
    text-align: left;
    vertical-align: top;
  }
  .amount {
    text-align: right;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
`;

export const PrintOnly = ({ children }: { children: ReactNode }) =>
  createPortal(
    <div data-paper>
      <PaperStyle />
      <Paper>{children}</Paper>
    </div>,
    document.body,
  );
