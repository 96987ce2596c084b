/** The code lists of a page: one map for as long as it lives, filled again when definition packs change them. */
import type { CodeList } from '@cyber-prevent/core';
import { signal } from '@preact/signals';
import type { PageLists } from '../ports/services.js';

/** A view that looked a list up is shown again when `filled` is another. */
export class LiveLists extends Map<string, CodeList> implements PageLists {
  readonly filled = signal(0);
  readonly asked = new Set<string>();

  override get(id: string): CodeList | undefined {
    void this.filled.value;
    this.asked.add(id);
    return super.get(id);
  }
}
