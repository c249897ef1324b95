const ready = (page) => page.getByText('€').first().waitFor();

export const shots = [
  {
    name: 'calendar-agenda-phone',
    at: 'plugins/payments-calendar?view=agenda',
    window: 'phone',
    height: 1100,
    prepare: ready,
  },
  { name: 'calendar-table-greek', at: 'plugins/payments-calendar?view=table', language: 'el', prepare: ready },
];
