import accessToken from './access-token/schema.json';
import closedDay from './closed-day/schema.json';
import contact from './contact/schema.json';
import customer from './customer/schema.json';
import event from './event/schema.json';
import importBatch from './import-batch/schema.json';
import extension from './extension/schema.json';
import instalment from './instalment/schema.json';
import institution from './institution/schema.json';
import notice from './notice/schema.json';
import officeClosure from './office-closure/schema.json';
import payment from './payment/schema.json';
import receipt from './receipt/schema.json';
import reminder from './reminder/schema.json';
import series from './series/schema.json';
import seriesPeriod from './series-period/schema.json';

/** The plugin's content types; draft & publish is off for all, and the content manager does not show them. */
export const contentTypes = {
  'access-token': { schema: accessToken },
  'closed-day': { schema: closedDay },
  contact: { schema: contact },
  customer: { schema: customer },
  event: { schema: event },
  'import-batch': { schema: importBatch },
  extension: { schema: extension },
  instalment: { schema: instalment },
  institution: { schema: institution },
  notice: { schema: notice },
  'office-closure': { schema: officeClosure },
  payment: { schema: payment },
  receipt: { schema: receipt },
  reminder: { schema: reminder },
  series: { schema: series },
  'series-period': { schema: seriesPeriod },
};
