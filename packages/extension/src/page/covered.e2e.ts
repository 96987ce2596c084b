import fc from 'fast-check';
import type { Element, Root } from 'hast';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle, isolated, openChromium, reportOf, type World } from './test-browser.js';

let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  script = await bundle(`
    import { snapshotFrame, snapshotFrameInSlices } from '../testing/frame-under-test.js';
    globalThis.reader = { snapshotFrame, snapshotFrameInSlices };
  `);
  browser = await openChromium();
  page = await browser.newPage();
});
afterAll(() => browser?.close());

/** Pieces of HTML, each in a separate box that no other reaches; `t` is a text, `c` a box laid over all of it. */
const STYLE = `
  * { margin: 0 } body { font: 16px/20px sans-serif }
  .case { position: relative; isolation: isolate; width: 300px; height: 100px; margin: 50px }
  .c { position: absolute; inset: 0; background: #ddd } p { padding: 10px }`;

async function open(html: string): Promise<World> {
  await page.goto('about:blank');
  await page.setContent(
    `<!doctype html><html lang="en-GB"><title>A page</title><style>${STYLE}</style><body>${html}`,
  );
  return isolated(page, script);
}

/** Ids of elements that are not seen, by themselves or because of an element around them. */
function unseen(node: Root | Element, isAround = false): string[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    const isHidden = child.data?.hidden ?? isAround;
    const { id } = child.properties;
    return [...(isHidden && id ? [String(id)] : []), ...unseen(child, isHidden)];
  });
}

async function unseenOf(pieces: readonly (readonly [string, string])[]): Promise<string[]> {
  const html = pieces.map(
    ([, piece], at) => `<div class="case">${piece.replace('id=t', `id="${at}"`)}</div>`,
  );
  const world = await open(html.join('\n'));
  await page.evaluate(() => {
    for (const panel of document.querySelectorAll<HTMLElement>('[popover]')) panel.showPopover();
  });
  const found = new Set(unseen((await world.report()).frame.tree));
  return pieces.flatMap(([name], at) => (found.has(String(at)) ? [name] : []));
}

interface Box {
  readonly style: string;
  readonly hasText: boolean;
  readonly inside: readonly Box[];
}

/** Boxes of which most overlap, in every position and on every level. */
function boxes(levels: readonly string[], more: readonly string[]): fc.Arbitrary<Box> {
  return fc.letrec<{ box: Box }>((tie) => ({
    box: fc
      .record({
        position: fc.constantFrom('static', 'relative', 'absolute', 'absolute'),
        level: fc.constantFrom(...levels),
        colour: fc.constantFrom('none', '#ddd', '#ddd', 'rgb(0 0 0 / 50%)'),
        more: fc.constantFrom('', '', ...more),
        left: fc.integer({ min: 1, max: 5 }),
        top: fc.integer({ min: 1, max: 4 }),
        width: fc.integer({ min: 2, max: 9 }),
        height: fc.integer({ min: 2, max: 6 }),
        hasText: fc.boolean(),
        inside: fc.oneof(
          { depthSize: 'small', maxDepth: 3 },
          fc.constant([]),
          fc.array(tie('box'), { maxLength: 3 }),
        ),
      })
      .map(({ position, level, colour, more, left, top, width, height, hasText, inside }) => ({
        style: [
          `position:${position};background:${colour};${more}`,
          `left:${left * 15}px;top:${top * 12}px;width:${width * 15}px;height:${height * 12}px`,
          // A level without a position has no effect here, and must not be relied on.
          `z-index:${position === 'static' && more === '' ? 'auto' : level}`,
        ].join(';'),
        hasText,
        inside: inside as readonly Box[],
      })),
  })).box;
}

/** Isolated, faded, moved or cut boxes: for these the answer is often uncertain. */
const MORE = [
  'opacity:.9',
  'transform:translate(3px,0)',
  'isolation:isolate',
  'overflow:hidden',
  'will-change:transform',
];

interface Compared {
  readonly covered: number;
  readonly seen: number;
  /** Covered according to the browser, but seen by the walk. */
  readonly missed: number;
  /** Seen according to the browser, but covered by the walk. */
  readonly wrong: readonly string[];
}

