/** Why a command did not do what it was asked to, as one Swedish sentence for whoever asked. */
export class CliError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CliError';
  }
}
