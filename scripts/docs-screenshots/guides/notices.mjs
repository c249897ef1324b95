export const shots = [
  { name: 'notices', at: 'plugins/payments/notices', height: 1000 },
  { name: 'notices-forecast', at: 'plugins/payments/notices?tab=forecast', height: 900 },
  { name: 'mail-greek', language: 'el', mail: ({ subject }) => subject.startsWith('Υπενθύμιση: 2 πληρωμές') },
  { name: 'mail-texts', at: 'plugins/payments/settings/texts', height: 1000 },
];
