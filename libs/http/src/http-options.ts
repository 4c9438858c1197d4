/** Settings of the HTTP side. The class is also the injection token. */
export class HttpOptions {
  constructor(
    /** Largest request body in bytes. */
    readonly maxBodyBytes: number = 1_048_576,
  ) {}
}
