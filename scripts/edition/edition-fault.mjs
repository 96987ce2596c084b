/** Everything that is wrong with an edition, each with its place and the remedy. Nothing was made. */
export class EditionFault extends Error {
  /** @param faults - `{ where, what }`: the place in a file, and a sentence that says what to do */
  constructor(faults) {
    super(faults.map(({ where, what }) => `${where}: ${what}`).join('\n'));
    this.name = 'EditionFault';
    this.faults = faults;
  }
}
