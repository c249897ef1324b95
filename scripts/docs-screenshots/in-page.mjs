// What is evaluated in the page that is pictured, not in this process.
/* global window, document, getComputedStyle, MutationObserver, localStorage */

/** The language and the theme that the admin finds when it opens. */
export const remember = ({ language, theme }) => {
  localStorage.setItem('strapi-admin-language', language);
  localStorage.setItem('STRAPI_THEME', theme);
};

/** What stands still on every picture: no banner of Strapi's, no notification, no cursor, no scroll bar. */
export const quiet = `
  [class*=scrollbar] { display: none }
  * { caret-color: transparent !important; scrollbar-width: none !important }
`;

/** How tall the window must be for nothing to scroll: whatever fills most of it and is taller inside than outside. */
export const contentHeight = () => {
  const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowY);
  const hidden = [document.documentElement, ...document.querySelectorAll('body *')]
    .filter((element) => element.clientHeight > window.innerHeight / 2)
    .filter((element) => element === document.documentElement || scrolls(element))
    .map((element) => element.scrollHeight - element.clientHeight);
  return window.innerHeight + Math.max(0, ...hidden);
};

/** Resolves when nothing on the page has changed for a moment; how long a page takes to settle, nobody tells. */
export const stillness = () =>
  new Promise((resolve) => {
    let timer;
    const observer = new MutationObserver(() => restart());
    const restart = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        observer.disconnect();
        resolve();
      }, 400);
    };
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    restart();
  });
