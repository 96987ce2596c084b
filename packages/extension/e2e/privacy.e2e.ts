/** Everything that our pages refuse to run or to request, even if hostile text gets into them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchOfficer, type OfficerBrowser } from './browser.ts';
import { addsScript, type Variant, variantOf } from './variant.ts';

describe.each(['sidepanel.html', 'workspace.html', 'keeper.html'])('code in %s', (page) => {
  let variant: Variant;
  let officer: OfficerBrowser;
  let tried: Readonly<Record<string, string>>;
  beforeAll(async () => {
    variant = variantOf((dir) =>
      addsScript(
        dir,
        page,
        'probe.js',
        `globalThis.tried = (${attempts})((address) => import(address));`,
      ),
    );
    officer = await launchOfficer({ extension: variant.dir });
    const opened = await officer.open(page);
    tried = await opened.evaluate(
      () => (globalThis as unknown as { tried: Promise<Record<string, string>> }).tried,
    );
  });
  afterAll(async () => {
    await officer?.close();
    variant?.remove();
  });

  it('can read a file of the extension, so that a refusal below says something', () => {
    expect(tried['own file']).toBe('done');
    expect(tried['own element']).toBe('done');
  });

  it.each([
    ['eval', 'EvalError'],
    ['new Function', 'EvalError'],
    ['timer of text', 'nothing ran'],
    ['innerHTML', 'TypeError'],
    ['document.write', 'TypeError'],
    ['script.src', 'TypeError'],
    ['script.text', 'TypeError'],
    ['worker of text', 'TypeError'],
    ['import of a data address', 'TypeError'],
    ['policy of another name', 'TypeError'],
    ['fetch elsewhere', 'connect-src'],
    ['beacon elsewhere', 'connect-src'],
    ['socket elsewhere', 'connect-src'],
    ['image elsewhere', 'img-src'],
    ['frame elsewhere', 'frame-src'],
    ['style elsewhere', 'style-src-elem'],
    ['form elsewhere', 'form-action'],
    ['base elsewhere', 'base-uri'],
  ])('cannot use %s', (what, refusal) => {
    expect(tried[what]).toBe(refusal);
  });
});

/**
 * Runs as a script file of one of our pages: tries the acts of an attacker's text, and reports the result of each.
 *
 * @param load - an import function that no tool has transformed
 */
async function attempts(
  load: (address: string) => Promise<unknown>,
): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  const refusals: SecurityPolicyViolationEvent[] = [];
  document.addEventListener('securitypolicyviolation', (event) => refusals.push(event));
  const attempt = async (what: string, act: () => unknown): Promise<void> => {
    try {
      await act();
      found[what] = 'done';
    } catch (error) {
      found[what] = error instanceof Error ? error.name : String(error);
    }
  };
  /** For acts that need not throw: the policy reports them by the address, each of which is requested once. */
  const refused = async (what: string, act: (host: string) => unknown): Promise<void> => {
    const host = `${what.replace(' ', '.')}.example`;
    await attempt(what, () => act(host));
    for (let waited = 0; waited < 40_000; waited += 20) {
      const told = refusals.find(({ blockedURI }) => blockedURI.includes(host));
      found[what] = told?.effectiveDirective ?? 'not refused';
      if (told) return;
      await new Promise((done) => setTimeout(done, 20));
    }
  };
  const append = (tag: string, attributes: Record<string, string>): HTMLElement => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    document.documentElement.append(element);
    return element;
  };
  if (document.readyState === 'loading')
    await new Promise((done) =>
      document.addEventListener('DOMContentLoaded', done, { once: true }),
    );
  // These attempts are forbidden by types: text where the policy requires a checked value.
  const loose = globalThis as unknown as Record<string, (...text: string[]) => unknown>;
  const element = (name: string) =>
    document.createElement(name) as unknown as Record<string, string>;
  let ran = false;
  Object.defineProperty(globalThis, 'probeRan', { set: () => (ran = true) });

  await attempt('own file', () => fetch(`${location.origin}/manifest.json`));
  await attempt('own element', () => append('b', {}).remove());
  await attempt('eval', () => loose.eval?.('probeRan = 1'));
  await attempt('new Function', () => Reflect.construct(Function, ['probeRan = 1'])());
  await attempt('timer of text', () => loose.setTimeout?.('probeRan = 1'));
  await new Promise((done) => setTimeout(done, 50));
  found['timer of text'] = ran ? 'ran' : 'nothing ran';
  await attempt('innerHTML', () => {
    element('div').innerHTML = '<b>x</b>';
  });
  await attempt('document.write', () => document.write('<b>x</b>'));
  await attempt('script.src', () => {
    element('script').src = '/background.js';
  });
  await attempt('script.text', () => {
    element('script').text = 'probeRan = 1';
  });
  await attempt('worker of text', () => new Worker('/parse-worker.js'));
  await attempt('import of a data address', () => load('data:text/javascript,probeRan=1'));
  await attempt('policy of another name', () =>
    (loose.trustedTypes as unknown as { createPolicy(...text: unknown[]): void }).createPolicy(
      'other',
      {},
    ),
  );
  await refused('fetch elsewhere', (host) => fetch(`https://${host}/`));
  await refused('beacon elsewhere', (host) => navigator.sendBeacon(`https://${host}/`, 'x'));
  await refused('socket elsewhere', (host) => new WebSocket(`wss://${host}/`));
  await refused('image elsewhere', (host) => append('img', { src: `https://${host}/` }));
  await refused('frame elsewhere', (host) => append('iframe', { src: `https://${host}/` }));
  await refused('style elsewhere', (host) =>
    append('link', { rel: 'stylesheet', href: `https://${host}/` }),
  );
  await refused('base elsewhere', (host) => append('base', { href: `https://${host}/` }));
  await refused('form elsewhere', (host) => {
    const form = append('form', { action: `https://${host}/`, method: 'post' });
    (form as HTMLFormElement).submit();
  });
  return found;
}
