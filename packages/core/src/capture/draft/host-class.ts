/** Class of a page's host, by a dated list that a force may replace. A host that nobody listed is a force's own. */
import type { HostClass } from '../draft.js';
import shipped from './host-class.json' with { type: 'json' };
import type { HostClassRow } from './host-class-row.js';

export interface HostClassList {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly source: string;
  /** The day on which somebody last checked the list. */
  readonly checkedOn: string;
  readonly rows: readonly HostClassRow[];
  /** Words added to the names of systems, as in `pncweb` and `ledsportal`. */
  readonly joined?: readonly string[];
}

/** Parts of an address that come before a profile’s name, and host names that lead to the same site. */
export interface ProfileAddressList {
  readonly before: readonly string[];
  readonly sameSite: readonly string[];
}

export const HOST_CLASSES = shipped as HostClassList;

/** The shipped list with a force’s own rows, which win if both name a host equally closely. */
export function withHostClasses(rows: readonly HostClassRow[]): HostClassList {
  return { ...HOST_CLASSES, rows: [...HOST_CLASSES.rows, ...rows] };
}

/**
 * The profile of an open-source address: the host and the part that names the profile, so that visits to one person’s
 * pages count as visits to one profile. Undefined if it is not a web address.
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

/** Ranks of how closely a row names an address; plain domains rank below these, by their length. */
const BY_WORD = 1_000;
const BY_HOST = 2_000;
const BY_PATH_WORD = 3_000;
const BY_PATH = 4_000;

/**
 * The class of an address's host. The words of *never* win over broad domains, so that `pnc.example.police.uk` is not a
 * force's own; in a path they win over the host, so that `gateway.example.police.uk/pnd/` is not either. A row that
 * names the exact host, or the exact path, wins over them, so that a force can allow it.
 */
export function hostClassOf(url: string, list: HostClassList = HOST_CLASSES): HostClass {
  const { hostname = '', pathname = '', hash = '' } = URL.canParse(url) ? new URL(url) : {};
  const host = hostname.toLowerCase().replace(/\.$/, '');
  if (host === '') return 'force';
  const path = `${pathname}/${hash.slice(1)}`.toLowerCase().split('/').filter(Boolean);
  const hasWord = wordsAmong(host.split(/[.-]/), list);
  const hasPathWord = wordsAmong(path, list);
  let best: { readonly class: HostClass; readonly rank: number } = { class: 'force', rank: 0 };
  const consider = (name: HostClass, rank: number) => {
    if (rank >= best.rank) best = { class: name, rank };
  };
  for (const row of list.rows) {
    for (const domain of row.domains ?? []) {
      const [name = '', ...parts] = domain.split('/').filter(Boolean);
      if (host !== name && !host.endsWith(`.${name}`)) continue;
      if (parts.some((part, at) => part !== path[at])) continue;
      if (parts.length > 0) consider(row.class, BY_PATH + parts.length);
      else consider(row.class, host === name ? BY_HOST : name.length);
    }
    if (row.words?.some(hasWord)) consider(row.class, BY_WORD);
    // A name in the path of an open source is somebody's profile.
    if (row.class === 'never' && row.words?.some(hasPathWord) && !isOpenSource(host, list))
      consider(row.class, BY_PATH_WORD);
  }
  return best.class;
}

function isOpenSource(host: string, { rows }: HostClassList): boolean {
  return rows.some(
    (row) =>
      row.class === 'open-source' &&
      row.domains?.some((domain) => host === domain || host.endsWith(`.${domain}`)),
  );
}

/** Tests if a word is one of the parts, ignoring figures and joined words before and after it. */
function wordsAmong(
  parts: readonly string[],
  { joined = [] }: HostClassList,
): (word: string) => boolean {
  const beside = `(?:\\d|${joined.length > 0 ? joined.join('|') : '\\d'})*`;
  return (word) => {
    if (!parts.some((part) => part.includes(word))) return false;
    const whole = new RegExp(`^${beside}${escaped(word)}${beside}$`);
    return parts.some((part) => part.length <= 63 && whole.test(part));
  };
}

function escaped(word: string): string {
  return word.replace(/[^a-z0-9]/gi, '\\$&');
}
