/** What the server answered to a command, when it did. */
export interface Acknowledged {
  readonly status: number;
  readonly body: { readonly eventIds: readonly string[]; readonly stream: string; readonly revision: number };
}

export interface KeyedCommand {
  readonly key: string;
  readonly path: string;
  readonly body: object;
}

/** Sends a command under its key. Null where no answer came: whether it was recorded is not known then. */
export async function send(url: string, { key, path, body }: KeyedCommand): Promise<Acknowledged | null> {
  try {
    const response = await fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Acknowledged['body'] };
  } catch {
    return null;
  }
}
