import { send, type Acknowledged, type KeyedCommand } from './client.js';

/**
 * Somebody who registers one command after the other. A command that got no answer is sent again, under its key,
 * before anything else: as a careful client does.
 */
export class Clerk {
  readonly acknowledged = new Map<KeyedCommand, Acknowledged>();
  private unanswered: KeyedCommand | null = null;
  private serial = 0;

  constructor(
    private readonly name: string,
    private readonly next: (serial: number) => Omit<KeyedCommand, 'key'>,
  ) {}

  /** Works until the server no longer answers, or `enough` says so. Calls `onSent` before each command. */
  async work(url: string, enough: () => boolean, onSent: () => void): Promise<void> {
    while (this.unanswered !== null || !enough()) {
      const command = this.unanswered ?? this.nextCommand();
      this.unanswered = command;
      onSent();
      const answer = await send(url, command);
      if (answer === null) return;
      if (answer.status >= 500) continue;
      this.unanswered = null;
      this.acknowledged.set(command, answer);
    }
  }

  private nextCommand(): KeyedCommand {
    this.serial += 1;
    return { key: `${this.name}-${this.serial}`, ...this.next(this.serial) };
  }
}
