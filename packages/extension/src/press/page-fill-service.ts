/**
 * Fills the form of a tab: the sandboxed parser names its snapshot, and the open page gives the facts and takes every
 * step.
 */
import { failed, type Issue, passed } from '@cyber-prevent/core';
import type { ControlFacts, NamedForm } from '@cyber-prevent/core/fill';
import type { Highlighter } from '../page/highlight.js';
import type { FillService, FormRead } from '../ports/fill-service.js';
import { readFormPart } from '../sandbox/form-part.js';
import type { Parser } from '../sandbox/parse-client.js';
import { trouble } from '../sandbox/parse-reply.js';
import type { PageLook } from './page-capture.js';
import type { PageFill } from './page-fill.js';

export interface PageFillServiceOptions {
  readonly look: PageLook;
  readonly parser: Pick<Parser, 'form'>;
  readonly filler: PageFill;
  readonly highlighter: Highlighter;
}

export function pageFillService(options: PageFillServiceOptions): FillService {
  const { look, parser, filler, highlighter } = options;
  return {
    async read(tab, kind) {
      const parts = await look(tab);
      if (!parts.ok) return failed(errorOf(parts.why, parts.message));
      const { pieces } = parts;
      const settings = await parts.settings;
      const json = await parser.form({ kind: 'form', of: kind, pieces, settings });
      if (!json.ok) return json;
      const part = partOf(json.value);
      if (!part) return failed(trouble('parse-broke'));
      const { form, title, references } = part;
      const targets = form.controls.map(({ control }) => control.target);
      const found = await filler.facts(tab.tabId, targets);
      if (!found.ok) return failed(errorOf(found.why, found.message));
      return passed({
        tabId: tab.tabId,
        form: onlyWithin(form, found.facts),
        facts: found.facts,
        system: form.adapter?.title ?? hostOf(form.url, title),
        url: form.url,
        references,
      } satisfies FormRead);
    },
    fill: ({ tabId }, steps, how) => filler.fill(tabId, steps, how),
    hasSent: ({ tabId }) => filler.hasSent(tabId),
    watch: ({ tabId }, onSent) => filler.watch(tabId, onSent),
    undo: ({ tabId }) => filler.undo(tabId),
    async point({ tabId }, target) {
      if (target) {
        const { frame, selector } = target;
        return highlighter.show(tabId, { frame, selector, verbatim: '' }, true);
      }
      await highlighter.clear();
      return true;
    },
    async release({ tabId }) {
      await highlighter.clear();
      await filler.release(tabId);
    },
  };
}

function partOf(json: string) {
  try {
    return readFormPart(json);
  } catch {
    return undefined;
  }
}

/** A control without facts from the open page is gone or out of reach: nothing is planned for it. */
function onlyWithin(form: NamedForm, facts: readonly ControlFacts[]): NamedForm {
  const keyOf = ({ frame, selector }: ControlFacts['target']): string => `${frame} ${selector}`;
  const known = new Set(facts.map(({ target }) => keyOf(target)));
  return {
    ...form,
    controls: form.controls.map((named) => {
      const { control } = named;
      if (control.kind === 'widget' || known.has(keyOf(control.target))) return named;
      const closed = { ...control.facts, isDisabled: true };
      return { ...named, control: { ...control, facts: closed } };
    }),
  };
}

/** The name of a system without an adapter: the host of its page, otherwise the page's title. */
function hostOf(url: string, title: string): string {
  const host = URL.canParse(url) ? new URL(url).host : '';
  return (host || title).slice(0, 200) || '?';
}

function errorOf(code: string, message: string): Issue {
  return { code, severity: 'error', message };
}
