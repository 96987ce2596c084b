/** What class of host a page comes from, by a dated list that a force may replace. A host that nobody listed is a force's own. */
import type { HostClass } from './draft.js';
import shipped from './host-class.json' with { type: 'json' };

export interface HostClassRow {
  readonly class: HostClass;
  /** The domain itself and everything below it. */
  readonly domains?: readonly string[];
  /** Words between the dots and hyphens of a host name, for systems whose addresses are not public. */
  readonly words?: readonly string[];
}

export interface HostClassList {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly source: string;
  /** The day on which somebody last checked the list. */
  readonly checkedOn: string;
  readonly rows: readonly HostClassRow[];
}

/** Parts of an address after which a profile’s own name stands, and host names that lead to the same site. */
export interface ProfileAddressList {
  readonly before: readonly string[];
  readonly sameSite: readonly string[];
}

export const HOST_CLASSES = shipped as HostClassList;

/** The shipped list with a force’s own rows, which win wherever both name a host equally closely. */
export function withHostClasses(rows: readonly HostClassRow[]): HostClassList {
  return { ...HOST_CLASSES, rows: [...HOST_CLASSES.rows, ...rows] };
}

/**
 * Whose page of an open source an address is: the host and the part that names the profile, so that looks at one person’s
 * pages count as looks at one profile. Undefined for what is no web address.
 */
export function profileOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, pathname } = new URL(url);
  if (!/^https?:$/.test(protocol)) return undefined;
  const { before, sameSite } = shipped.profiles as ProfileAddressList;
  const labels = hostname.toLowerCase().split('.');
  const host = labels.length > 2 && sameSite.includes(labels[0] ?? '') ? labels.slice(1) : labels;
  const [first = '', second = ''] = pathname.toLowerCase().split('/').filter(Boolean);
  const named = before.includes(first) && second !== '' ? `${first}/${second}` : first;
  return named === '' ? host.join('.') : `${host.join('.')}/${named}`;
}

/**
 * The class of the host of an address. The words of *never* come before broad domains, so that `pnc.example.police.uk`
 * is not a force's own; a row that names that very host comes before all, so that a force can allow it.
 */
export function hostClassOf(url: string, list: HostClassList = HOST_CLASSES): HostClass {
  const host = URL.canParse(url) ? new URL(url).hostname.toLowerCase().replace(/\.$/, '') : '';
  if (host === '') return 'force';
  const words = new Set(host.split(/[.-]/));
  let best: { readonly class: HostClass; readonly rank: number } | undefined;
  for (const row of list.rows) {
    for (const domain of row.domains ?? []) {
      if (host !== domain && !host.endsWith(`.${domain}`)) continue;
      const rank = host === domain ? Number.POSITIVE_INFINITY : domain.length;
      if (best === undefined || rank >= best.rank) best = { class: row.class, rank };
    }
    if (row.words?.some((word) => words.has(word)))
      if (best?.rank !== Number.POSITIVE_INFINITY) best = { class: row.class, rank: host.length };
  }
  return best?.class ?? 'force';
}
