import { Global, Module } from '@nestjs/common';
import { ApproveMinutesHandler } from './approve-minutes/approve-minutes.handler.js';
import { ApproveMinutesHttp } from './approve-minutes/approve-minutes.http.js';
import { BasisRegisterAdapter } from './basis-register/basis-register.adapter.js';
import { CancelMeetingHandler } from './cancel-meeting/cancel-meeting.handler.js';
import { CancelMeetingHttp } from './cancel-meeting/cancel-meeting.http.js';
import { BasisRegister } from './contract/index.js';
import { CorrectDecisionHandler } from './correct-decision/correct-decision.handler.js';
import { CorrectDecisionHttp } from './correct-decision/correct-decision.http.js';
import { MoveMeetingHandler } from './move-meeting/move-meeting.handler.js';
import { MoveMeetingHttp } from './move-meeting/move-meeting.http.js';
import { PublishNoticeHandler } from './publish-notice/publish-notice.handler.js';
import { PublishNoticeHttp } from './publish-notice/publish-notice.http.js';
import { RegisterDecisionHandler } from './register-decision/register-decision.handler.js';
import { RegisterDecisionHttp } from './register-decision/register-decision.http.js';
import { ScheduleMeetingHandler } from './schedule-meeting/schedule-meeting.handler.js';
import { ScheduleMeetingHttp } from './schedule-meeting/schedule-meeting.http.js';
import { DecisionQueryHandler, DecisionsQueryHandler } from './view-decisions/decisions.handler.js';
import { DecisionsHttp } from './view-decisions/decisions.http.js';
import { MeetingsQueryHandler } from './view-meetings/meetings.handler.js';
import { MeetingsHttp } from './view-meetings/meetings.http.js';

/** Global for the register's sake: every context asks it whether a paragraph is registered. */
@Global()
@Module({
  controllers: [
    MeetingsHttp,
    ScheduleMeetingHttp,
    MoveMeetingHttp,
    CancelMeetingHttp,
    DecisionsHttp,
    RegisterDecisionHttp,
    CorrectDecisionHttp,
    ApproveMinutesHttp,
    PublishNoticeHttp,
  ],
  providers: [
    { provide: BasisRegister, useClass: BasisRegisterAdapter },
    ScheduleMeetingHandler,
    MoveMeetingHandler,
    CancelMeetingHandler,
    RegisterDecisionHandler,
    CorrectDecisionHandler,
    ApproveMinutesHandler,
    PublishNoticeHandler,
    MeetingsQueryHandler,
    DecisionQueryHandler,
    DecisionsQueryHandler,
  ],
  exports: [BasisRegister],
})
export class DecisionsModule {}
