/** Hosts and paths with stars, matched in time that grows with their lengths: the patterns come from files. */

/**
 * True if a host fits: `crm.example.org` is itself; `*.example.org` is any host one or more levels below. Ports are
 * ignored.
 */
export function hostMatches(pattern: string, hostname: string): boolean {
  const wanted = pattern.toLowerCase();
  const host = hostname.toLowerCase();
  if (wanted.startsWith('*.'))
    return host.endsWith(wanted.slice(1)) && host.length > wanted.length - 1;
  return host === wanted;
}

/** True if a path fits: `*` matches any run of characters within a segment, `**` any run at all. */
export function pathMatches(pattern: string, path: string): boolean {
  const tokens = pattern.match(/\*\*|\*|[^*]/g) ?? [];
  // Positions of the path that can be reached after each token.
  let reached = new Set([0]);
  for (const token of tokens) {
    const next = new Set<number>();
    if (token === '*' || token === '**') {
      let open = false;
      for (let at = 0; at <= path.length; at += 1) {
        open = open || reached.has(at);
        if (open) next.add(at);
        if (token === '*' && path[at] === '/') open = false;
      }
    } else for (const at of reached) if (path[at] === token) next.add(at + 1);
    if (next.size === 0) return false;
    reached = next;
  }
  return reached.has(path.length);
}
