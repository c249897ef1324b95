import { styled } from 'styled-components';

/** FullCalendar's classic theme in the admin's colours, so that it is light or dark as the admin is. */
export const MonthFrame = styled.div`
  --fc-classic-background: ${({ theme }) => theme.colors.neutral0};
  --fc-classic-foreground: ${({ theme }) => theme.colors.neutral800};
  --fc-classic-faint-foreground: ${({ theme }) => theme.colors.neutral500};
  --fc-classic-muted-foreground: ${({ theme }) => theme.colors.neutral600};
  --fc-classic-border: ${({ theme }) => theme.colors.neutral200};
  --fc-classic-strong-border: ${({ theme }) => theme.colors.neutral300};
  --fc-classic-faint: ${({ theme }) => theme.colors.neutral100};
  --fc-classic-muted: ${({ theme }) => theme.colors.neutral150};
  --fc-classic-strong: ${({ theme }) => theme.colors.neutral200};
  --fc-classic-today: ${({ theme }) => theme.colors.primary100};
  --fc-classic-event: transparent;
  --fc-classic-event-contrast: ${({ theme }) => theme.colors.neutral800};

  background: ${({ theme }) => theme.colors.neutral0};
  border-radius: ${({ theme }) => theme.borderRadius};
  box-shadow: ${({ theme }) => theme.shadows.tableShadow};
  overflow: hidden;

  .payments-day-top {
    width: 100%;
    min-width: 0;
  }

  .payments-closed {
    background: ${({ theme }) => theme.colors.neutral150};
  }
`;
