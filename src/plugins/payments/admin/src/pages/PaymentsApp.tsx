import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { ClosedDaysPage } from './ClosedDaysPage';
import { ClosuresPage } from './ClosuresPage';
import { ContactsPage } from './ContactsPage';
import { CreatePaymentPage } from './CreatePaymentPage';
import { CreateSeriesPage } from './CreateSeriesPage';
import { CustomerPage } from './CustomerPage';
import { CustomersPage } from './CustomersPage';
import { EffectsPage } from './EffectsPage';
import { ExtendPage } from './ExtendPage';
import { ExtensionsPage } from './ExtensionsPage';
import { ImportPage } from './ImportPage';
import { InstitutionsPage } from './InstitutionsPage';
import { MailTextsPage } from './MailTextsPage';
import { ManyPage } from './ManyPage';
import { NoticesPage } from './NoticesPage';
import { PaymentPage } from './PaymentPage';
import { PaymentsPage } from './PaymentsPage';
import { RecurringGridPage } from './RecurringGridPage';
import { RecurringPage } from './RecurringPage';
import { SeriesPage } from './SeriesPage';
import { SettleListPage } from './SettleListPage';
import { SettingsPage } from './SettingsPage';
import { Shell } from './Shell';
import { StatementPage } from './StatementPage';
import { TodayPage } from './TodayPage';

/** Behind the menu link *Payments*. */
export default function PaymentsApp() {
  return (
    <Shell>
      <Routes>
        <Route index element={<TodayPage />} />
        <Route path="list" element={<PaymentsPage />} />
        <Route path="create" element={<CreatePaymentPage />} />
        <Route path="many" element={<ManyPage />} />
        <Route path="recurring" element={<RecurringPage />} />
        <Route path="recurring/create" element={<CreateSeriesPage />} />
        <Route path="recurring/grid" element={<RecurringGridPage />} />
        <Route path="recurring/:documentId" element={<SeriesPage />} />
        <Route path="customers" element={<CustomersPage />} />
        <Route path="customers/:documentId" element={<CustomerPage />} />
        <Route path="customers/:documentId/statement" element={<StatementPage />} />
        <Route path="contacts" element={<ContactsPage />} />
        <Route path="extensions" element={<ExtensionsPage />} />
        <Route path="extensions/new" element={<ExtendPage />} />
        <Route path="import" element={<ImportPage />} />
        <Route path="institutions" element={<InstitutionsPage />} />
        <Route path="settings" element={<SettingsPage />} />
        <Route path="closed-days" element={<ClosedDaysPage />} />
        <Route path="closed-days/effects" element={<EffectsPage />} />
        <Route path="office-closures" element={<ClosuresPage />} />
        <Route path="settle-list" element={<SettleListPage />} />
        <Route path="notices" element={<NoticesPage />} />
        <Route path="settings/texts" element={<MailTextsPage />} />
        <Route path=":documentId" element={<PaymentPage />} />
        <Route path="*" element={<Page.Error />} />
      </Routes>
    </Shell>
  );
}
