import { parseSnapshot } from '@cyber-prevent/core/page';
import { snapshotOfHtml } from '@cyber-prevent/core/page/html';
import type { Element, ElementContent, Root } from 'hast';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle, isolated, openChromium, reportOf, type World } from './test-browser.js';

let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  script = await bundle(`
    import { snapshotFrame, snapshotFrameInSlices, installSnapshot } from '../testing/frame-under-test.ts';
    import { startWalk } from './walk.ts';
    globalThis.reader = { snapshotFrame, snapshotFrameInSlices, installSnapshot, startWalk };
  `);
  browser = await openChromium();
  page = await browser.newPage();
});
afterAll(() => browser?.close());

async function open(html: string): Promise<World> {
  await page.goto('about:blank');
  await page.setContent(`<!doctype html><html lang="en-GB"><title>A page</title><body>${html}`);
  return isolated(page, script);
}

function elements(node: Root | Element): Element[] {
  return node.children.flatMap((child) =>
    child.type === 'element' ? [child, ...elements(child)] : [],
  );
}

function byId(tree: Root, id: string): Element {
  const found = elements(tree).find(({ properties }) => properties.id === id);
  if (!found) throw new Error(`No #${id} in the snapshot`);
  return found;
}

function text(node: Root | ElementContent): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  return (node.children as ElementContent[]).map(text).join('');
}

