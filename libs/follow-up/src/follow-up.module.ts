import { Module } from '@nestjs/common';
import { CiteFollowUpFactHandler } from './cite-fact/cite-fact.handler.js';
import { CiteFollowUpFactHttp } from './cite-fact/cite-fact.http.js';
import { CloseAccountsHandler } from './close-accounts/close-accounts.handler.js';
import { CloseAccountsHttp } from './close-accounts/close-accounts.http.js';
import { CorrectAccountsHandler } from './correct-accounts/correct-accounts.handler.js';
import { CorrectAccountsHttp } from './correct-accounts/correct-accounts.http.js';
import { FollowUpCommands } from './fiscal-year/follow-up-commands.adapter.js';
import { NoteForecastHandler } from './note-forecast/note-forecast.handler.js';
import { NoteForecastHttp } from './note-forecast/note-forecast.http.js';
import { RecordOutcomeHandler } from './record-outcome/record-outcome.handler.js';
import { RecordOutcomeHttp } from './record-outcome/record-outcome.http.js';
import { SetCalendarHandler } from './set-calendar/set-calendar.handler.js';
import { SetCalendarHttp } from './set-calendar/set-calendar.http.js';
import { SubmitForecastHandler } from './submit-forecast/submit-forecast.handler.js';
import { SubmitForecastHttp } from './submit-forecast/submit-forecast.http.js';
import { YearEndAccountsQueryHandler } from './view-accounts/view-accounts.handler.js';
import { YearEndAccountsHttp } from './view-accounts/view-accounts.http.js';
import { AccuracyOverYearsQueryHandler } from './view-accuracy/over-years/over-years.handler.js';
import { AccuracyOverYearsHttp } from './view-accuracy/over-years/over-years.http.js';
import { ForecastAccuracyQueryHandler } from './view-accuracy/view-accuracy.handler.js';
import { ForecastAccuracyHttp } from './view-accuracy/view-accuracy.http.js';
import { ForecastsQueryHandler } from './view-forecasts/view-forecasts.handler.js';
import { ForecastsHttp } from './view-forecasts/view-forecasts.http.js';

/** The slices of follow-up. */
@Module({
  controllers: [
    SetCalendarHttp,
    SubmitForecastHttp,
    NoteForecastHttp,
    RecordOutcomeHttp,
    CloseAccountsHttp,
    CorrectAccountsHttp,
    CiteFollowUpFactHttp,
    ForecastsHttp,
    YearEndAccountsHttp,
    ForecastAccuracyHttp,
    AccuracyOverYearsHttp,
  ],
  providers: [
    FollowUpCommands,
    SetCalendarHandler,
    SubmitForecastHandler,
    NoteForecastHandler,
    RecordOutcomeHandler,
    CloseAccountsHandler,
    CorrectAccountsHandler,
    CiteFollowUpFactHandler,
    ForecastsQueryHandler,
    YearEndAccountsQueryHandler,
    ForecastAccuracyQueryHandler,
    AccuracyOverYearsQueryHandler,
  ],
})
export class FollowUpModule {}
