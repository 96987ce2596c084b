/**
 * Forms of the types of identifier that are more than a name: addresses on the internet, email, keys and wallets. Text
 * that was made harmless to press, `hxxps://example[.]org`, is read as what it stands for, and stays as it was seen.
 */

/** Reads notation that keeps an address from being a link: `hxxp`, `[.]`, `(dot)`, `[@]`. */
export function withoutDefang(text: string): string {
  return text
    .trim()
    .replace(/^h(?:xx|tt|\*\*)p(s?)\s*(?:\[:\]|:)\s*(?:\/\/|\[\/\/\]|\\\\)/i, 'http$1://')
    .replace(/\s*(?:\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\))\s*/gi, '.')
    .replace(/\s*(?:\[@\]|\(@\)|\[at\]|\(at\))\s*/gi, '@')
    .replace(/\[:\]/g, ':');
}

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const IPV4 = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`);
const LIKE_IPV6 = /^[\da-f:]*:[\da-f:.]*:[\da-f:.]*$/i;

/** An IP address in its one form, IPv6 compressed as in RFC 5952; undefined if the text is none. */
export function ipAddressIn(text: string): string | undefined {
  const bare = withoutDefang(text).replace(/^\[(.*)\]$/, '$1');
  if (IPV4.test(bare)) return bare;
  if (!LIKE_IPV6.test(bare) || !URL.canParse(`http://[${bare}]/`)) return undefined;
  const host = new URL(`http://[${bare}]/`).hostname.slice(1, -1);
  const mapped = /^::ffff:([\da-f]+):([\da-f]+)$/.exec(host);
  if (!mapped) return host;
  const [high, low] = [mapped[1], mapped[2]].map((part) => Number.parseInt(part ?? '', 16)) as [
    number,
    number,
  ];
  return `::ffff:${[high >> 8, high & 255, low >> 8, low & 255].join('.')}`;
}

/**
 * The IP address that a text is, whatever is written at it: `IP: 198.51.100.7`, its port, the size of its network. Such a
 * text needs its moment as the address does.
 */
export function ipAddressOf(text: string): string | undefined {
  const bare = withoutDefang(text)
    .replace(/^ip(?:v[46])?(?:\s+address)?\s*[:=]?\s*(?=[\da-f:[])/i, '')
    .replace(/\s?\.\s?/g, '.');
  return ipAddressIn(bare) ?? ipAddressIn(bare.replace(/(?::\d{1,5}|\/\d{1,3})$/, ''));
}

const INSIDE = [
  /^(?:::ffff:)?(?:0|10|127)\./,
  /^(?:::ffff:)?(?:169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./,
  /^(?:f[cd][\da-f]{2}|fe[89ab][\da-f]):/,
  /^::1?$/,
];

/** True for an IP address of the inside of a network: many networks have it at once, and none of them shows anybody. */
export function isInsideAddress(text: string): boolean {
  const address = ipAddressIn(text);
  return address !== undefined && INSIDE.some((form) => form.test(address));
}

const EMAIL = /^[^\s@<>()[\],;:"\\]+@([^\s@<>()[\],;:"\\]+)$/;

/** An email address with its domain in its one form: what is before the sign may tell capitals apart. */
export function emailAddressIn(text: string): string | undefined {
  const bare = withoutDefang(text).replace(/^mailto:/i, '');
  const [, host = ''] = EMAIL.exec(bare) ?? [];
  const domain = domainIn(host);
  return domain && `${bare.slice(0, bare.indexOf('@'))}@${domain}`;
}

const LABEL = /^(?!-)[\w-]{1,63}(?<!-)$/;

/** A domain in small letters, in the form that travels: `bücher.example` is `xn--bcher-kva.example`. */
export function domainIn(text: string): string | undefined {
  const bare = withoutDefang(text).replace(/\.$/, '');
  if (bare === '' || /[\s/@:?#\\]/.test(bare) || !URL.canParse(`http://${bare}/`)) return undefined;
  const host = new URL(`http://${bare}/`).hostname;
  const labels = host.split('.');
  const isName = labels.length > 1 && labels.every((label) => LABEL.test(label));
  return isName && /[a-z]/.test(labels.at(-1) ?? '') && host.length <= 253 ? host : undefined;
}

/** A web address without the name and the password of an account, which are no part of the place. */
export function webAddressIn(text: string): string | undefined {
  const bare = withoutDefang(text);
  const whole = /^[a-z][a-z\d+.-]*:\/\//i.test(bare) ? bare : `http://${bare}`;
  if (/\s/.test(whole) || !URL.canParse(whole)) return undefined;
  const { protocol, host, hostname, href } = new URL(whole);
  if (!/^(?:https?|ftp):$/.test(protocol)) return undefined;
  if (domainIn(hostname) === undefined && ipAddressIn(hostname) === undefined) return undefined;
  return `${protocol}//${host}${href.slice(href.indexOf('/', protocol.length + 2))}`;
}

/** True if the address contains a name or a password: what is shown of it must not. */
export function hasCredentials(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\/[^/?#\s]*@/i.test(withoutDefang(text));
}

const WALLETS = [
  /^(?:[13][1-9A-HJ-NP-Za-km-z]{25,34}|bc1[02-9ac-hj-np-z]{11,71}|BC1[02-9AC-HJ-NP-Z]{11,71})$/,
  /^0x[\da-fA-F]{40}$/,
  /^[48][1-9A-HJ-NP-Za-km-z]{94}(?:[1-9A-HJ-NP-Za-km-z]{11})?$/,
];

/** A wallet of Bitcoin, Ethereum or Monero, in the form that each of them compares. */
export function walletIn(text: string): string | undefined {
  const bare = text.trim().replace(/^(?:bitcoin|ethereum|monero):/i, '');
  if (!WALLETS.some((form) => form.test(bare))) return undefined;
  return /^(?:0x|bc1)/i.test(bare) ? bare.toLowerCase() : bare;
}

/** The fingerprint of a PGP key: forty hexadecimal digits. */
export function pgpKeyIn(text: string): string | undefined {
  const bare = text.trim().replace(/^0x/i, '').replace(/[\s:]/g, '');
  return /^[\da-f]{40}$/i.test(bare) ? bare.toUpperCase() : undefined;
}

/**
 * A device: a hardware address in small letters with colons, the digits of an IMEI alone, any other number without its
 * spaces.
 */
export function deviceIn(text: string): string | undefined {
  const bare = text.trim();
  if (/^(?:[\da-f]{2}(?:[:-][\da-f]{2}){5}|[\da-f]{4}(?:\.[\da-f]{4}){2})$/i.test(bare))
    return (bare.toLowerCase().match(/[\da-f]{2}/g) ?? []).join(':');
  if (/^\d(?:[\s/-]?\d){14,15}$/.test(bare)) return bare.replace(/\D/g, '');
  const joined = bare.replace(/\s/g, '').toUpperCase();
  return joined === '' ? undefined : joined;
}

/** Fault in the form of an identifier that its type rules out; undefined if it can be. */
export function formRefused(type: string | undefined, asSeen: string): string | undefined {
  if (type === 'ip-address' && ipAddressIn(asSeen) === undefined)
    return 'Enter an IP address, like 198.51.100.7 or 2001:db8::7. This cannot be one.';
  if (type === 'email' && emailAddressIn(asSeen) === undefined)
    return 'Enter an email address, like name@example.com. This cannot be one.';
  return undefined;
}
