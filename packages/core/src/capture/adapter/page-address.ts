/** Addresses in the form that may be kept: the page, without anything asked of it. */

/** The address without query, fragment, user name or session id: each can hold a name, a search or a credential. */
export function withoutQuery(url: string): string {
  if (!URL.canParse(url)) return url.split(/[?#]/, 1)[0] ?? '';
  const { protocol, host, pathname } = new URL(url);
  const path = pathname.replace(/;[^/]*/g, '');
  if (/^https?:$/.test(protocol)) return `${protocol}//${host}${path}`;
  // The folders of a saved file name its owner; any other scheme, such as `data:`, may be the content itself.
  return protocol === 'file:' ? `file:///${path.slice(path.lastIndexOf('/') + 1)}` : protocol;
}

const RECORD_CODE = /^[\w.~-]{1,64}$/;

/** The address with only the query parameters of these names, if each is one plain number or code. */
export function withRecordQuery(url: string, names: readonly string[]): string {
  const bare = withoutQuery(url);
  if (!URL.canParse(url) || !/^https?:/.test(bare)) return bare;
  const { searchParams } = new URL(url);
  const kept = names.flatMap((name) => {
    const [value = '', ...others] = searchParams.getAll(name);
    return others.length === 0 && RECORD_CODE.test(value) ? [`${name}=${value}`] : [];
  });
  return kept.length === 0 ? bare : `${bare}?${kept.join('&')}`;
}

/** Name of a system that no adapter knows. */
export function systemOf(url: string, title: string): string {
  const host = URL.canParse(url) ? new URL(url).host : '';
  return host || title || 'Source not named';
}
