import Negotiator from 'negotiator';
import { RejectionException } from '../problems/rejection-exception.js';

/**
 * Which of the media types the client wants most (RFC 9110, 12.5.1); the first one where it does not say. Throws a
 * {@link RejectionException}, which is answered with 406, where it takes none of them.
 */
export function negotiate<const Type extends string>(
  accept: string | undefined,
  offered: readonly [Type, ...Type[]],
): Type {
  const [best] = new Negotiator({ headers: { accept } }).mediaTypes([...offered]);
  const wanted = offered.find((type) => type === best);
  if (wanted !== undefined) return wanted;
  throw new RejectionException({ code: 'not-acceptable', facts: { accept: accept ?? '', offered } });
}
