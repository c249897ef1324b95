import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { readConfig } from './app/config';
import { startNavigation } from './app/navigation';
import { initialLanguage, readStoredLanguage } from './i18n/language';
import { loadWords } from './i18n/load-words';
import { createAccess } from './session/access';
import { isRemembered } from './session/remembered';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/shell.css';
import './styles/log.css';
import './styles/pay.css';
import './styles/obligation.css';

const start = async (root: HTMLElement): Promise<void> => {
  startNavigation();
  const written = document.querySelector('meta[name="payments-api"]')?.getAttribute('content');
  const access = createAccess(readConfig(written));
  // Asked while the words load; the page asks again, finds the answer, and shows what went wrong.
  if (isRemembered()) access.session.restore().catch(() => undefined);
  const words = await loadWords(initialLanguage(readStoredLanguage(), navigator.languages));
  createRoot(root).render(<App words={words} access={access} />);
};

const root = document.getElementById('root');
if (root) void start(root);
