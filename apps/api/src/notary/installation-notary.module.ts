import { Module, type DynamicModule } from '@nestjs/common';
import { HttpWitness, NotaryModule } from '#libs/notary';
import type { Config } from '../settings.js';
import { InstallationKey, type NotaryRole } from './installation-key.adapter.js';
import { KeyNotices } from './key-notices.adapter.js';

/** The notary, with the key of this installation. */
@Module({})
export class InstallationNotaryModule {
  static forRoot(config: Config, role: NotaryRole): DynamicModule {
    const key = new InstallationKey(config, role);
    const cosigners = config.notary.witnesses.map((witness) => new HttpWitness(witness));
    return {
      module: InstallationNotaryModule,
      imports: [NotaryModule.forRoot({ run: key.follows, openSigner: () => key.open(), cosigners })],
      providers: [{ provide: InstallationKey, useValue: key }, KeyNotices],
    };
  }
}
