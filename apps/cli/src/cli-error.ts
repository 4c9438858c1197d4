/** Why a command did not do what it was asked to, as one Swedish sentence for whoever asked. */
export class CliError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CliError';
  }
}

/** The user, or whoever runs the process, stopped the command. */
export class Interrupted extends Error {
  constructor(readonly signal: 'SIGINT' | 'SIGTERM') {
    super(`Interrupted by ${signal}.`);
    this.name = 'Interrupted';
  }
}
