import { SilentServerError } from './failures.adapter.js';

/** The promise's result, or a SilentServerError where it takes longer; what it brings after that is let go. */
export async function within<T>(timeoutMs: number, promise: Promise<T>): Promise<T> {
  const { promise: silence, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new SilentServerError(timeoutMs)), timeoutMs);
  try {
    return await Promise.race([promise, silence]);
  } finally {
    clearTimeout(timer);
    promise.catch(() => undefined);
  }
}