/**
 * Runs in the page, in the reader's world. The browser's criterion: a text is covered if an opaque box around its
 * rectangle comes before it among the elements under its middle, and a pointer would hit no part of the text.
 */
function compare(trees: readonly (readonly Box[])[]): string {
  const { reader } = globalThis as unknown as { reader: { snapshotFrame(): string } };
  let covered = 0;
  let seen = 0;
  const wrong: string[] = [];
  let missed = 0;
  const build = (box: Box): HTMLElement => {
    const made = document.createElement('div');
    made.style.cssText = box.style;
    if (box.hasText) {
      const text = made.appendChild(document.createElement('span'));
      text.textContent = 'Tz';
    }
    made.append(...box.inside.map(build));
    return made;
  };
  const hiddenIn = (
    list: unknown[],
    isIn: boolean,
    numbers: Set<number>,
    count: { at: number },
  ): boolean[] =>
    list.slice(3).flatMap((child) => {
      if (!Array.isArray(child)) return [];
      const isHidden = isIn || numbers.has(count.at);
      count.at += 1;
      return [
        ...(child[0] === 'span' ? [isHidden] : []),
        ...hiddenIn(child, isHidden, numbers, count),
      ];
    });
  /**
   * True if it, or an element around it but not around the text, is out of the flow. The browser lists blocks in the
   * flow before the text of others, over which their colour is never painted.
   */
  const isOutOfFlow = (over: globalThis.Element, span: globalThis.Element): boolean => {
    let at = over;
    while (at.parentElement && getComputedStyle(at).position === 'static') at = at.parentElement;
    return at.parentElement !== null && (at === over || !at.contains(span));
  };
  for (const tree of trees) {
    document.body.replaceChildren(...tree.map(build));
    const { frame } = JSON.parse(reader.snapshotFrame());
    const answers = hiddenIn(frame.tree, false, new Set(frame.covered ?? []), { at: 0 });
    document.querySelectorAll('span').forEach((span, at) => {
      const { left, top, right, bottom, width } = span.getBoundingClientRect();
      const under = document.elementsFromPoint(left + width / 2, (top + bottom) / 2);
      const place = under.indexOf(span);
      if (place < 0) return;
      const isCovered = under.slice(0, place).some((over) => {
        const area = over.getBoundingClientRect();
        return (
          over instanceof HTMLDivElement &&
          isOutOfFlow(over, span) &&
          getComputedStyle(over).backgroundColor === 'rgb(221, 221, 221)' &&
          getComputedStyle(over).opacity === '1' &&
          area.left <= left + 2 &&
          area.top <= top + 2 &&
          area.right >= right - 2 &&
          area.bottom >= bottom - 2
        );
      });
      const isHit = [left + 3, right - 3].some((x) =>
        [top + 3, bottom - 3].some((y) => document.elementFromPoint(x, y) === span),
      );
      if (isCovered && !isHit) covered += 1;
      else seen += 1;
      if (answers[at] && (isHit || !isCovered)) wrong.push(document.body.innerHTML);
      if (!answers[at] && isCovered && !isHit) missed += 1;
    });
  }
  return JSON.stringify({ covered, seen, missed, wrong: wrong.slice(0, 1) });
}

/**
 * Number of trees of each kind. The seed is fixed, since the law is tested in a browser, so that its cases are the same
 * every time.
 */
const TREES = 300;
const SEED = 81;

const COVER = '<div class=c></div>';
const TEXT = '<p id=t>Rowan</p>';

