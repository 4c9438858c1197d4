/** Where a notary reports what somebody should look at. */
export interface NotaryLog {
  warn(message: string): void;
  error(message: string): void;
}
