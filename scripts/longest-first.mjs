/** Starts with the slowest suites, so that two workers end at about the same time. The others keep Vitest's order. */
import { BaseSequencer } from 'vitest/node';

/** Prefixes of file names, slowest first. */
const LONGEST = ['whole-walk'];

export class LongestFirst extends BaseSequencer {
  async sort(files) {
    const place = ({ moduleId }) => {
      const at = LONGEST.findIndex((name) => moduleId.includes(`/${name}`));
      return at === -1 ? LONGEST.length : at;
    };
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other));
  }
}
