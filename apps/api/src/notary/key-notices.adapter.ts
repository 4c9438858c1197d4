import { Inject, Injectable, Logger } from '@nestjs/common';
import { EventStore } from '#libs/event-store';
import { NotaryOffice } from '#libs/notary';
import { InstallationKey } from './installation-key.adapter.js';

/** What whoever runs Paragraf should know of the notary's key. Told once a start has come to its end. */
@Injectable()
export class KeyNotices {
  private readonly logger = new Logger('Notary');

  constructor(
    @Inject(InstallationKey) private readonly key: InstallationKey,
    private readonly office: NotaryOffice,
    private readonly store: EventStore,
  ) {}

  async tell(): Promise<void> {
    if (this.office.state === 'without-key') this.logger.warn(withoutKey);
    const { opened } = this.key;
    if (!opened?.file) return;
    if (opened.isOpen) this.logger.warn(open(opened.file));
    if (!opened.made) return this.logger.log(signsWith(opened.file));
    this.logger.warn(made(opened.file));
    // Where the log is away just now, `paragraf notary-key` shows them later.
    for (const { tenant } of await this.store.heads().catch(() => [])) {
      this.logger.warn(`${tenant} granskas med ${this.office.verifierKey(tenant)}`);
    }
  }
}

const withoutKey =
  'Loggen notariseras inte av den här processen: ange PARAGRAF_NOTARY_KEY eller PARAGRAF_NOTARY_KEY_FILE, eller PARAGRAF_NOTARY=off.';

const open = (file: string) => `Notariens nyckel i ${file} kan läsas av andra: chmod 600.`;

const signsWith = (file: string) => `Notarien skriver under med nyckeln i ${file}.`;

const made = (file: string) =>
  `Notarien har fått en nyckel i ${file}. Förvara en kopia skild från databasen: den som har båda kan skriva under en annan historia. ` +
  'Granskare behöver verifieringsnyckeln, som paragraf notary-key visar.';