describe('walk', () => {
  it('reads what controls hold now, not what the markup said', async () => {
    const world = await open(`
      <label for="a">Name</label><input id="a" value="old">
      <textarea id="b">old</textarea>
      <select id="c" multiple><option value="1">One<option value="2">Two<option>Three</select>
      <input id="d" type="checkbox" value="yes"><input id="e" type="radio" checked>
      <div id="f" contenteditable>typed <b>here</b></div><div id="g" role="switch" aria-checked="true">On</div>`);
    await page.evaluate(() => {
      const at = <T>(id: string) => document.getElementById(id) as T;
      at<HTMLInputElement>('a').value = 'Rowan “Ro” Vael';
      at<HTMLTextAreaElement>('b').value = 'line 1\nline 2';
      for (const option of at<HTMLSelectElement>('c').options)
        option.selected = option.text !== 'One';
      at<HTMLInputElement>('d').checked = true;
      at<HTMLInputElement>('e').checked = false;
    });
    const { tree } = (await world.report()).frame;
    expect(byId(tree, 'a').data).toMatchObject({ value: 'Rowan “Ro” Vael' });
    expect(byId(tree, 'a').properties).toEqual({ id: 'a' });
    expect(byId(tree, 'b')).toMatchObject({ data: { value: 'line 1\nline 2' }, children: [] });
    expect(byId(tree, 'c').data).toMatchObject({ value: 'Two\nThree' });
    expect(byId(tree, 'd')).toMatchObject({
      data: { checked: true },
      properties: { value: 'yes' },
    });
    expect(byId(tree, 'e').data).toMatchObject({ checked: false });
    expect(byId(tree, 'f').data).toMatchObject({ value: 'typed here' });
    expect(byId(tree, 'g').data).toMatchObject({ checked: true });
    expect(elements(tree)[0]?.properties).toEqual({ lang: 'en-GB' });
  });

  it('never reads passwords, one-time codes, payment fields, hidden tokens or files', async () => {
    const world = await open(
      [
        '<input type="password" value="SECRET">',
        '<input type="hidden" name="ref" value="SECRET">',
        '<input autocomplete="section-a one-time-code" value="SECRET">',
        '<input autocomplete="current-password" value="SECRET">',
        '<input autocomplete="NEW-PASSWORD" value="SECRET">',
        '<input autocomplete="cc-csc" value="SECRET">',
        '<input name="user[otp]" value="SECRET">',
        '<input id="csrfToken" value="SECRET">',
        '<input style="-webkit-text-security: disc" value="SECRET">',
        '<textarea autocomplete="one-time-code">SECRET</textarea>',
        '<select autocomplete="cc-exp-month"><option value="SECRET" selected>SECRET</select>',
        '<input name="userpassword" value="SECRET"><input name="otpcode" value="SECRET">',
        '<input name="cardnumber" value="SECRET"><input name="pin" value="SECRET">',
        '<input name="memorableword" value="SECRET"><input name="security_answer" value="SECRET">',
        '<input name="apikey" value="SECRET"><input name="cyfrinair" value="SECRET">',
        '<input placeholder="Enter your PIN" value="SECRET">',
        '<textarea style="-webkit-text-security: disc">SECRET</textarea>',
        '<p style="-webkit-text-security: disc">SECRET</p>',
        '<a href="/case?token=SECRET#SECRET">link</a>',
        '<a href=" java\nscript:SECRET">link</a>',
        '<div data-key="SECRET" onclick="SECRET" style="--x: SECRET">plain</div>',
        '<script>SECRET</script><style>.SECRET{}</style><template>SECRET</template>',
        '<noscript>SECRET</noscript><!-- SECRET --><svg><title>SECRET</title></svg>',
      ].join(''),
    );
    const report = await world.report();
    expect(JSON.stringify(report)).not.toContain('SECRET');
    const withheld = elements(report.frame.tree).filter(({ data }) => data?.withheld);
    expect(withheld).toHaveLength(22);
    expect(withheld.every(({ data }) => data?.value === undefined)).toBe(true);
  });

  it('does not see text that nobody can see', async () => {
    const world = await open(
      [
        '<p id="plain">Rowan</p>',
        '<div style="opacity:0"><p id="faint">Rowan</p></div>',
        '<p id="transparent" style="color:transparent">Rowan</p>',
        '<div style="background:#fff"><p id="same" style="color:#fefefe">Rowan</p></div>',
        '<p id="tiny" style="font-size:1px">Rowan</p>',
        '<p id="moved" style="text-indent:-9999px;overflow:hidden">Rowan</p>',
        '<div style="clip-path:inset(100%)"><p id="cut">Rowan</p></div>',
        '<p id="clipped" style="position:absolute;clip:rect(0,0,0,0)">Rowan</p>',
        '<input id="white" value="Rowan" style="color:#fff;background:#fff">',
        '<div id="covered" style="position:relative"><p>Rowan</p>',
        '<div style="position:absolute;inset:0;background:#ddd"></div></div>',
        '<div style="background:navy"><p id="dark" style="color:#fff">Rowan</p></div>',
        '<p id="shadow" style="color:transparent;text-shadow:0 0 0 #000">Rowan</p>',
        '<input id="tick" type="checkbox" checked style="opacity:0"><label for="tick">Yes</label>',
        '<div style="height:30px;overflow:auto"><div style="height:200px"></div><p id="scrolled">Rowan</p></div>',
        '<div style="background:#eee">Below</div>',
      ].join(''),
    );
    const { frame } = await world.report();
    const hidden = elements(frame.tree)
      .filter(({ data, properties }) => data?.hidden && properties.id)
      .map(({ properties }) => properties.id);
    expect(hidden).toEqual(
      'faint transparent same tiny moved cut clipped white covered'.split(' '),
    );
  });

  it('crosses open and closed shadow roots, with slotted content in its place', async () => {
    const world = await open(
      `<div id="open"><span slot="name">Rowan</span>not slotted</div><x-card id="closed">light</x-card>`,
    );
    await page.evaluate(() => {
      const inside =
        '<label for="i">Name</label><slot name="name">none</slot><input id="i" value="x">';
      const open = document.getElementById('open')?.attachShadow({ mode: 'open' });
      if (open) open.innerHTML = inside;
      const closed = document.getElementById('closed')?.attachShadow({ mode: 'closed' });
      if (closed) closed.innerHTML = '<p id="in-closed">sealed</p><slot></slot>';
    });
    await giveClosedRoots(world);
    const { tree } = reportOf(
      await world.run<string>('reader.snapshotFrame((host) => closedRoots.get(host) ?? null)'),
    ).frame;
    expect(byId(tree, 'open').data).toMatchObject({ shadow: 'open' });
    expect(text(byId(tree, 'open'))).toBe('NameRowan');
    expect(byId(tree, 'closed').data).toMatchObject({ shadow: 'closed' });
    expect(text(byId(tree, 'closed'))).toBe('sealedlight');
    expect(text(byId((await world.report()).frame.tree, 'closed'))).toBe('light');
  });

  it('is not misled by fields named after members of the document', async () => {
    const names =
      'attributes children childNodes firstChild nodeName nodeType localName getAttribute getAttributeNames hasAttributes checkVisibility getBoundingClientRect shadowRoot parentNode'.split(
        ' ',
      );
    const world = await open(`
      <form id="f" class="k" title="t">${names.map((name) => `<input name="${name}" value="v-${name}">`).join('')}</form>
      <img name="documentElement"><img name="title"><form name="body"></form><img name="createRange">`);
    await page.evaluate(() => {
      Object.defineProperty(Object.prototype, 'polluted', { value: 1, configurable: true });
      Object.defineProperty(Node.prototype, 'firstChild', { get: () => null });
      Array.prototype.push = () => 0;
      JSON.stringify = () => 'stolen';
      Element.prototype.getAttribute = () => 'stolen';
    });
    const { frame } = await world.report();
    expect(frame.title).toBe('A page');
    const form = byId(frame.tree, 'f');
    expect(form.properties).toEqual({ id: 'f', className: ['k'], title: 't' });
    expect(form.children.map((child) => child.type === 'element' && child.data?.value)).toEqual(
      names.map((name) => `v-${name}`),
    );
  });

  it('tells of canvases and plug-ins by their boxes, and of what is shut, and reads no more of them', async () => {
    const world = await open(`
      <canvas id="c" width="300" height="100">SECRET</canvas><embed id="e" type="application/x-a" width="200" height="90">
      <object id="o" type="application/x-b" width="210" height="80"></object><div hidden><canvas id="n"></canvas></div>
      <a id="t" role="tab" aria-selected="false" aria-controls="p q">Tab</a><button id="b" aria-expanded="false" aria-haspopup="menu">More</button>`);
    const report = await world.report();
    const at = (id: string) => byId(report.frame.tree, id);
    expect(['c', 'e', 'o'].map((id) => [at(id).tagName, at(id).data?.box?.slice(2)])).toEqual([
      ['canvas', [300, 100]],
      ['embed', [200, 90]],
      ['object', [210, 80]],
    ]);
    expect(at('n').data).toMatchObject({ hidden: true });
    expect(at('n').data?.box).toBeUndefined();
    expect(at('t').properties).toMatchObject({ ariaSelected: 'false', ariaControls: ['p', 'q'] });
    expect(at('b').properties).toMatchObject({ ariaExpanded: 'false', ariaHasPopup: 'menu' });
    expect(JSON.stringify(report)).not.toContain('SECRET');
  });

  it('says what the officer could not see', async () => {
    const world = await open(`
      <p id="seen">seen</p>
      <p id="none" style="display:none">x<b id="in-none">y</b></p>
      <p id="invisible" style="visibility:hidden">x<b id="again" style="visibility:visible">y</b></p>
      <div id="rolled" style="height:0;overflow:hidden"><p id="in-rolled">x</p></div>
      <p id="away" style="position:absolute;left:-9999px">x</p>
      <span id="dot" style="position:absolute;width:1px;height:1px;overflow:hidden">x</span>
      <details id="shut"><summary>More</summary><p id="in-shut">x</p></details>
      <details open id="wide"><summary>More</summary><p id="in-wide">x</p></details>
      <div style="display:contents"><p id="in-contents">x</p></div>
      <ul style="visibility:hidden"><li id="in-menu">x</li><li><a id="in-link">x</a><div style="visibility:visible"><p id="back">x</p></div></li></ul>
      <div style="content-visibility:hidden"><p id="skipped">x</p></div>
      <div style="width:0;overflow:hidden"><p id="squeezed">x</p></div>
      <div id="list" style="height:40px;overflow:auto"><p id="above" style="height:500px">x</p><p>y</p></div>`);
    await page.evaluate(() => document.getElementById('list')?.scrollTo(0, 500));
    const { tree } = (await world.report()).frame;
    const hidden = elements(tree)
      .filter(({ data, properties }) => data?.hidden && properties.id)
      .map(({ properties }) => properties.id);
    expect(hidden).toEqual([
      'none',
      'in-none',
      'invisible',
      'rolled',
      'in-rolled',
      'away',
      'in-shut',
      'in-menu',
      'in-link',
      'skipped',
      'squeezed',
    ]);
    expect(byId(tree, 'back').data?.hidden).not.toBe(true);
    expect(byId(tree, 'again').data?.hidden).toBe(false);
    expect(byId(tree, 'dot').data?.box?.slice(2)).toEqual([1, 1]);
    expect(byId(tree, 'wide').properties).toMatchObject({ open: true });
  });

  it('names and shapes properties as saved HTML has them', async () => {
    const html = `<form id="f" class=" a  b "><label for="x y" lang="cy" hidden>N</label>
      <input id="x" name="n" type="text" placeholder="p" title="t" autocomplete="section-a name" aria-label="l"
      aria-labelledby="p q" aria-describedby="d" aria-hidden="true"><button value="v" role="tab">B</button>
      <select multiple><optgroup label="g"><option value="1" label="one">1</option></optgroup></select></form>
      <table><tbody><tr><td headers="a b" rowspan="2" colspan="x" scope="row"></td></tr></tbody></table>
      <a href="view">a</a><img alt="tick"><time datetime="2026-11-24">now</time><details open></details>
      <div contenteditable="false" role="heading" aria-level="2" hidden="until-found">h</div>`;
    const walked = elements((await (await open(html)).report()).frame.tree);
    const saved = elements(
      snapshotOfHtml(`<!doctype html><html lang="en-GB"><title>A page</title><body>${html}`, {
        url: 'about:blank',
      }).frames[0]?.tree ?? { type: 'root', children: [] },
    );
    const named = (all: Element[]) =>
      all
        .filter(({ tagName }) => !['title'].includes(tagName))
        .map(({ tagName, properties }) => [tagName, properties]);
    expect(named(walked)).toEqual(named(saved));
  });

  it('keeps of a style that it prints bold, and nothing else', async () => {
    const world = await open(`
      <p><span id="a" style="font-family:x; font-weight: bold; background:url(/b?taz)">Parent</span></p>
      <p><span id="b" style="color:red">Taz</span> <span id="c" style="font-weight:700">Vael</span></p>`);
    const { tree } = (await world.report()).frame;
    expect(byId(tree, 'a').properties).toEqual({ id: 'a', style: 'font-weight:bold' });
    expect(byId(tree, 'b').properties).toEqual({ id: 'b' });
    expect(byId(tree, 'c').properties).toEqual({ id: 'c', style: 'font-weight:bold' });
  });

  it('keeps place among siblings, and boxes in document coordinates', async () => {
    const world = await open(
      '<script></script><p id="p" style="margin-top:3000px">text</p><svg></svg><p>more</p>',
    );
    await page.evaluate(() => scrollTo(0, 1000));
    const { tree } = (await world.report()).frame;
    const [, body] = (tree.children[0] as Element).children.filter(
      ({ type }) => type === 'element',
    );
    const tags = (body as Element).children.map(
      (child) => child.type === 'element' && child.tagName,
    );
    expect(tags.filter(Boolean)).toEqual(['script', 'p', 'svg', 'p']);
    expect(byId(tree, 'p').data?.box?.[1]).toBe(3000);
  });

  it('changes nothing on the page and asks for nothing', async () => {
    const world = await open(
      `<div id="host"></div><input value="x"><iframe srcdoc="<p>in</p>"></iframe>`,
    );
    await page.evaluate(() => {
      const root = document.getElementById('host')?.attachShadow({ mode: 'open' });
      if (root) root.innerHTML = '<p>in</p>';
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      const observer = new MutationObserver((changes) =>
        seen.push(...changes.map(({ type }) => type)),
      );
      const all = { subtree: true, childList: true, attributes: true, characterData: true };
      observer.observe(document, all);
      if (root) observer.observe(root, all);
      for (const type of [
        'focus',
        'input',
        'change',
        'scroll',
        'selectionchange',
        'toggle',
        'message',
      ])
        addEventListener(type, () => seen.push(type), true);
    });
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await world.run('reader.snapshotFrameInSlices()');
    await world.run('reader.installSnapshot()');
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
    expect(await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual(
      [],
    );
    expect(requests).toEqual([]);
  });

  it('reads what stood there when the page takes it away between two stretches', async () => {
    const rows = Array.from({ length: 400 }, (_, at) => `<tr><td>row ${at}</td></tr>`).join('');
    const world = await open(`<table><tbody>${rows}</tbody></table><p id="after">after</p>`);
    const { tree } = reportOf(
      await world.run<string>(`(() => {
        const walk = reader.startWalk();
        walk.step(0);
        walk.step(0);
        document.querySelector('tbody').replaceChildren();
        document.getElementById('after').remove();
        walk.step(Infinity);
        return '{"frame":{"path":[],' + walk.pieces().join('') + '}';
      })()`),
    ).frame;
    expect(elements(tree).filter(({ tagName }) => tagName === 'tr')).toHaveLength(400);
    expect(text(byId(tree, 'after'))).toBe('after');
  });

  it('reads a text as it stands when it is come to', async () => {
    // The first stretch may end anywhere: in one of these it ends between an element and its text.
    for (const before of ['', '<br>', '<br><br>', '<br><br><br>']) {
      const world = await open(before + '<p>before</p>'.repeat(60));
      const { tree } = reportOf(
        await world.run<string>(`(() => {
          const walk = reader.startWalk();
          walk.step(0);
          globalThis.countRead = walk.head().nodeCount;
          for (const p of document.querySelectorAll('p')) p.firstChild.data = 'after';
          walk.step(Infinity);
          return '{"frame":{"path":[],' + walk.pieces().join('') + '}';
        })()`),
      ).frame;
      const countRead = await world.run<number>('globalThis.countRead');
      const all = elements(tree);
      const texts = all.filter(({ tagName }) => tagName === 'p').map(text);
      const countBefore = texts.filter((each) => each === 'before').length;
      const countAround = all.findIndex(({ tagName }) => tagName === 'p') + 1;
      expect(texts.length - countBefore).toBeGreaterThan(0);
      // The title is in the head, which is left empty.
      expect(countBefore).toBe(Math.floor((countRead - countAround + 1) / 2));
    }
  });

  it('is not stopped by elements of another namespace that bear the names of controls', async () => {
    const world = await open('<p id="p">text</p><svg id="edit" contenteditable="true"></svg>');
    await page.evaluate(() => {
      for (const name of ['input', 'select', 'textarea', 'slot', 'div', 'x-card']) {
        const made = document.createElementNS('http://www.w3.org/2000/svg', name);
        made.id = name;
        made.append('SECRET');
        document.body.append(made);
      }
    });
    const { tree } = (await world.report()).frame;
    expect(text(byId(tree, 'p'))).toBe('text');
    expect(byId(tree, 'edit').data?.value).toBeUndefined();
    expect(byId(tree, 'x-card').children).toEqual([]);
    expect(JSON.stringify(tree)).not.toContain('SECRET');
  });

  it('takes hostile text as text, and a megabyte in one cell', async () => {
    const long = `${'plain "text" \\ <b> '.repeat(60)}é😀`.repeat(1_000);
    const world = await open('<table><tr><th>Notes<td id="cell"></table><p id="bidi"></p>');
    await page.evaluate((value) => {
      const cell = document.getElementById('cell');
      const bidi = document.getElementById('bidi');
      if (cell) cell.textContent = value;
      if (bidi) bidi.textContent = '\u202e</script><script>alert(1)</script>\u0000\ud800';
    }, long);
    const answer = await world.run<string>('reader.installSnapshot()');
    const head = JSON.parse(answer.slice(0, answer.indexOf('\n')));
    const pieces = [answer.slice(answer.indexOf('\n') + 1)];
    for (let index = 1; index < head.pieceCount; index += 1)
      pieces.push(
        await world.run<string>(`__cpSnapshot.piece(${JSON.stringify(head.token)}, ${index})`),
      );
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.every((piece) => piece.length <= 500_000)).toBe(true);
    expect(await world.run(`__cpSnapshot.piece(${JSON.stringify(head.token)}, 1)`)).toBeNull();
    const parsed = parseSnapshot(
      `{"version":1,"unread":[],"frames":[{"path":[],${pieces.join('')}]}`,
    );
    if (!parsed.ok) throw new Error(parsed.issues[0]?.message);
    const [frame] = parsed.value.frames;
    expect(frame && text(byId(frame.tree, 'cell')) === long).toBe(true);
    expect(frame && text(byId(frame.tree, 'bidi'))).toContain('</script><script>alert(1)</script>');
  });
});

/** The function of `chrome.dom.openOrClosedShadowRoot` in an extension, done here over the debugging protocol. */
async function giveClosedRoots({ cdp, contextId, run }: World): Promise<void> {
  await run('globalThis.closedRoots = new Map()');
  const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
  const stack = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    stack.push(...(node.children ?? []), ...(node.shadowRoots ?? []));
    if (node.shadowRootType !== 'closed') continue;
    const { object } = await cdp.send('DOM.resolveNode', {
      backendNodeId: node.backendNodeId,
      executionContextId: contextId,
    });
    await cdp.send('Runtime.callFunctionOn', {
      objectId: object.objectId ?? '',
      functionDeclaration: 'function () { closedRoots.set(this.host, this); }',
    });
  }
}