const COVERED: readonly (readonly [string, string])[] = [
  ['by a later sibling', `${TEXT}${COVER}`],
  ['by a box with words in it', `${TEXT}<div class=c><p>Choose one</p></div>`],
  ['by a box that holds a picture alone', `${TEXT}<div class=c><svg></svg></div>`],
  ['by a box with a blank in it', `${TEXT}<div class=c> <!-- --> </div>`],
  ['by the cousin of what it is in', `<div><div>${TEXT}</div></div><div><div>${COVER}</div></div>`],
  ['by an earlier box, being in the flow', `${COVER}${TEXT}`],
  [
    'by an earlier box of a higher level',
    `<div class=c style="z-index:2"></div><p id=t style="position:relative;z-index:1">Rowan</p>`,
  ],
  [
    'by a later box of the same level',
    `<p id=t style="position:relative;z-index:1">Rowan</p><div class=c style="z-index:1"></div>`,
  ],
  [
    'by a box in a menu of a higher level',
    `<div style="position:relative;z-index:3">${TEXT}</div><div style="position:absolute;inset:0;z-index:4">${COVER}</div>`,
  ],
  ['where it ends, though its element goes on', `${TEXT}<div class=c style="right:150px"></div>`],
  [
    'though it is cut short',
    `<p id=t style="width:80px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis;padding:0">Rowan Vael of Testham</p><div class=c style="right:150px"></div>`,
  ],
  ['in a box of its own', `<input id=t value="Rowan">${COVER}`],
  [
    'in a list that does not scroll',
    `<div style="overflow:auto;height:80px">${TEXT}</div>${COVER}`,
  ],
  [
    'by a box with round corners, in its middle',
    `${TEXT}<div class=c style="border-radius:8px;inset:-4px"></div>`,
  ],
  [
    'by a box whose colour ends at its border',
    `${TEXT}<div class=c style="border:1px solid #0003;background-clip:padding-box;inset:-4px"></div>`,
  ],
  [
    'by a box that was moved there',
    `${TEXT}<div class=c style="top:200px;transform:translate(0,-200px);height:100px"></div>`,
  ],
  [
    'by a box that was moved up',
    `${TEXT}<div style="position:relative;top:-50px;height:60px;background:#ddd"></div>`,
  ],
  [
    'by a box in the flow of a menu',
    `${TEXT}<div style="position:absolute;inset:0"><div><p style="height:80px;background:#ddd">Taz</p></div></div>`,
  ],
  ['in the element that the box is in', `<div id=t>Rowan${COVER}</div>`],
  [
    'by a box that lets the pointer through',
    `${TEXT}<div class=c style="pointer-events:none"></div>`,
  ],
  [
    'by a box in a box that is moved',
    `${TEXT}<div style="transform:translate(0,0)"><div class=c style="top:-50px;height:90px"></div></div>`,
  ],
];

