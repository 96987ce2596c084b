/** Every word and number that a snapshot holds anywhere: what a copy of it must not have, beyond its labels. */
import type { Properties } from 'hast';
import type { PageSnapshot } from '../page/snapshot.js';
import { tokensOf } from './proof-word.js';

/** In small letters, of four letters or digits and more. */
export function tokensOfPage({ frames, unread }: PageSnapshot): ReadonlySet<string> {
  const tokens = new Set<string>();
  const add = (text: string): void => {
    for (const token of tokensOf(text)) tokens.add(token);
  };
  for (const { url, title, tree } of frames) {
    add(url);
    add(title);
    const stack: unknown[] = [tree];
    for (let node = stack.pop(); node; node = stack.pop()) {
      const { value, properties, data, children } = node as {
        readonly value?: unknown;
        readonly properties?: Properties;
        readonly data?: { readonly value?: string };
        readonly children?: readonly unknown[];
      };
      if (typeof value === 'string') add(value);
      if (data?.value !== undefined) add(data.value);
      for (const each of Object.values(properties ?? {}))
        add(Array.isArray(each) ? each.join(' ') : String(each ?? ''));
      for (const child of children ?? []) stack.push(child);
    }
  }
  for (const { origin } of unread) add(origin);
  return tokens;
}
