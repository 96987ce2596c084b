/**
 * Gives tests the fast-check of the gate: at most a hundred cases of each law, drawn from one fixed seed, so that the
 * gate is the same every time. A law keeps its own number of cases in its file; the full run draws all of them, from
 * random seeds.
 */
import { resolve } from 'node:path';

const CASES = 100;
const SEED = 20_261_128;

/** The marker of the module that replaces fast-check; Vite leaves such names to the plugin that made them. */
const STAND_IN = '\0gate-laws:';

/** @returns a Vite plugin */
export function gateLaws() {
  return {
    name: 'gate-laws',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (source !== 'fast-check' || importer?.startsWith(STAND_IN)) return undefined;
      const real = await this.resolve(source, importer, { skipSelf: true });
      return real && STAND_IN + resolve(real.id);
    },
    load(id) {
      return id.startsWith(STAND_IN) ? standIn(id.slice(STAND_IN.length)) : undefined;
    },
  };
}

/** A law with its own seed keeps it: it repeats a failure. */
const standIn = (real) => `
  import * as real from ${JSON.stringify(real)};
  export * from ${JSON.stringify(real)};
  const gated = ({ numRuns = ${CASES}, seed = ${SEED}, ...rest } = {}) =>
    ({ ...rest, seed, numRuns: Math.min(numRuns, ${CASES}) });
  export const assert = (law, options) => real.assert(law, gated(options));
  export const check = (law, options) => real.check(law, gated(options));
  export const sample = (values, options) =>
    real.sample(values, { seed: ${SEED}, ...(typeof options === 'number' ? { numRuns: options } : options) });
  export default { ...real, assert, check, sample };
`;