const NOT_COVERED: readonly (readonly [string, string])[] = [
  ['in the box itself', '<div class=c><p id=t>Rowan</p></div>'],
  ['the box itself', '<div class=c id=t>Rowan</div>'],
  [
    'by a box that one can see through',
    `${TEXT}<div class=c style="background:rgb(0 0 0 / 90%)"></div>`,
  ],
  ['by a box without a colour', `${TEXT}<div class=c style="background:none"></div>`],
  ['by a box that is faint', `${TEXT}<div class=c style="opacity:.9"></div>`],
  ['by a box in one that is faint', `${TEXT}<div style="opacity:.9">${COVER}</div>`],
  ['by a box that is not shown', `${TEXT}<div class=c style="visibility:hidden"></div>`],
  ['by a box that is blended', `${TEXT}<div class=c style="mix-blend-mode:multiply"></div>`],
  ['by a box with a filter', `${TEXT}<div class=c style="filter:opacity(.5)"></div>`],
  [
    'by a box with a mask',
    `${TEXT}<div class=c style="mask-image:linear-gradient(#000,#0000)"></div>`,
  ],
  ['by a box that is cut out', `${TEXT}<div class=c style="clip-path:inset(0 0 90% 0)"></div>`],
  [
    'by a box in one that is cut out',
    `${TEXT}<div style="clip-path:inset(0 0 90% 0)">${COVER}</div>`,
  ],
  ['by a box that is clipped', `${TEXT}<div class=c style="clip:rect(0,10px,10px,0)"></div>`],
  [
    'by a box of which part is rolled up',
    `${TEXT}<div style="position:absolute;inset:0 0 80px;overflow:hidden"><div class=c style="height:100px"></div></div>`,
  ],
  ['by a box that covers half of it', `${TEXT}<div class=c style="right:270px"></div>`],
  [
    'by two boxes of which each covers half',
    `${TEXT}<div class=c style="right:270px"></div><div class=c style="left:30px"></div>`,
  ],
  [
    'where it stands out of its element',
    `<p id=t style="width:30px;white-space:nowrap">Rowan Vael of Testham</p><div class=c style="right:200px"></div>`,
  ],
  [
    'at a round corner',
    `<p id=t style="padding:0">Rowan</p><div class=c style="border-radius:60px"></div>`,
  ],
  [
    'at a border that one can see through',
    `<p id=t style="padding:0">Rowan</p><div class=c style="border:30px solid #0003;background-clip:padding-box"></div>`,
  ],
  [
    'by a box with colour behind its letters alone',
    `${TEXT}<div class=c style="background-clip:text"></div>`,
  ],
  [
    'by a box that is turned',
    `<p id=t style="padding:0">Rowan</p><div class=c style="transform:rotate(45deg)"></div>`,
  ],
  [
    'by a box below it',
    `<p id=t style="position:relative;z-index:2">Rowan</p><div class=c style="z-index:1"></div>`,
  ],
  ['by a box behind the page', `${TEXT}<div class=c style="z-index:-1"></div>`],
  ['by an earlier box, being placed itself', `${COVER}<p id=t style="position:relative">Rowan</p>`],
  ['by an earlier box, being lifted by opacity', `${COVER}<p id=t style="opacity:.99">Rowan</p>`],
  [
    'by an earlier box, being in what is lifted',
    `${COVER}<div style="will-change:transform">${TEXT}</div>`,
  ],
  [
    'by an earlier box of the same level',
    `<div class=c style="z-index:1"></div><p id=t style="position:relative;z-index:1">Rowan</p>`,
  ],
  [
    'by a box of a high level in a low one',
    `<div style="position:relative;z-index:1">${TEXT}</div><div style="position:relative;z-index:0"><div class=c style="height:90px;top:-40px;z-index:99"></div></div>`,
  ],
  [
    'by a box of a high level in one that is kept together',
    `<div style="position:relative;z-index:1">${TEXT}</div><div style="isolation:isolate"><div class=c style="z-index:99"></div></div>`,
  ],
  [
    'by a box of a high level in one that is moved',
    `<div style="position:relative;z-index:1">${TEXT}</div><div style="transform:translate(0,0)"><div class=c style="z-index:99;height:90px;top:-40px"></div></div>`,
  ],
  [
    'by a box of a row in another order',
    `<div style="display:flex"><p id=t style="position:relative;order:1">Rowan</p><div class=c></div></div>`,
  ],
  [
    'by a box in the flow',
    `${TEXT}<div style="margin-top:-40px;height:60px;background:#ddd"></div>`,
  ],
  [
    'by a box that stays when the page scrolls',
    `${TEXT}<div style="position:fixed;inset:0;background:#ddd;z-index:-1"></div>`,
  ],
  [
    'by a box that sticks',
    `${TEXT}<div style="position:sticky;top:0;margin-top:-40px;height:60px;background:#ddd"></div>`,
  ],
  ['though it sticks itself', `<p id=t style="position:sticky;top:0">Rowan</p>${COVER}`],
  [
    'in a list that scrolls under the box',
    `<div style="overflow:auto;height:60px"><p id=t>Rowan</p><div style="height:500px"></div></div>${COVER}`,
  ],
  [
    'by a box that scrolls by itself',
    `${TEXT}<div style="overflow:auto;height:60px;margin-top:-40px;position:relative"><div style="height:60px"></div>${COVER}</div>`,
  ],
  [
    'by a box that does not scroll with it',
    `<div style="overflow:auto;height:60px"><p id=t>Rowan</p>${COVER}<div style="height:500px"></div></div>`,
  ],
  [
    'out of the list that the box is cut off by',
    `<div style="overflow:hidden;height:60px"><p id=t style="position:absolute;top:70px">Rowan</p><div style="position:relative;height:100px;z-index:1;background:#ddd"></div></div>`,
  ],
  [
    'by the back of a card',
    `<div style="transform-style:preserve-3d"><div><p id=t style="position:absolute;transform:translateZ(10px)">Rowan</p></div><div class=c></div></div>`,
  ],
  ['by a picture', `${TEXT}<img class=c style="background:none" alt="">`],
  ['by a button', `${TEXT}<button class=c></button>`],
  [
    'by a label that floats over a part of its box',
    `<input id=t value="Rowan"><label class=c style="inset:auto;top:-4px;left:4px">Name</label>`,
  ],
  [
    'a tick box that is drawn by what stands over it',
    `<label><input id=t type=checkbox><span class=c></span></label>`,
  ],
  [
    'a list that is drawn by what stands over it',
    `<span style="position:relative"><select id=t><option>Rowan</select><span class=c style="display:block"></span></span>`,
  ],
  [
    'by a row beside it',
    `<div class=c style="bottom:60px"><p id=t>Rowan</p></div><div class=c style="top:40px"><p>Taz</p></div>`,
  ],
  [
    'under a link that is stretched over it',
    `${TEXT}<a class=c style="background:none" href="/x"></a>`,
  ],
  [
    'though it holds more that is not',
    `<p id=t>Rowan <b style="position:relative;z-index:2">Vael</b></p>${COVER}`,
  ],
  [
    'by the background of its own cell',
    `<div style="position:relative"><div class=c style="z-index:0"></div><span id=t style="position:relative">Rowan</span></div>`,
  ],
  [
    'in a panel that opens over the page',
    `<div id=t popover=manual style="position:absolute;inset:0;margin:0;padding:10px;border:0">Rowan</div>${COVER}`,
  ],
];

