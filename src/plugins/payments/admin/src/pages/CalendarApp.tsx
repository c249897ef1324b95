import { CalendarPage } from './CalendarPage';
import { Shell } from './Shell';

/** Behind the menu link *Calendar*. */
export default function CalendarApp() {
  return (
    <Shell>
      <CalendarPage />
    </Shell>
  );
}
