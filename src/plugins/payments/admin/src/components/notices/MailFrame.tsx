import { Box } from '@strapi/design-system';

interface MailFrameProps {
  title: string;
  html: string;
  height?: string;
}

/**
 * A mail as its reader sees it. Nothing in it runs, and a link in it goes nowhere: the frame may do nothing at all, and opens links in
 * windows that it may not open.
 */
export const MailFrame = ({ title, html, height = '48rem' }: MailFrameProps) => (
  <Box borderColor="neutral200" hasRadius overflow="hidden" width="100%">
    <iframe
      title={title}
      sandbox=""
      referrerPolicy="no-referrer"
      srcDoc={html.replace('<head>', '<head><base target="_blank">')}
      style={{ display: 'block', width: '100%', height, border: 0, background: '#fff' }}
    />
  </Box>
);
