/** A line of a bundle is not written as it should be. */
export class LineError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'LineError';
  }
}
