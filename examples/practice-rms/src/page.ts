// The shell of every page: a neutral title, no script, and the banner that says that no person here is real.
import { type Html, type HtmlPart, html } from './html.ts';

/** Constant on every page, so that no name reaches the browser's history. */
export const PAGE_TITLE = 'Practice record system';

export const BANNER = 'Practice system: every person is fictional';

const plainStyle = html`<style>
  body { font-family: Arial, Helvetica, sans-serif; margin: 0; color: #1a1a1a; line-height: 1.4; }
  .practice-banner { background: #fff3bf; border-bottom: 1px solid #d9b400; margin: 0; padding: 6px 16px; font-size: 14px; }
  main { max-width: 900px; padding: 8px 16px 48px; }
</style>`;

/** A page in today's HTML. `style` is the look's own style sheet. */
export function page(body: HtmlPart, style: Html = plainStyle): Html {
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${PAGE_TITLE}</title>
${style}
</head>
<body>
<p class="practice-banner">${BANNER}</p>
${body}
</body>
</html>
`;
}

/** A page with a single message: not found, too large, and the like. */
export function notice(heading: string, message: string): Html {
  return page(
    html`<main><h1>${heading}</h1><p>${message}</p><p><a href="/">All looks</a></p></main>`,
  );
}

/** @param otherOrigin the one foreign origin that a practice page may frame */
export function pageHeaders(otherOrigin: string): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'content-security-policy': [
      "default-src 'none'",
      "style-src 'unsafe-inline'",
      ["frame-src 'self'", otherOrigin].join(' '),
      "form-action 'self'",
      "base-uri 'none'",
    ].join('; '),
  };
}
