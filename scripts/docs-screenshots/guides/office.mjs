export const shots = [
  { name: 'settings', at: 'plugins/payments/settings' },
  { name: 'closed-days', at: 'plugins/payments/closed-days?year=2027' },
  { name: 'institutions', at: 'plugins/payments/institutions' },
];
