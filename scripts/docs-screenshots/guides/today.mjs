const ready = (page) => page.getByRole('heading', { level: 1 }).waitFor();

export const shots = [
  { name: 'today', at: 'plugins/payments', prepare: ready },
  { name: 'today-phone-greek', at: 'plugins/payments', language: 'el', window: 'phone', height: 1300, prepare: ready },
];
