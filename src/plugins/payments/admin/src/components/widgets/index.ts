import { Calendar, Clock, WarningCircle } from '@strapi/icons';
import type { WidgetArgs } from '@strapi/strapi/admin';
import { paths, PLUGIN_ID } from '../../constants';
import { READ } from '../../permissions';
import { menu } from '../../translations/menu';

const text = (key: keyof typeof menu.en) => ({ id: `${PLUGIN_ID}.${key}`, defaultMessage: menu.en[key] });

const common = { pluginId: PLUGIN_ID, permissions: READ };

/** The home page's widgets. What they show comes with a chunk of its own when the home page is opened. */
export const widgets: WidgetArgs[] = [
  {
    ...common,
    id: 'due-this-week',
    icon: Calendar,
    title: text('widget.due'),
    link: { label: text('widget.due.link'), href: paths.calendar },
    component: () => import('./DueThisWeek').then(({ DueThisWeek }) => DueThisWeek),
  },
  {
    ...common,
    id: 'overdue',
    icon: Clock,
    title: text('widget.overdue'),
    link: { label: text('widget.overdue.link'), href: `${paths.payments}?state=overdue` },
    component: () => import('./Overdue').then(({ Overdue }) => Overdue),
  },
  {
    ...common,
    id: 'failed-notices',
    icon: WarningCircle,
    title: text('widget.failed'),
    link: { label: text('widget.failed.link'), href: `${paths.notices}?state=problem` },
    component: () => import('./FailedNotices').then(({ FailedNotices }) => FailedNotices),
  },
];
