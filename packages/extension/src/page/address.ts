/** The part of an address that may leave the page: never the parts that sign someone in. */

/** Parameters that contain a session or a secret in systems that put them in the address. */
const SECRET =
  /^(?:access|auth|api|csrf|id|refresh|xsrf)?[-_]?(?:auth|code|key|pass(?:word)?|secret|session(?:id)?|sid|sig(?:nature)?|ticket|token)$/i;

/** The address of a document: secrets among its parameters blanked, name and password removed. */
export function addressOf(href: string): string {
  let url: URL;
  try {
    url = new URL(href);
  } catch {
    return '';
  }
  if (url.protocol === 'data:' || url.protocol === 'blob:') return url.protocol;
  if (url.origin === 'null' && url.protocol === 'about:') return url.href;
  url.username = '';
  url.password = '';
  // Works on the text: in Firefox a script of an extension cannot iterate the parameters of a page's address.
  url.search = url.search.replace(/([?&;])([^=&;]*)=[^&;]*/g, (whole, joint, name) =>
    SECRET.test(name) ? `${joint}${name}=` : whole,
  );
  // A fragment that is a route of a single-page application identifies the record; another may be anything.
  if (!/^#!?\//.test(url.hash)) url.hash = '';
  return url.href;
}

/** The target of a link, as written, without query or fragment; undefined for a scheme that is not a place. */
export function linkOf(href: string): string | undefined {
  const bare = href.replace(/[\t\n\r]/g, '').trim();
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(bare)?.[0].toLowerCase();
  if (scheme !== undefined && !['http:', 'https:', 'mailto:'].includes(scheme)) return undefined;
  const place = bare.replace(/[?#].*$/s, '');
  return place === '' ? undefined : place;
}

/** Origin of a frame for the officer to read, or its address without query if it has none. */
export function originOf(src: string): string {
  try {
    const url = new URL(src);
    if (url.origin !== 'null') return url.origin;
    return url.protocol === 'about:' ? url.href : url.protocol;
  } catch {
    return 'about:blank';
  }
}
