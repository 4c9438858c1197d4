/** The log is signed by another key, or under another name: as auditors see it, it would be another log. */
export class OtherKeyError extends Error {
  constructor(
    readonly tenant: string,
    /** The verifier key that the log has been signed with. */
    readonly signedWith: string,
    /** The one that it would be signed with here. */
    readonly verifierKey: string,
  ) {
    super(`The log of ${tenant} is signed with ${signedWith}, and here is ${verifierKey}.`);
    this.name = 'OtherKeyError';
  }
}
