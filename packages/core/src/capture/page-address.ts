/** Addresses as they may be kept: what a page was, not what was asked of it. */

/** Without query, fragment, user name or session id: each can hold a name, a search or a way in. */
export function withoutQuery(url: string): string {
  if (!URL.canParse(url)) return url.split(/[?#]/, 1)[0] ?? '';
  const { protocol, host, pathname } = new URL(url);
  const path = pathname.replace(/;[^/]*/g, '');
  if (/^https?:$/.test(protocol)) return `${protocol}//${host}${path}`;
  // The folders of a saved file name its owner; anything else, such as `data:`, is the content itself.
  return protocol === 'file:' ? `file:///${path.slice(path.lastIndexOf('/') + 1)}` : protocol;
}

/** What to call the system when no adapter knows it. */
export function systemOf(url: string, title: string): string {
  const host = URL.canParse(url) ? new URL(url).host : '';
  return host || title || 'Source not named';
}
