import type { Content, Envelope, EventsErased } from '../envelope.js';
import { erasureLine, erasureStream, erasureType } from './erasure-line.js';
import type { EventTexts } from './event-line.js';

/** Gathers a bundle's list of erasures while the log goes by. */
export class ErasureList {
  private readonly lines: string[] = [];
  private readonly stream: string;

  constructor(municipality: string) {
    this.stream = `${municipality}:${erasureStream}`;
  }

  take(events: readonly EventTexts[]): void {
    for (const { envelope, content } of events) {
      // Most events need no parsing to be told apart.
      if (content === null || !envelope.includes(this.stream)) continue;
      const { id: erasedBy, stream, type, decision, effectiveOn } = JSON.parse(envelope) as Envelope;
      if (stream !== this.stream || type !== erasureType || decision === null) continue;
      const { events: erased } = (JSON.parse(content) as Content).data as Partial<EventsErased>;
      // A decision that names nothing lists nothing: that it is none is for the verifier to say.
      for (const { id: event } of erased ?? []) {
        this.lines.push(`${erasureLine({ event, erasedBy, decision, effectiveOn })}\n`);
      }
    }
  }

  text(): string {
    return this.lines.join('');
  }
}
