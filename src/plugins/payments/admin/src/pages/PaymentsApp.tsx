import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { CreatePaymentPage } from './CreatePaymentPage';
import { CustomersPage } from './CustomersPage';
import { InstitutionsPage } from './InstitutionsPage';
import { PaymentPage } from './PaymentPage';
import { PaymentsPage } from './PaymentsPage';
import { Shell } from './Shell';

/** Behind the menu link *Payments*. */
export default function PaymentsApp() {
  return (
    <Shell>
      <Routes>
        <Route index element={<PaymentsPage />} />
        <Route path="create" element={<CreatePaymentPage />} />
        <Route path="customers" element={<CustomersPage />} />
        <Route path="institutions" element={<InstitutionsPage />} />
        <Route path=":documentId" element={<PaymentPage />} />
        <Route path="*" element={<Page.Error />} />
      </Routes>
    </Shell>
  );
}
