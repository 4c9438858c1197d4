import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { CommitteeRegisterAdapter } from './committee-register/committee-register.adapter.js';
import { CommitteeRegister } from './contract/index.js';
import { DefineAccountGroupsHandler } from './define-account-groups/define-account-groups.handler.js';
import { DefineAccountGroupsHttp } from './define-account-groups/define-account-groups.http.js';
import { DissolveCommitteeHandler } from './dissolve-committee/dissolve-committee.handler.js';
import { DissolveCommitteeHttp } from './dissolve-committee/dissolve-committee.http.js';
import { EstablishCommitteeHandler } from './establish-committee/establish-committee.handler.js';
import { EstablishCommitteeHttp } from './establish-committee/establish-committee.http.js';
import { KnownCommitteeGuard } from './known-committee/known-committee.http.js';
import { NameMunicipalityHandler } from './name-municipality/name-municipality.handler.js';
import { NameMunicipalityHttp } from './name-municipality/name-municipality.http.js';
import { RenameAccountGroupHandler } from './rename-account-group/rename-account-group.handler.js';
import { RenameAccountGroupHttp } from './rename-account-group/rename-account-group.http.js';
import { RenameCommitteeHandler } from './rename-committee/rename-committee.handler.js';
import { RenameCommitteeHttp } from './rename-committee/rename-committee.http.js';
import { TakeOverActivityHandler } from './take-over-activity/take-over-activity.handler.js';
import { TakeOverActivityHttp } from './take-over-activity/take-over-activity.http.js';
import { AccountGroupsQueryHandler } from './view-account-groups/account-groups.handler.js';
import { AccountGroupsHttp } from './view-account-groups/account-groups.http.js';
import { CommitteeQueryHandler, CommitteesQueryHandler } from './view-committees/committees.handler.js';
import { CommitteesHttp } from './view-committees/committees.http.js';
import { MunicipalityQueryHandler } from './view-municipality/municipality.handler.js';
import { MunicipalityHttp } from './view-municipality/municipality.http.js';

/**
 * Global for the register's sake: committees may cite decisions and decisions are a committee's, so the two contexts
 * ask each other through their contracts and neither module can import the other.
 */
@Global()
@Module({
  controllers: [
    MunicipalityHttp,
    NameMunicipalityHttp,
    CommitteesHttp,
    EstablishCommitteeHttp,
    RenameCommitteeHttp,
    DissolveCommitteeHttp,
    TakeOverActivityHttp,
    AccountGroupsHttp,
    DefineAccountGroupsHttp,
    RenameAccountGroupHttp,
  ],
  providers: [
    { provide: CommitteeRegister, useClass: CommitteeRegisterAdapter },
    { provide: APP_GUARD, useClass: KnownCommitteeGuard },
    NameMunicipalityHandler,
    EstablishCommitteeHandler,
    RenameCommitteeHandler,
    DissolveCommitteeHandler,
    TakeOverActivityHandler,
    DefineAccountGroupsHandler,
    RenameAccountGroupHandler,
    MunicipalityQueryHandler,
    CommitteeQueryHandler,
    CommitteesQueryHandler,
    AccountGroupsQueryHandler,
  ],
  exports: [CommitteeRegister],
})
export class OrganisationModule {}