describe('text that an element is laid over', () => {
  it('is not seen', async () => {
    expect(await unseenOf(COVERED)).toEqual(COVERED.map(([name]) => name));
  });
  it('is seen wherever it may be seen', async () => {
    expect(await unseenOf(NOT_COVERED)).toEqual([]);
  });

  it('is found in shadow trees, in what is shown again, on a page that is scrolled, and between stretches', async () => {
    const world = await open(`
      <div style="height:3000px"></div>
      <div class=case><x-card id=host><b id=slotted>Rowan</b></x-card>${COVER}</div>
      <div class=case><div style="visibility:hidden"><p id=again style="visibility:visible">Rowan</p></div>${COVER}</div>
      <div class=case><p id=open>Rowan</p></div>${'<p>Taz</p>'.repeat(400)}`);
    await page.evaluate(() => {
      const root = document.getElementById('host')?.attachShadow({ mode: 'open' });
      if (root) root.innerHTML = '<i id=shadowed>Taz</i> <slot></slot>';
      scrollTo(0, 2500);
    });
    const { frame } = reportOf(await world.run<string>('reader.snapshotFrameInSlices()'));
    expect(unseen(frame.tree)).toEqual(['host', 'shadowed', 'slotted', 'again']);
  });

  it('is what the browser paints a box over, however boxes are placed in each other', async () => {
    const world = await open('');
    const found = async (levels: readonly string[], more: readonly string[]): Promise<Compared> => {
      const trees = fc.sample(fc.array(boxes(levels, more), { minLength: 2, maxLength: 6 }), {
        numRuns: TREES,
        seed: SEED,
      });
      return JSON.parse(await world.run<string>(`(${compare})(${JSON.stringify(trees)})`));
    };
    const plain = await found(['auto', '0', '1', '2'], []);
    expect(plain.wrong).toEqual([]);
    // A box in the flow that sticks out of the opaque one around it is not looked for.
    expect(plain.missed).toBeLessThan(plain.covered / 20);
    // Neither answer is so rare that the comparison is empty.
    expect(plain.covered).toBeGreaterThan(100);
    expect(plain.seen).toBeGreaterThan(100);
    expect((await found(['auto', '-1', '0', '1', '2'], MORE)).wrong).toEqual([]);
  });
});
