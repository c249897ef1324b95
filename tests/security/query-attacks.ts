const secrets = [
  'managerComments',
  'createdBy',
  'updatedBy',
  'staffChanges',
  'contacts.user.password',
  'contacts.user.resetPasswordToken',
  'customer.contacts.user.password',
  't0.manager_comments',
  'customer.payments.managerComments',
];

const operators = ['filters', 'where', '_where', 'lookup', '$and', '$or', '$not'];

const nested = (target: string) =>
  target
    .split('.')
    .map((key) => `[${key}]`)
    .join('');

const filters = secrets.flatMap((target) => [
  ...operators.map((operator) => `${operator}${nested(target)}[$startsWith]=s`),
  `filters[$and][0]${nested(target)}[$notNull]=true`,
  `filters[$or][0]${nested(target)}[$contains]=secret`,
  `filters[$not]${nested(target)}[$contains]=secret`,
  `filters[instalments][payment]${nested(target)}[$contains]=secret`,
  `sort=${target}:asc`,
  `sort[0]=${target}`,
  `sort${nested(target)}=asc`,
  `fields=${target}`,
  `fields[0]=${target}`,
  `populate=${target}`,
  `populate${nested(target)}=true`,
  `${target}=s`,
]);

/** Queries by which generic list routes have given away what they must not. Each is one more line here. */
export const queryAttacks: readonly string[] = [
  ...filters,
  'fields=*',
  'fields[0]=managerComments&fields[1]=id',
  '_q=secret',
  'populate=*',
  'populate=deep',
  'populate[customer][populate]=*',
  'populate[customer][populate][contacts][populate]=user',
  'populate[instalments][filters][payment][managerComments][$contains]=secret',
  'populate[customer][fields][0]=taxNumber',
  'status=draft',
  'publicationState=preview',
  'locale=*',
  'locale=el',
  'pageSize=1e9',
  'pageSize=-1',
  'pagination[pageSize]=1000000',
  'pagination[limit]=-1',
  'limit=-1',
  'start=0&limit=100000',
  '_limit=-1',
  'withCount=false',
  'id=1',
  'documentId=1',
  'customer[$ne]=x',
  'customer[documentId]=x',
  'customer=*',
  'customer=1',
  'state[$in][0]=open',
  'state=open&state=settled',
  'q[$contains]=x',
  'q=a&q=b',
  'sort=nextDueDate:asc;drop table payments_payments',
  'sort=customer:asc',
  'sort=managerComments',
  "q=' or 1=1 --",
  'from=2026-01-01&from=2027-01-01',
  '__proto__[access]=all',
  'constructor[prototype][access]=all',
  Array.from({ length: 300 }, (_, index) => `$or[${index}][title]=a`).join('&'),
  `q=${'a'.repeat(5_000)}`,
];
