/** Builds of the extension with one defence of the store removed, for controls. */
import {
  addsScript,
  replacesInScripts,
  type Variant,
  variantOf,
} from '../packages/extension/e2e/variant.ts';

/** Says *done* to a save as soon as it arrives, and keeps it a second later. */
export function hastyBuild(extension: string): Variant {
  return variantOf((dir) => addsScript(dir, 'keeper.html', 'hasty.js', HASTY), extension);
}

/** Always says *done*. */
export function swallowingBuild(extension: string): Variant {
  return variantOf((dir) => addsScript(dir, 'keeper.html', 'swallowing.js', SWALLOWING), extension);
}

/** Flushes no file, and leaves the time of the database's writes to the system. */
export function unflushedBuild(extension: string): Variant {
  return variantOf((dir) => {
    takesOut(dir, /\.flush\(\)/g, '.getSize()');
    takesOut(dir, /(?<=[dD]urability:\s*)[`'"]strict[`'"]/g, '`relaxed`');
  }, extension);
}

/** Repairs damage, and reports it to no page. */
export function untellingBuild(extension: string): Variant {
  return variantOf((dir) => addsScript(dir, 'keeper.html', 'untelling.js', UNTELLING), extension);
}

function takesOut(dir: string, pattern: RegExp, by: string): void {
  if (replacesInScripts(dir, pattern, by) === 0)
    throw new Error(`The build has no ${pattern} that could be taken out`);
}

const HASTY = `
const { get, set } = Object.getOwnPropertyDescriptor(BroadcastChannel.prototype, 'onmessage');
Object.defineProperty(BroadcastChannel.prototype, 'onmessage', {
  get,
  set(handler) {
    set.call(this, (event) => {
      const { to, verb, client, id } = event.data;
      const isSave = to === 'keeper' && (verb === 'commit' || verb === 'work-save');
      if (!isSave) return handler(event);
      this.postMessage({ to: 'client', client, id, keeper: crypto.randomUUID(), name: 'done' });
      setTimeout(handler, 1000, event);
    });
  },
});
`;

const UNTELLING = `
const { postMessage } = BroadcastChannel.prototype;
BroadcastChannel.prototype.postMessage = function (message) {
  if (message.name === 'notice') return;
  const { value } = message;
  const isJoined = value && typeof value === 'object' && 'notices' in value;
  postMessage.call(this, isJoined ? { ...message, value: { ...value, notices: [] } } : message);
};
`;

const SWALLOWING = `
const { postMessage } = BroadcastChannel.prototype;
BroadcastChannel.prototype.postMessage = function (message) {
  const { to, client, id, keeper, name } = message;
  const isFailure = to === 'client' && name === 'failed';
  postMessage.call(this, isFailure ? { to, client, id, keeper, name: 'done' } : message);
};
`;
