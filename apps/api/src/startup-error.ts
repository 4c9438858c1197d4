/** Why Paragraf does not start, as one Swedish sentence for whoever started it. No stack trace helps them. */
export class StartupError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartupError';
  }
}
